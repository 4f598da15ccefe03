package org.quaymark.inspection.decision;

import org.quaymark.inspection.registry.Interception;

/**
 * An authority's word that goods may go: an interception in force whose effect is PASS. For what it names, a parcel or a unit,
 * nothing found is stronger than PASS, other interceptions excepted.
 */
record Clearance(boolean ofParcel, boolean ofUnit) {
    static Clearance of(Circumstances c) {
        boolean parcel = false;
        boolean unit = false;
        for (Interception interception : c.interceptions()) {
            if (interception.effect().equals(Effect.PASS.name())) {
                parcel |= interception.parcel() != null;
                unit |= interception.parcel() == null && interception.gtin() != null && interception.serial() != null;
            }
        }
        return new Clearance(parcel, unit);
    }

    Effect cap(FindingCode code, Subject subject, Effect effect) {
        boolean capped = switch (subject) {
            case ITEM -> ofParcel || ofUnit;
            case READING, SHIPMENT -> ofParcel;
            // An old replica may not know of the next order.
            case REGISTRY -> false;
        };
        return capped && code != FindingCode.INTERCEPTION ? Effect.PASS : effect;
    }
}
