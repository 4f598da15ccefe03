package org.quaymark.inspection.reading.keyboard;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Searches the series of strokes that send one text, the plainest first: those with no unusual stroke, with one, with two …
 * For one text only.
 *
 * <p>Where the receiving program shows dead keys ({@code marked}), each has NUL in front of what it makes; else NUL can only
 * be a GS that the layout has no character for. ESC and BS are GS too: Ctrl and a letter key's own control character.
 */
final class Retyping {
    private static final int NO_WAY = 0;
    private static final int FOUND = 1;

    /** Given up for want of budget or of steps: more may be there. */
    private static final int CUT = 2;

    private static final int STEPS = 3_000;

    private final Inverse inverse;
    private final String text;
    private final int bound;
    private final boolean marked;
    private final int start;
    private final StringBuilder printed;
    private final Set<String> found;

    /** By place (times two, plus one just after a mark): the frame state plus one from which nothing leads on; 0 unknown. */
    private final int[] hopeless;

    private int budget;
    private int steps;

    /**
     * What was found.
     *
     * @param steps how much there was to try
     */
    record Found(Set<String> printed, boolean complete, int steps) {}

    private Retyping(Inverse inverse, String text, boolean marked, int start, int bound, Set<String> found) {
        this.inverse = inverse;
        this.text = text;
        this.marked = marked;
        this.start = start;
        this.bound = bound;
        this.found = found;
        printed = new StringBuilder(text.length() + 4);
        hopeless = new int[2 * text.length() + 2];
    }

    /**
     * The one text where every character is sent by one plain stroke and no other: nearly always so, and found without a search. Empty where that cannot
     * be; null where there is a choice to make.
     */
    private static @Nullable Set<String> straight(Inverse inverse, String text, int start) {
        if (inverse.longerCount() > 0) {
            return null;
        }
        char[] printed = new char[text.length()];
        int state = start;
        for (int at = 0; at < printed.length; at++) {
            char only = inverse.onlyStroke(text.charAt(at));
            if (only == 0) {
                return null;
            }
            state = Gs1Frame.next(state, only);
            if (state == Gs1Frame.IMPOSSIBLE) {
                return Set.of();
            }
            printed[at] = only;
        }
        return Set.of(new String(printed));
    }

    /** {@code start}: {@link Gs1Frame#START} for GS1 texts, {@link Gs1Frame#FREE} for any. */
    static Found search(Inverse inverse, String text, int start, int bound) {
        Set<String> straight = straight(inverse, text, start);
        if (straight != null) {
            return new Found(straight, true, 0);
        }
        Set<String> found = new LinkedHashSet<>(4);
        boolean complete = true;
        int steps = 0;
        if (text.indexOf('\0') >= 0 && inverse.hasDead()) {
            Retyping marked = new Retyping(inverse, text, true, start, bound, found);
            complete = marked.run();
            steps = marked.steps;
        }
        Retyping plain = new Retyping(inverse, text, false, start, bound, found);
        complete &= plain.run();
        return new Found(found, complete, steps + plain.steps);
    }

    private boolean run() {
        for (budget = 0; budget <= text.length(); budget++) {
            if ((from(0, false, start, 0) & CUT) == 0) {
                return true;
            }
            if (found.size() >= bound || steps > STEPS) {
                return false;
            }
        }
        return true;
    }

    private int from(int place, boolean afterMark, int frame, int spent) {
        int length = printed.length();
        int at = place;
        int state = frame;
        boolean after = afterMark;
        while (at < text.length()) {
            char only = onlyStroke(at, after);
            if (only == 0) {
                int result = remembered(at, after, state, spent);
                printed.setLength(length);
                return result;
            }
            state = Gs1Frame.next(state, only);
            if (state == Gs1Frame.IMPOSSIBLE) {
                printed.setLength(length);
                return NO_WAY;
            }
            printed.append(only);
            after = false;
            at++;
        }
        int result = spent < budget ? FOUND : end();
        printed.setLength(length);
        return result;
    }

    private int end() {
        String whole = printed.toString();
        if (found.contains(whole)) {
            return FOUND;
        }
        if (found.size() >= bound) {
            return FOUND | CUT;
        }
        found.add(whole);
        return FOUND;
    }

    private int remembered(int at, boolean after, int frame, int spent) {
        int key = 2 * at + (after ? 1 : 0);
        if (hopeless[key] == frame + 1) {
            return NO_WAY;
        }
        int result = branch(at, after, frame, spent);
        if (result == NO_WAY) {
            hopeless[key] = frame + 1;
        }
        return result;
    }

    /** The one plain stroke that sends the character here; 0 where there are several, special ones or none. */
    private char onlyStroke(int at, boolean after) {
        char c = text.charAt(at);
        char only = inverse.longerCount() > 0 ? 0 : inverse.onlyStroke(c);
        return marked && !after && inverse.isDead(only) ? 0 : only;
    }

    private int branch(int at, boolean after, int frame, int spent) {
        char c = text.charAt(at);
        int result = NO_WAY;
        int cost = spent;
        for (char stroke : inverse.strokes(c)) {
            boolean allowed = KeyMap.isPair(stroke) ? !marked : !marked || after || !inverse.isDead(stroke);
            if (allowed) {
                result |= push(stroke, at + 1, false, frame, cost);
                cost = spent + 1;
            }
        }
        for (int i = 0; i < inverse.longerCount(); i++) {
            if (text.startsWith(inverse.longer(i), at)) {
                result |= push(inverse.longerStroke(i), at + inverse.longer(i).length(), false, frame, spent);
            }
        }
        if (c == ' ') {
            result |= push(c, at + 1, false, frame, spent);
        } else if (c < ' ') {
            result |= marked && c == 0 ? mark(at, frame, spent) : NO_WAY;
            result |= lateAccent(at, frame, spent);
            result |= push(isSeparator(c) ? UsKeys.GS : c, at + 1, false, frame, spent);
        }
        return result;
    }

    /** NUL of a dead key, then what it makes with the next stroke. */
    private int mark(int at, int frame, int spent) {
        int result = NO_WAY;
        if (at + 1 < text.length()) {
            for (char stroke : inverse.strokes(text.charAt(at + 1))) {
                if (KeyMap.isPair(stroke) || inverse.isDead(stroke)) {
                    result |= push(stroke, at + 2, !KeyMap.isPair(stroke), frame, spent);
                }
            }
        }
        return result;
    }

    /** A GS that comes as another control character overtakes the accent still waiting: {@code BS °} is {@code ° GS}. */
    private int lateAccent(int at, int frame, int spent) {
        int control = marked ? at + 1 : at;
        if (control + 1 >= text.length()
                || (marked && text.charAt(at) != 0)
                || !isSeparator(text.charAt(control))
                || text.charAt(control) == UsKeys.GS) {
            return NO_WAY;
        }
        int result = NO_WAY;
        for (char stroke : inverse.strokes(text.charAt(control + 1))) {
            if (KeyMap.isPair(stroke) || inverse.isDead(stroke)) {
                int length = printed.length();
                int state = append(append(frame, KeyMap.first(stroke)), UsKeys.GS);
                state = KeyMap.isPair(stroke) ? append(state, KeyMap.last(stroke)) : state;
                result |= onward(control + 2, false, state, spent);
                printed.setLength(length);
            }
        }
        return result;
    }

    private int push(char stroke, int next, boolean after, int frame, int spent) {
        int length = printed.length();
        int state = KeyMap.isPair(stroke) ? append(frame, KeyMap.first(stroke)) : frame;
        state = append(state, KeyMap.last(stroke));
        int result = onward(next, after, state, spent);
        printed.setLength(length);
        return result;
    }

    private int append(int frame, char c) {
        printed.append(c);
        return frame == Gs1Frame.IMPOSSIBLE ? frame : Gs1Frame.next(frame, c);
    }

    private int onward(int next, boolean after, int state, int spent) {
        if (state == Gs1Frame.IMPOSSIBLE) {
            return NO_WAY;
        }
        return spent > budget || ++steps > STEPS ? CUT : from(next, after, state, spent);
    }

    private static boolean isSeparator(char c) {
        return c == UsKeys.GS || c == 0 || c == 0x1B || c == 0x08;
    }
}
