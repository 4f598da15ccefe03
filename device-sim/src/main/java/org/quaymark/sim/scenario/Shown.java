package org.quaymark.sim.scenario;

import org.jspecify.annotations.Nullable;

/**
 * Something held under a scanner: an item, and which side of it.
 *
 * @param alone whether it is all that is shown of its parcel: then scanners' faults and bare payloads may strike, which need no
 *     order among scans
 * @param atOtherSite whether it is shown at the scenario's next site instead
 * @param beside another product's plain number that is read together with the label, null for none
 */
record Shown(
        Item item,
        Side side,
        boolean alone,
        boolean atOtherSite,
        @Nullable String beside) {
    /** What of it. */
    enum Side {
        /** The code that tells the unit or lot. */
        LABEL,
        /** The plain EAN beside it. */
        PLAIN_EAN,
        /** The parcel's own number. */
        PARCEL,
        /** What is left of a damaged label. */
        SCRATCHED,
        /** The sheet's code for a damaged label. */
        SAYS_DAMAGED,
        /** The sheet's code for goods that were let go. */
        SAYS_RELEASED
    }

    static Shown alone(Item item) {
        return new Shown(item, Side.LABEL, true, false, null);
    }

    static Shown of(Item item, Side side) {
        return new Shown(item, side, false, false, null);
    }

    Shown elsewhere() {
        return new Shown(item, side, alone, true, beside);
    }

    Shown besides(String ean) {
        return new Shown(item, side, false, atOtherSite, ean);
    }
}
