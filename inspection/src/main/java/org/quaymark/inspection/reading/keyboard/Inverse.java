package org.quaymark.inspection.reading.keyboard;

import java.util.Arrays;

/** A {@link KeyMap} read backwards: for every character that may arrive, the strokes that send it. */
final class Inverse {
    private static final char[] NONE = {};
    private static final int SMALLEST = 256;

    /** Open addressing by the low bits; 0 is an empty place. At most half of them are taken. */
    private char[] arriving = new char[SMALLEST];

    private char[][] strokes = new char[SMALLEST][];
    private int taken;

    private final KeyMap map;
    private final boolean hasDead;

    /** What arrives as several characters, and for which. */
    private String[] longer = {};

    private char[] longerStroke = {};

    Inverse(KeyMap map) {
        this.map = map;
        map.each(this::add);
        boolean anyDead = false;
        for (char c = '!'; c < 127; c++) {
            anyDead |= map.isDead(c);
            longer(map.typed(c), c);
        }
        hasDead = anyDead;
        String separator = map.groupSeparator();
        if (separator.length() == 1 && separator.charAt(0) > ' ') {
            add(separator.charAt(0), UsKeys.GS);
        }
        longer(separator, UsKeys.GS);
    }

    private void longer(String arrives, char stroke) {
        if (arrives.length() > 1) {
            longer = Arrays.copyOf(longer, longer.length + 1);
            longer[longer.length - 1] = arrives;
            longerStroke = Arrays.copyOf(longerStroke, longer.length);
            longerStroke[longer.length - 1] = stroke;
        }
    }

    /** Strokes of CSET 82 come first: a GS1 code holds no others. */
    private void add(char arrives, char stroke) {
        int at = place(arrives);
        if (strokes[at] == null) {
            arriving[at] = arrives;
            strokes[at] = new char[] {stroke};
            if (++taken * 2 > arriving.length) {
                grow();
            }
            return;
        }
        char[] old = strokes[at];
        int to = old.length;
        if (KeyMap.inGs1(stroke)) {
            to = 0;
            while (to < old.length && KeyMap.inGs1(old[to])) {
                to++;
            }
        }
        char[] more = Arrays.copyOf(old, old.length + 1);
        System.arraycopy(old, to, more, to + 1, old.length - to);
        more[to] = stroke;
        strokes[at] = more;
    }

    private void grow() {
        char[] oldArriving = arriving;
        char[][] oldStrokes = strokes;
        arriving = new char[2 * oldArriving.length];
        strokes = new char[2 * oldArriving.length][];
        for (int i = 0; i < oldArriving.length; i++) {
            if (oldArriving[i] != 0) {
                int at = place(oldArriving[i]);
                arriving[at] = oldArriving[i];
                strokes[at] = oldStrokes[i];
            }
        }
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

    /** The one plain stroke that sends a character alone; 0 where there are several, two at once or none. GS is its own. */
    char onlyStroke(char arrives) {
        if (arrives <= ' ') {
            return arrives == UsKeys.GS ? arrives : 0;
        }
        char[] found = strokes[place(arrives)];
        return found == null || found.length != 1 || KeyMap.isPair(found[0]) ? 0 : found[0];
    }

    /** Whether it and another one are the same as far as that text goes, so that undoing it under both gives the same. */
    boolean isLike(Inverse other, String text) {
        if (longer.length > 0 || other.longer.length > 0) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Behind another control character than GS it is told from it which keys are dead.
            if (c <= ' ' ? c != UsKeys.GS : !Arrays.equals(strokes(c), other.strokes(c))) {
                return false;
            }
        }
        return true;
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
        return hasDead;
    }

    /** Whether it is one stroke of a dead key. */
    boolean isDead(char stroke) {
        return stroke < 128 && map.isDead(stroke);
    }
}
