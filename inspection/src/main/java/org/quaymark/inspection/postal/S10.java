package org.quaymark.inspection.postal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Postal item identifiers of UPU standard S10: two letters for the service, eight digits, a check digit and the country of
 * the designated operator, as in {@code RR473124829GB}.
 */
public final class S10 {
    private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

    private S10() {}

    /**
     * The identifier in its normal form: capital letters, no blanks.
     *
     * @return null where it is none, or its check digit is wrong
     */
    public static @Nullable String normalise(String text) {
        String id = text.replace(" ", "").toUpperCase(Locale.ROOT);
        return hasForm(id) && id.charAt(10) == checkDigit(id.substring(2, 10)) ? id : null;
    }

    /** Whether it has the form of one, be its check digit right or wrong. */
    public static boolean hasForm(String id) {
        if (id.length() != 13 || !letters(id, 0) || !letters(id, 11)) {
            return false;
        }
        for (int i = 2; i < 11; i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /**
     * The check digit of eight digits: weights 8 6 4 2 3 5 9 7, modulo 11 (S10-12, annex A).
     *
     * @throws IllegalArgumentException where it is not eight digits
     */
    public static char checkDigit(String serial) {
        if (!serial.matches("[0-9]{8}")) {
            throw new IllegalArgumentException("not eight digits: " + serial);
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (serial.charAt(i) - '0') * WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? '0' : check == 11 ? '5' : (char) ('0' + check);
    }

    private static boolean letters(String id, int at) {
        return isLetter(id.charAt(at)) && isLetter(id.charAt(at + 1));
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
