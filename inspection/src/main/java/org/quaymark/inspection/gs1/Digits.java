package org.quaymark.inspection.gs1;

/** ASCII digits: {@link Character#isDigit} takes those of every script. */
final class Digits {
    private Digits() {}

    static boolean only(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > 0;
    }

    /** The number written by the two digits at that place. */
    static int two(CharSequence digits, int at) {
        return (digits.charAt(at) - '0') * 10 + digits.charAt(at + 1) - '0';
    }

    /** The number written by at most nine digits, -1 where it is not. */
    static int number(CharSequence text) {
        return text.length() <= 9 && only(text) ? Integer.parseInt(text, 0, text.length(), 10) : -1;
    }
}
