package org.quaymark.inspection.gs1;

import org.jspecify.annotations.Nullable;

/**
 * Global Trade Item Numbers. GTIN-8, -12, -13 and -14 are one number written with more or fewer leading zeros, so they are
 * only ever compared as 14 digits (GenSpecs 3.3.2, 7.9).
 */
public final class Gtin {
    private Gtin() {}

    /**
     * The GTIN as 14 digits.
     *
     * @param digits 8, 12, 13 or 14 digits with the check digit
     * @return null where it is of another length, not of digits, or the check digit is wrong
     */
    public static @Nullable String normalise(String digits) {
        int length = digits.length();
        if ((length != 8 && length != 12 && length != 13 && length != 14) || !CheckDigit.isRight(digits)) {
            return null;
        }
        String gtin = "0".repeat(14 - length) + digits;
        return isZero(gtin) ? null : gtin;
    }

    /** Whether these are 14 digits with the right check digit. */
    public static boolean isGtin14(String digits) {
        return digits.length() == 14 && normalise(digits) != null;
    }

    /**
     * The GTIN of a zero-suppressed UPC-E number, as 14 digits (GenSpecs 5.2.2.4.2).
     *
     * @param digits 8 digits: number system 0, six digits, check digit
     * @return null where that is no UPC-E number or its check digit is wrong
     */
    public static @Nullable String ofUpcE(String digits) {
        if (digits.length() != 8 || !Digits.only(digits) || digits.charAt(0) != '0') {
            return null;
        }
        String d = digits.substring(1, 7);
        char last = d.charAt(5);
        String body = switch (last) {
            case '0', '1', '2' -> d.substring(0, 2) + last + "0000" + d.substring(2, 5);
            case '3' -> d.substring(0, 3) + "00000" + d.substring(3, 5);
            case '4' -> d.substring(0, 4) + "00000" + d.charAt(4);
            default -> d.substring(0, 5) + "0000" + last;
        };
        return normalise("0" + body + digits.charAt(7));
    }

    /**
     * The check digit that belongs after these digits (GenSpecs 7.9.1); the same for every GS1 key of digits.
     *
     * @throws IllegalArgumentException where they are not digits
     */
    public static char checkDigit(String digits) {
        if (!Digits.only(digits)) {
            throw new IllegalArgumentException("not digits: " + digits);
        }
        return CheckDigit.of(digits);
    }

    private static boolean isZero(String digits) {
        return digits.chars().allMatch(c -> c == '0');
    }
}
