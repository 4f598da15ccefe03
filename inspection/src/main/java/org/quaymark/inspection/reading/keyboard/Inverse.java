package org.quaymark.inspection.reading.keyboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A {@link KeyMap} read backwards: for every character that may arrive, the strokes that send it.
 *
 * <p>A stroke is coded as the printed character, two strokes (a dead key and the next) as {@link #PAIR} plus both in seven
 * bits each.
 */
final class Inverse {
    private static final int PAIR = 0x4000;
    private static final char[] NONE = {};

    /** Open addressing by the low bits; 0 is an empty place (NUL never gets in). */
    private final char[] arriving;

    private final char[][] strokes;
    private final boolean[] dead = new boolean[128];
    private final String[] longer;
    private final char[] longerStroke;

    Inverse(KeyMap map) {
        int size =
                Integer.highestOneBit(4 * (map.typed().size() + map.composed().size() + 64));
        arriving = new char[size];
        strokes = new char[size][];
        List<Map.Entry<String, Character>> long1 = new ArrayList<>();
        for (char c = ' '; c < 127; c++) {
            String arrives = map.typed().getOrDefault(c, String.valueOf(c));
            if (arrives.length() == 1) {
                add(arrives.charAt(0), c);
            } else if (!arrives.isEmpty()) {
                long1.add(Map.entry(arrives, c));
            }
        }
        for (char c : map.dead()) {
            dead[c] = true;
        }
        if (map.groupSeparator().length() == 1 && map.groupSeparator().charAt(0) >= ' ') {
            add(map.groupSeparator().charAt(0), UsKeys.GS);
        } else if (map.groupSeparator().length() > 1) {
            long1.add(Map.entry(map.groupSeparator(), UsKeys.GS));
        }
        map.composed().forEach((both, arrives) -> add(arrives, both));
        guess(map);
        longer = long1.stream().map(Map.Entry::getKey).toArray(String[]::new);
        longerStroke = new char[longer.length];
        for (int i = 0; i < longer.length; i++) {
            longerStroke[i] = long1.get(i).getValue();
        }
    }

    /** Compositions of Unicode that the table does not know of: operating systems differ in them. */
    private void guess(KeyMap map) {
        Set<String> known = map.composed().keySet();
        for (char first : map.dead()) {
            String accent = map.typed().getOrDefault(first, "");
            if (accent.length() != 1) {
                continue;
            }
            map.typed().forEach((second, arrives) -> {
                if (arrives.length() == 1 && !known.contains("" + first + second)) {
                    char composed = Accents.compose(accent.charAt(0), arrives.charAt(0));
                    if (composed != 0) {
                        add(String.valueOf(composed), "" + first + second);
                    }
                }
            });
        }
    }

    private void add(String arrives, String both) {
        if (arrives.length() == 1) {
            add(arrives.charAt(0), (char) (PAIR | both.charAt(0) << 7 | both.charAt(1)));
        }
    }

    /** Strokes of CSET 82 come first: a GS1 code holds no others. */
    private void add(char arrives, char stroke) {
        int at = place(arrives);
        arriving[at] = arrives;
        char[] old = strokes[at] == null ? NONE : strokes[at];
        char[] more = Arrays.copyOf(old, old.length + 1);
        boolean first = UsKeys.inGs1(last(stroke)) && UsKeys.inGs1(first(stroke));
        if (first) {
            int to = 0;
            while (to < old.length && UsKeys.inGs1(last(old[to])) && UsKeys.inGs1(first(old[to]))) {
                to++;
            }
            System.arraycopy(old, to, more, to + 1, old.length - to);
            more[to] = stroke;
        } else {
            more[old.length] = stroke;
        }
        strokes[at] = more;
    }

    private int place(char c) {
        int at = c & (arriving.length - 1);
        while (arriving[at] != 0 && arriving[at] != c) {
            at = (at + 1) & (arriving.length - 1);
        }
        return at;
    }

    /** The strokes that send a character, the likelier first; none where no key does. */
    char[] strokes(char arrives) {
        char[] found = strokes[place(arrives)];
        return found == null ? NONE : found;
    }

    /** Every character that some stroke sends. */
    char[] arriving() {
        return new String(arriving).replace("\0", "").toCharArray();
    }

    int longerCount() {
        return longer.length;
    }

    String longer(int i) {
        return longer[i];
    }

    char longerStroke(int i) {
        return longerStroke[i];
    }

    boolean hasDead() {
        for (boolean one : dead) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is one stroke of a dead key. */
    boolean isDead(char stroke) {
        return stroke < 128 && dead[stroke];
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
}
