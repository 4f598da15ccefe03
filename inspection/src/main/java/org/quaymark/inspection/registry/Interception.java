package org.quaymark.inspection.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An order to stop goods. It names a parcel, or a GTIN with a lot or a serial or alone, or a consignor.
 *
 * @param effect what the dock is told, such as {@code HOLD}: the name of a
 *     {@link org.quaymark.inspection.decision.Effect}
 * @param requestedBy who asked for it
 * @param validTo last day, inclusive; null for until lifted
 */
public record Interception(
        String id,
        @Nullable String parcel,
        @Nullable String gtin,
        @Nullable String lot,
        @Nullable String serial,
        @Nullable String consignor,
        String effect,
        @Nullable String reason,
        @Nullable String requestedBy,
        @Nullable LocalDate validTo,
        InterceptionStatus status)
        implements RegistryRecord {
    public Interception {
        id = Require.text(id, "id");
        parcel = Require.optionalText(parcel, "parcel");
        gtin = gtin == null ? null : Require.gtin(gtin, "gtin");
        lot = Require.optionalText(lot, "lot");
        serial = Require.optionalText(serial, "serial");
        consignor = Require.optionalText(consignor, "consignor");
        if (parcel == null && gtin == null && consignor == null) {
            throw new IllegalArgumentException("an interception names a parcel, a gtin or a consignor");
        }
        if (gtin == null && (lot != null || serial != null)) {
            throw new IllegalArgumentException("lot and serial go with a gtin");
        }
        effect = Require.text(effect, "effect");
        if (!effect.matches("PASS|UNCHECKED|RESCAN|REVIEW|HOLD")) {
            throw new IllegalArgumentException("effect is none of PASS, UNCHECKED, RESCAN, REVIEW, HOLD: " + effect);
        }
        reason = Require.optionalText(reason, "reason");
        requestedBy = Require.optionalText(requestedBy, "requestedBy");
        status = Require.orDefault(status, InterceptionStatus.ACTIVE);
    }

    @Override
    public RegistryKey key() {
        return new RegistryKey(RecordType.INTERCEPTION, id);
    }
}
