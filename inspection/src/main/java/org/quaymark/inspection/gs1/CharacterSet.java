package org.quaymark.inspection.gs1;

/** The character sets of GS1 data (GenSpecs 7.11). */
enum CharacterSet {
    /** Digits. */
    N("0123456789"),
    /** GS1 AI encodable character set 82. */
    X("!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"),
    /** GS1 AI encodable character set 39. */
    Y("#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    /** File-safe and URI-safe base64. */
    Z("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=");

    /** A bit for each character of ASCII. */
    private final long below64;

    private final long from64;

    CharacterSet(String characters) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            if (c < 64) {
                low |= 1L << c;
            } else {
                high |= 1L << (c - 64);
            }
        }
        below64 = low;
        from64 = high;
    }

    boolean has(char c) {
        return c < 128 && ((c < 64 ? below64 >>> c : from64 >>> (c - 64)) & 1) == 1;
    }

    /** Index of the first character from {@code from} up to {@code to} that is outside the set, -1 where there is none. */
    int firstOutside(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!has(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }
}
