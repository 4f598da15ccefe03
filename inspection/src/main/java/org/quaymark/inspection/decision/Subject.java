package org.quaymark.inspection.decision;

/** What a rule speaks about, and so whether it may speak while something is in doubt. */
enum Subject {
    /** The item: silent while its reading is in doubt, and without a registry. */
    ITEM,
    /** How the codes were read: needs no registry. */
    READING,
    /** The parcel, its consignor, an order about them: silent without a registry only. */
    SHIPMENT,
    /** The state of the registry itself. */
    REGISTRY
}
