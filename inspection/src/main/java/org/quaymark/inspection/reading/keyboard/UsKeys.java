package org.quaymark.inspection.reading.keyboard;

/**
 * The keys of a US keyboard, named by the character they type there: in a table of layouts the place in these two rows is
 * the key. The last is the 102nd key of ISO keyboards, left of Z, which a US keyboard does not have: U+0001, with Shift U+0002.
 */
final class UsKeys {
    static final String PLAIN = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./\u0001";
    static final String SHIFTED = "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?\u0002";

    /** The 82 characters of GS1 element strings (GenSpecs figure 7.11-1). */
    static final String CSET_82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    static final char GS = '\u001D';

    private static final boolean[] GS1 = new boolean[128];

    static {
        for (int i = 0; i < CSET_82.length(); i++) {
            GS1[CSET_82.charAt(i)] = true;
        }
        GS1[']'] = true;
    }

    private UsKeys() {}

    /** Whether a GS1 code can hold it: CSET 82, and {@code ]} of the symbology identifier. */
    static boolean inGs1(char c) {
        return c < 128 && GS1[c];
    }
}
