package org.quaymark.hub.detection;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.casework.SightingRef;

/**
 * A unit was seen, by a clean reading.
 *
 * @param offSeconds by how much {@code at} may be off
 * @param letGo whether the unit was released or came back after it
 */
record Sighted(
        SightingRef entry,
        String scan,
        String site,
        String dock,
        String device,
        Instant at,
        @Nullable String lot,
        @Nullable String parcel,
        @Nullable String consignor,
        long offSeconds,
        boolean letGo) {
    /** The same order for everybody, also where clocks say the same: of two sightings one is the earlier. */
    static final Comparator<Sighted> ORDER = Comparator.comparing(Sighted::at)
            .thenComparing(sighted -> sighted.entry().edge())
            .thenComparing(sighted -> sighted.entry().generation())
            .thenComparing(sighted -> sighted.entry().sequence());

    /** The same trigger pull, through two edges or in two generations of a journal. */
    boolean isSameScan(Sighted other) {
        return scan.equals(other.scan) && site.equals(other.site) && device.equals(other.device);
    }
}
