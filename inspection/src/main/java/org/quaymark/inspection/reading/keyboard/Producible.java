package org.quaymark.inspection.reading.keyboard;

import java.util.BitSet;
import java.util.List;

/** Which layouts can send which character, as bits: a text's possible layouts are the AND over its characters. */
final class Producible {
    private static final int PAGE = 256;

    private final int words;

    /** Number of a character among those that arrive, from 1; 0 for one that never does. */
    private final char[][] numbers = new char[65536 / PAGE][];

    /** By character number and word: layouts that send it by any key, by a key of a GS1 character, by the key it names only. */
    private final long[] any;

    private final long[] gs1;
    private final long[] itself;

    /** Layouts under which nothing but the character's own key sends it. */
    private final long[] alone;

    /** Layouts that send every character on its own and have a key for {@code ]}: a word of bits each. */
    private final long[] oneByOne;

    /** For ASCII, two words at a time: {@link #gs1} of both, {@link #itself} of both; {@code ]} of a text's beginning is at 0. */
    private final long[][] ascii;

    /** The first {@code common} layouts alone are those that may have changed a text that looks clean. */
    Producible(List<KeyboardLayout> layouts, int common) {
        int count = layouts.size();
        words = (count + 63) / 64;
        int characters = number(layouts);
        any = new long[(characters + 1) * words];
        gs1 = new long[(characters + 1) * words];
        itself = new long[(characters + 1) * words];
        alone = new long[(characters + 1) * words];
        oneByOne = new long[words];
        long[] other = new long[(characters + 1) * words];
        for (int i = 0; i < count; i++) {
            int word = i / 64;
            long bit = 1L << (i % 64);
            boolean isCommon = i < common;
            layouts.get(i).map().each((arrives, stroke) -> {
                int at = number(arrives) * words + word;
                any[at] |= bit;
                if (isCommon && (stroke == arrives || KeyMap.inGs1(stroke))) {
                    gs1[at] |= bit;
                    other[at] |= stroke == arrives ? 0 : bit;
                }
            });
        }
        for (int i = 0; i < gs1.length; i++) {
            itself[i] = gs1[i] & ~other[i];
        }
        ascii = new long[(common + 127) / 128][];
        for (int pair = 0; pair < ascii.length; pair++) {
            ascii[pair] = ascii(2 * pair);
        }
        for (int i = 0; i < count; i++) {
            alone(layouts.get(i).map(), i / 64, 1L << (i % 64));
        }
    }

    private void alone(KeyMap map, int word, long bit) {
        if (!map.isOneByOne()) {
            return;
        }
        oneByOne[word] |= bit;
        map.each((arrives, stroke) -> alone[number(arrives) * words + word] |= stroke == arrives ? bit : 0);
        map.each((arrives, stroke) -> alone[number(arrives) * words + word] &= stroke == arrives ? -1 : ~bit);
        if (!map.groupSeparator().isEmpty()) {
            alone[number(map.groupSeparator().charAt(0)) * words + word] &= ~bit;
        }
    }

    private long[] ascii(int word) {
        long[] masks = new long[4 * 128];
        for (char c = '!'; c < 127; c++) {
            for (int i = 0; i < 2 && word + i < words; i++) {
                int at = number(c) * words + word + i;
                masks[4 * c + i] = gs1[at];
                masks[4 * c + 2 + i] = itself[at];
            }
        }
        for (int i = 0; i < 2; i++) {
            masks[i] = masks[4 * ']' + 2 + i];
            masks[2 + i] = masks[i];
            masks[4 * UsKeys.GS + i] = -1;
            masks[4 * UsKeys.GS + 2 + i] = -1;
        }
        return masks;
    }

    private int number(List<KeyboardLayout> layouts) {
        char[] last = {0};
        for (KeyboardLayout layout : layouts) {
            layout.map().each((arrives, stroke) -> {
                char[] page = numbers[arrives / PAGE];
                if (page == null) {
                    page = new char[PAGE];
                    numbers[arrives / PAGE] = page;
                }
                if (page[arrives % PAGE] == 0) {
                    page[arrives % PAGE] = ++last[0];
                }
            });
        }
        return last[0];
    }

    private int number(char c) {
        char[] page = numbers[c / PAGE];
        return page == null ? 0 : page[c % PAGE];
    }

    boolean onlyAsPrinted(String text) {
        for (long[] masks : ascii) {
            if (!onlyAsPrinted(text, masks)) {
                return false;
            }
        }
        return true;
    }

    private static boolean onlyAsPrinted(String text, long[] masks) {
        long possible0 = -1;
        long possible1 = -1;
        long same0 = -1;
        long same1 = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 127 || (c <= ' ' && c != UsKeys.GS)) {
                return false;
            }
            int at = i == 0 && c == ']' ? 0 : 4 * c;
            possible0 &= masks[at];
            possible1 &= masks[at + 1];
            same0 &= masks[at + 2];
            same1 &= masks[at + 3];
        }
        return (possible0 & ~same0 | possible1 & ~same1) == 0;
    }

    /** Those of some layouts that send every character of a text. Control characters and space say nothing about the layout. */
    BitSet sending(String text, BitSet among) {
        return BitSet.valueOf(among(text, among, any));
    }

    /** Those of {@link #sending} the text under which another one may have been printed. */
    BitSet changing(String text, BitSet among) {
        long[] sending = among(text, among, any);
        long[] same = among(text, BitSet.valueOf(sending), alone);
        boolean tells = !hasSpaces(text);
        for (int word = 0; word < sending.length && tells; word++) {
            sending[word] &= ~(word < same.length ? same[word] & oneByOne[word] : 0);
        }
        return BitSet.valueOf(sending);
    }

    private static boolean hasSpaces(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' && text.charAt(i) != UsKeys.GS) {
                return true;
            }
        }
        return false;
    }

    private long[] among(String text, BitSet layouts, long[] bits) {
        long[] left = layouts.toLongArray();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ') {
                int at = number(c) * words;
                for (int word = 0; word < left.length; word++) {
                    left[word] &= bits[at + word];
                }
            }
        }
        return left;
    }
}
