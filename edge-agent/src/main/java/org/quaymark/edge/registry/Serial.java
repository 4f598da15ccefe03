package org.quaymark.edge.registry;

/** What a serial must be to lie in a range: digits, as many as fit a number. */
final class Serial {
    private static final int MAX_DIGITS = 18;

    private Serial() {}

    static boolean isNumber(String serial) {
        if (serial.isEmpty() || serial.length() > MAX_DIGITS) {
            return false;
        }
        for (int i = 0; i < serial.length(); i++) {
            if (serial.charAt(i) < '0' || serial.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
