package org.quaymark.inspection.reading;

/** How sure it is what was printed. */
public enum Certainty {
    /** The raw reading is legal as it came, and stands. */
    CLEAN,
    /** Exactly one way of undoing scanner faults is proved. */
    REPAIRED,
    /** No single proved reading: nothing may be found against the item. */
    DOUBTFUL,
    /** There was no code of an item to read. */
    NONE
}
