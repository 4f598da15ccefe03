package org.quaymark.hub.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;

/**
 * A case.
 *
 * @param gather what its sightings have in common
 * @param priority 1 is looked at first
 * @param parcel of the sighting that opened it, as are the next four
 * @param verdict the strongest of its sightings
 * @param findings of all its sightings, each once
 * @param sightings how many there are
 * @param kind whom it is for
 * @param risk what orders the list among others; it never changes a verdict
 * @param interception id of the registry's interception that this case raised, null where it raised none
 */
public record CaseFile(
        String id,
        String gather,
        CaseStatus status,
        Instant opened,
        Instant updated,
        int priority,
        @Nullable String parcel,
        @Nullable String gtin,
        @Nullable String lot,
        @Nullable String serial,
        @Nullable String consignor,
        String site,
        String dock,
        Effect verdict,
        List<Finding> findings,
        int sightings,
        CaseKind kind,
        Risk risk,
        @Nullable String interception) {
    public CaseFile {
        findings = List.copyOf(findings);
    }

    CaseFile stepped(CaseStatus to, Instant at, @Nullable String raised) {
        return new CaseFile(
                id, gather, to, opened, at, priority, parcel, gtin, lot, serial, consignor, site, dock, verdict,
                findings, sightings, kind, risk, raised);
    }

    /** More was found on a sighting that is in it already. */
    CaseFile found(Instant at, Effect strongest, List<Finding> all) {
        return joined(0, at, strongest, all);
    }

    /** So many more sightings are in it. */
    CaseFile joined(int more, Instant at, Effect strongest, List<Finding> all) {
        return new CaseFile(
                id,
                gather,
                status,
                opened,
                at,
                Math.min(priority, priorityOf(strongest)),
                parcel,
                gtin,
                lot,
                serial,
                consignor,
                site,
                dock,
                strongest,
                all,
                sightings + more,
                kind,
                risk,
                interception);
    }

    CaseFile counting(int count) {
        return new CaseFile(
                id,
                gather,
                status,
                opened,
                updated,
                priority,
                parcel,
                gtin,
                lot,
                serial,
                consignor,
                site,
                dock,
                verdict,
                findings,
                count,
                kind,
                risk,
                interception);
    }

    static int priorityOf(Effect verdict) {
        return verdict == Effect.HOLD ? 1 : 2;
    }
}
