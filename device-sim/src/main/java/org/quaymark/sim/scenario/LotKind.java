package org.quaymark.sim.scenario;

/** The lots that a product has. */
enum LotKind {
    /** Fine, for the exhaustion area. */
    GOOD,
    /** Called back, withdrawn, stolen or destroyed. */
    RECALLED,
    /** Past its date. */
    EXPIRED,
    /** Fine, and made for another market. */
    FOREIGN
}
