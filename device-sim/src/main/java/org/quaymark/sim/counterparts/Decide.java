package org.quaymark.sim.counterparts;

/** How the customs office decides. */
public enum Decide {
    /** Every case is held. */
    HOLD,
    /** Every case is released. */
    RELEASE,
    /** One case in four is released, by its id: the same case the same way every time. */
    MIXED,
    /** Nothing is answered. */
    NONE;

    /** {@code hold} or {@code release}. */
    String decision(String caseId) {
        return switch (this) {
            case HOLD, NONE -> "hold";
            case RELEASE -> "release";
            case MIXED -> Math.floorMod(caseId.hashCode(), 4) == 0 ? "release" : "hold";
        };
    }
}
