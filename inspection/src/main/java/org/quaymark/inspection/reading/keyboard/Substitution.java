package org.quaymark.inspection.reading.keyboard;

import org.jspecify.annotations.Nullable;

/**
 * A layout that sends every character by one key and leaves digits and separators as they are: of a label that begins with a
 * symbology identifier it changes the values of lot and serial, character by character, and neither where they stand nor any
 * number. So its twins can be asked for by these two alone, and nobody need write the whole text and take it apart again.
 */
public final class Substitution {
    private static final int ASCII = 128;

    /** By the character that arrives: the one of CSET 82 that was printed, 0 where none was. */
    private final char[] printed;

    private final boolean lossy;

    private Substitution(char[] printed, boolean lossy) {
        this.printed = printed;
        this.lossy = lossy;
    }

    /** What a layout does; null where it may do more than that. */
    static @Nullable Substitution of(KeyboardLayout layout) {
        KeyMap map = layout.map();
        Inverse inverse = new Inverse(map);
        if (!map.typed(']').equals("]") || inverse.longerCount() > 0) {
            return null;
        }
        char[] printed = new char[ASCII];
        for (char arrives = ' ' + 1; arrives < ASCII - 1; arrives++) {
            if (arrives == ']' || !UsKeys.inGs1(arrives) || inverse.strokes(arrives).length == 0) {
                continue;
            }
            char only = inverse.onlyStroke(arrives);
            boolean isDigit = arrives >= '0' && arrives <= '9';
            if (only == 0 || only == ']' || only == UsKeys.GS || (isDigit && only != arrives)) {
                return null;
            }
            printed[arrives] = UsKeys.inGs1(only) ? only : 0;
        }
        return new Substitution(printed, layout.isLossy());
    }

    /** Whether no value of CSET 82 becomes another one under it. */
    boolean changesNothing() {
        for (char arrives = 0; arrives < ASCII; arrives++) {
            if (printed[arrives] != 0 && printed[arrives] != arrives) {
                return false;
            }
        }
        return true;
    }

    /** Whether some character of CSET 82 does not arrive at all under the layout. */
    public boolean isLossy() {
        return lossy;
    }

    /** The value that was printed where this one arrived, itself where that is the same; null where it cannot arrive. */
    public @Nullable String printed(String value) {
        char[] changed = null;
        for (int i = 0; i < value.length(); i++) {
            char arrives = value.charAt(i);
            char one = arrives < ASCII ? printed[arrives] : 0;
            if (one == 0) {
                return null;
            }
            if (one != arrives) {
                changed = changed == null ? value.toCharArray() : changed;
                changed[i] = one;
            }
        }
        return changed == null ? value : new String(changed);
    }
}
