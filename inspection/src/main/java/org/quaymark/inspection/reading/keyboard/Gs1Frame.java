package org.quaymark.inspection.reading.keyboard;

import java.util.Arrays;

/**
 * How far a text may still become a GS1 element string, character by character: enough to throw out what no label says, long
 * before somebody parses it. Knows only the element strings of predefined length (GenSpecs figure 7.8.5-2), all numeric, and
 * that others run to the next GS in CSET 82.
 */
final class Gs1Frame {
    static final int IMPOSSIBLE = -1;

    /** Anything goes: for codes that are no GS1 ones. */
    static final int FREE = 0;

    /** At the text's beginning, where a symbology identifier or an element string may stand. */
    static final int START = 1;

    private static final int BRACKET = 2;
    private static final int ELEMENT = 5;
    private static final int VARIABLE = 6;
    private static final int SECOND_DIGIT = 10;
    private static final int FIXED = 100;
    private static final int IDENTIFIER = 1000;

    /** The identifiers, without bracket, whose codes hold element strings. */
    private static final String CARRIERS = "d2 C1 Q3 e0 J1";

    /** By an identifier's letter times ten and its digit. */
    private static final int[] BEHIND_IDENTIFIER = behindIdentifiers();

    private Gs1Frame() {}

    static int next(int state, char c) {
        if (state == FREE) {
            return FREE;
        }
        if (state >= IDENTIFIER) {
            return identified((char) (state - IDENTIFIER), c);
        }
        if (state >= FIXED) {
            return !digit(c) ? IMPOSSIBLE : state == FIXED + 1 ? ELEMENT : state - 1;
        }
        if (state >= SECOND_DIGIT) {
            return digit(c) ? data(state - SECOND_DIGIT, c - '0') : IMPOSSIBLE;
        }
        return switch (state) {
            case START -> c == ']' ? BRACKET : element(c);
            case BRACKET -> c < 128 ? IDENTIFIER + c : IMPOSSIBLE;
            case ELEMENT -> element(c);
            default -> c == UsKeys.GS || isEnd(c) ? ELEMENT : UsKeys.inGs1(c) && c != ']' ? VARIABLE : IMPOSSIBLE;
        };
    }

    private static int identified(char letter, char digit) {
        return digit(digit) ? BEHIND_IDENTIFIER[10 * letter + digit - '0'] : IMPOSSIBLE;
    }

    private static int[] behindIdentifiers() {
        int[] states = new int[10 * 128];
        Arrays.fill(states, IMPOSSIBLE);
        for (String identifier : Fingerprints.IDENTIFIERS) {
            int at = 10 * identifier.charAt(1) + identifier.charAt(2) - '0';
            states[at] = CARRIERS.contains(identifier.substring(1)) ? ELEMENT : FREE;
        }
        return states;
    }

    private static int element(char c) {
        return c == UsKeys.GS || isEnd(c) ? ELEMENT : digit(c) ? SECOND_DIGIT + c - '0' : IMPOSSIBLE;
    }

    private static int data(int first, int second) {
        int length = length(first, second);
        return length == 0 ? VARIABLE : FIXED + length;
    }

    /** Digits after the application identifier's first two; 0 where the length is not predefined. */
    private static int length(int first, int second) {
        return switch (first) {
            case 0 -> second == 0 ? 18 : second <= 3 ? 14 : second == 4 ? 16 : 0;
            case 1 -> second == 0 ? 0 : 6;
            case 2 -> second == 0 ? 2 : 0;
            case 3 -> second >= 1 && second <= 6 ? 8 : 0;
            case 4 -> second == 1 ? 14 : 0;
            default -> 0;
        };
    }

    /** What scanners put behind a code. */
    private static boolean isEnd(char c) {
        return c == '\r' || c == '\n' || c == '\t' || c == '\u0004';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
