package org.quaymark.inspection.decision;

/** What the dock does, from the weakest to the strongest: the order of the constants is the order of strength. */
public enum Effect {
    /** Let it go. */
    PASS,
    /** Could not be decided here and now; is decided later. */
    UNCHECKED,
    /** The reading is in doubt: scan again. */
    RESCAN,
    /** A person looks at it. */
    REVIEW,
    /** Set it aside. */
    HOLD;

    /**
     * The effect of that name.
     *
     * @throws IllegalArgumentException when there is none, with the names that there are
     */
    public static Effect named(String name) {
        for (Effect effect : values()) {
            if (effect.name().equals(name)) {
                return effect;
            }
        }
        throw new IllegalArgumentException(
                "unknown effect '" + name + "'; effects are PASS, UNCHECKED, RESCAN, REVIEW, HOLD");
    }
}
