package org.quaymark.inspection.gs1;

import java.util.regex.Pattern;

/** International Bank Account Numbers, ISO 13616: a country, and a check modulo 97. */
final class Iban {
    /** Norway's, the shortest there is, has 15 characters. */
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

    /** In the IBAN registry and not in ISO 3166: Kosovo. */
    private static final String KOSOVO = "XK";

    private Iban() {}

    static boolean isRight(String iban) {
        if (!FORM.matcher(iban).matches()) {
            return false;
        }
        String country = iban.substring(0, 2);
        return (Countries.ALPHA2.contains(country) || country.equals(KOSOVO)) && remainder(iban) == 1;
    }

    /** Of the number that the characters make, the first four last, letters as two digits from 10 up. */
    private static int remainder(String iban) {
        int remainder = 0;
        for (int i = 0; i < iban.length(); i++) {
            int value = Character.digit(iban.charAt((i + 4) % iban.length()), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder;
    }
}
