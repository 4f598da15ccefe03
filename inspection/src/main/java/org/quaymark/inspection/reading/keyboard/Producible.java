package org.quaymark.inspection.reading.keyboard;

import java.util.BitSet;
import java.util.List;

/** Which layouts can send which character, as bits: a text's possible layouts are the AND over its characters. */
final class Producible {
    private static final int PAGE = 256;

    private final int words;
    private final int count;

    /** Number of a character among those that arrive, from 1; 0 for one that never does. */
    private final char[][] numbers = new char[65536 / PAGE][];

    /** By character number and word: layouts that send it by any key, by a key of a GS1 character, by the key it names only. */
    private final long[] any;

    private final long[] gs1;
    private final long[] itself;

    Producible(List<KeyboardLayout> layouts) {
        count = layouts.size();
        words = (count + 63) / 64;
        int characters = number(layouts);
        any = new long[(characters + 1) * words];
        gs1 = new long[(characters + 1) * words];
        itself = new long[(characters + 1) * words];
        for (int i = 0; i < count; i++) {
            Inverse inverse = layouts.get(i).inverse();
            for (char c : inverse.arriving()) {
                int at = number(c) * words + i / 64;
                long bit = 1L << (i % 64);
                any[at] |= bit;
                boolean asItself = true;
                boolean byGs1 = false;
                for (char stroke : inverse.strokes(c)) {
                    boolean here =
                            stroke == c || (UsKeys.inGs1(Inverse.first(stroke)) && UsKeys.inGs1(Inverse.last(stroke)));
                    byGs1 |= here;
                    asItself &= !here || stroke == c;
                }
                gs1[at] |= byGs1 ? bit : 0;
                itself[at] |= asItself && byGs1 ? bit : 0;
            }
        }
    }

    private int number(List<KeyboardLayout> layouts) {
        char next = 1;
        for (KeyboardLayout layout : layouts) {
            for (char c : layout.inverse().arriving()) {
                char[] page = numbers[c / PAGE];
                if (page == null) {
                    page = new char[PAGE];
                    numbers[c / PAGE] = page;
                }
                if (page[c % PAGE] == 0) {
                    page[c % PAGE] = next++;
                }
            }
        }
        return next - 1;
    }

    private int number(char c) {
        char[] page = numbers[c / PAGE];
        return page == null ? 0 : page[c % PAGE];
    }

    boolean onlyAsPrinted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != UsKeys.GS && (c <= ' ' || c > '~')) {
                return false;
            }
        }
        for (int word = 0; word < words; word++) {
            long possible = -1;
            long unchanged = -1;
            for (int i = 0; i < text.length() && possible != 0; i++) {
                char c = text.charAt(i);
                if (c != UsKeys.GS) {
                    int at = number(c) * words + word;
                    possible &= i == 0 && c == ']' ? itself[at] : gs1[at];
                    unchanged &= itself[at];
                }
            }
            if ((possible & ~unchanged) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Control characters and space say nothing about the layout. */
    BitSet sending(String text) {
        long[] possible = new long[words];
        for (int word = 0; word < words; word++) {
            possible[word] = word == words - 1 && count % 64 != 0 ? (1L << (count % 64)) - 1 : -1;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ') {
                int at = number(c) * words;
                for (int word = 0; word < words; word++) {
                    possible[word] &= any[at + word];
                }
            }
        }
        return BitSet.valueOf(possible);
    }
}
