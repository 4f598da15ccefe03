package org.quaymark.hub.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Finding;

/**
 * Two sightings of one unit that cannot both be of it, or not without a release or return between them.
 *
 * @param by the later one with what was found on it; it names no parcel, since which of the two is right nobody knows yet
 * @param kilometres between the two sites, null where that is not what was found
 * @param seconds between the two, as their clocks say
 * @param offSeconds by how much both clocks together may have been off
 * @param keys what makes it the same report again: a pair any of whose keys was reported is not reported again
 */
public record SightingPair(
        String gtin,
        String serial,
        Finding finding,
        SightingRef earlier,
        SightingRef later,
        Suspicion by,
        @Nullable Long kilometres,
        long seconds,
        long offSeconds,
        List<String> keys) {
    public SightingPair {
        keys = keys.stream().sorted().toList();
    }
}
