package org.quaymark.inspection.gs1;

/** The GS1 check digit, modulo 10 with weights 3 and 1 from the right (GenSpecs 7.9.1). */
final class CheckDigit {
    private CheckDigit() {}

    /** Whether all characters are ASCII digits and the last one is the check digit of the others. */
    static boolean isRight(CharSequence digits) {
        int length = digits.length();
        if (length < 2 || !Digits.only(digits)) {
            return false;
        }
        return of(digits, length - 1) == digits.charAt(length - 1);
    }

    /** The check digit that belongs after these digits. */
    static char of(CharSequence digits) {
        return of(digits, digits.length());
    }

    private static char of(CharSequence digits, int length) {
        int sum = 0;
        int weight = 3;
        for (int i = length - 1; i >= 0; i--) {
            sum += (digits.charAt(i) - '0') * weight;
            weight = 4 - weight;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
