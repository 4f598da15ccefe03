package org.quaymark.inspection.gs1;

/** The check of an International Bank Account Number, ISO 13616: modulo 97. */
final class Iban {
    private Iban() {}

    static boolean isRight(String iban) {
        if (iban.length() <= 4 || !iban.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]+")) {
            return false;
        }
        String turned = iban.substring(4) + iban.substring(0, 4);
        int remainder = 0;
        for (int i = 0; i < turned.length(); i++) {
            int value = Character.digit(turned.charAt(i), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder == 1;
    }
}
