package org.quaymark.inspection.reading.keyboard;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What arrives for the scanner's keys, by the characters it meant: one character as a rule, several or none at times, and
 * from a dead key nothing until the next one.
 *
 * <p>A stroke is coded as the printed character; two strokes, a dead key's and the next, as {@link #PAIR} plus both in seven
 * bits each.
 */
final class KeyMap {
    /** Takes every character that arrives from some stroke, or from two. */
    interface Strokes {
        void take(char arrives, char stroke);
    }

    private static final int PAIR = 0x4000;

    private final String[] typed;
    private final boolean[] dead;
    private final Map<Character, Character> composed;
    private final String groupSeparator;

    private KeyMap(Builder from) {
        typed = from.typed.clone();
        dead = from.dead.clone();
        composed = Map.copyOf(from.composed);
        groupSeparator = from.groupSeparator;
    }

    /** What arrives for a printed character, from a dead key its accent standing alone; empty where nothing does. */
    String typed(char printed) {
        return typed[printed];
    }

    /** Whether the key of a printed character waits for the next. */
    boolean isDead(char printed) {
        return dead[printed];
    }

    /** The one character that arrives for two strokes ({@link #pair}), 0 where they make none. */
    char composed(char pair) {
        return composed.getOrDefault(pair, (char) 0);
    }

    Map<Character, Character> composed() {
        return composed;
    }

    /** What arrives for GS (typed as Ctrl and the key of {@code ]}); empty where nothing does. */
    String groupSeparator() {
        return groupSeparator;
    }

    /** Whether no key and no separator sends several characters, and {@code ]} is sent at all. */
    boolean isOneByOne() {
        boolean one = groupSeparator.length() <= 1 && !typed[']'].isEmpty();
        for (char c = '!'; c < 127; c++) {
            one &= typed[c].length() <= 1;
        }
        return one;
    }

    /** The printed characters' keys with exactly one character, then two strokes: those of the map, and what Unicode adds. */
    void each(Strokes strokes) {
        for (char c = '!'; c < 127; c++) {
            if (typed[c].length() == 1 && typed[c].charAt(0) != 0) {
                strokes.take(typed[c].charAt(0), c);
            }
        }
        composed.forEach((pair, arrives) -> strokes.take(arrives, pair));
        for (char first = '!'; first < 127; first++) {
            if (dead[first] && typed[first].length() == 1) {
                guess(first, typed[first].charAt(0), strokes);
            }
        }
    }

    /** Compositions of Unicode that the map does not know of: operating systems differ in them. */
    private void guess(char first, char accent, Strokes strokes) {
        for (char second = '!'; second < 127; second++) {
            if (typed[second].length() == 1 && !composed.containsKey(pair(first, second))) {
                char both = Accents.compose(accent, typed[second].charAt(0));
                if (both != 0) {
                    strokes.take(both, pair(first, second));
                }
            }
        }
    }

    /**
     * What arrives for a printed text.
     *
     * @param marked whether the receiving program shows the stroke of a dead key as NUL in front of what it makes
     */
    String distort(String printed, boolean marked) {
        StringBuilder arrives = new StringBuilder(printed.length() + 8);
        char waiting = 0;
        for (int i = 0; i < printed.length(); i++) {
            char c = printed.charAt(i);
            if (c < ' ') {
                String control = c == UsKeys.GS ? groupSeparator : String.valueOf(c);
                if (waiting != 0 && (c != UsKeys.GS || control.equals(String.valueOf(c)))) {
                    arrives.append(typed[waiting]);
                    waiting = 0;
                }
                arrives.append(control);
            } else if (waiting != 0) {
                char both = c < 127 ? composed(pair(waiting, c)) : 0;
                arrives.append(both != 0 ? String.valueOf(both) : typed[waiting] + arrives(c));
                waiting = 0;
            } else if (c < 127 && dead[c]) {
                waiting = c;
                if (marked) {
                    arrives.append('\0');
                }
            } else {
                arrives.append(arrives(c));
            }
        }
        return waiting == 0 ? arrives.toString() : arrives + typed[waiting];
    }

    /** A scanner can type no more than ASCII: what else a text holds, other than by mistake, goes through. */
    private String arrives(char c) {
        return c > ' ' && c < 127 ? typed[c] : String.valueOf(c);
    }

    static char pair(char first, char second) {
        return (char) (PAIR | first << 7 | second);
    }

    static boolean isPair(char stroke) {
        return stroke >= PAIR;
    }

    /** The printed character of the first of two strokes, or of the one. */
    static char first(char stroke) {
        return isPair(stroke) ? (char) ((stroke >> 7) & 127) : stroke;
    }

    /** The printed character of the last stroke. */
    static char last(char stroke) {
        return isPair(stroke) ? (char) (stroke & 127) : stroke;
    }

    /** Whether a GS1 code can hold what the stroke, or both, print. */
    static boolean inGs1(char stroke) {
        return UsKeys.inGs1(first(stroke)) && UsKeys.inGs1(last(stroke));
    }

    /** Collects one; every key types itself until told otherwise. */
    static final class Builder {
        private final String[] typed = new String[128];
        private final boolean[] dead = new boolean[128];
        private final Map<Character, Character> composed = new HashMap<>();
        private String groupSeparator = String.valueOf(UsKeys.GS);

        Builder() {
            Arrays.setAll(typed, c -> c < ' ' ? "" : String.valueOf((char) c));
        }

        void key(char printed, String arrives) {
            typed[printed] = arrives;
        }

        void dead(char printed) {
            dead[printed] = true;
        }

        void composed(char first, char second, char arrives) {
            composed.put(pair(first, second), arrives);
        }

        void groupSeparator(String arrives) {
            groupSeparator = arrives;
        }

        String typed(char printed) {
            return typed[printed];
        }

        KeyMap build() {
            return new KeyMap(this);
        }
    }
}
