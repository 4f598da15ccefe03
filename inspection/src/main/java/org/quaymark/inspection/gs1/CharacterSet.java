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

    private final boolean[] allowed = new boolean[128];

    CharacterSet(String characters) {
        characters.chars().forEach(c -> allowed[c] = true);
    }

    boolean has(char c) {
        return c < 128 && allowed[c];
    }

    /** Index of the first character outside the set, -1 where there is none. */
    int firstOutside(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (!has(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }
}
