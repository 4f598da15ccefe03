package org.quaymark.inspection.reading.keyboard;

/**
 * What searching the keyboards behind one reported text may cost, over all the ways to read it: a label needs a fraction, and a
 * text that a stranger composed must not keep a dock waiting. For one text, by one thread.
 */
public final class Effort {
    /** Steps of {@link Retyping}; twice what one search may take. */
    private static final int STEPS = 24_000;

    private int left = STEPS;

    /** Whether no more is to be spent: what was found may then lack a rival, and proves nothing. */
    public boolean isSpent() {
        return left < 0;
    }

    void spend(int steps) {
        left -= steps;
    }
}
