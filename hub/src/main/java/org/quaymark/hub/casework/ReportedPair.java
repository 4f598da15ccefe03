package org.quaymark.hub.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.FindingCode;

/**
 * A pair of a case, as the API lists it and the page shows it.
 *
 * @param kilometres between the two sites, null where that is not what was found
 * @param seconds between the two, as their clocks say
 * @param clockSeconds by how much both clocks together may have been off
 * @param kilometresPerHour how fast the unit would have had to be at least, both clocks off in its favour; null without a distance
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportedPair(
        FindingCode code,
        Effect effect,
        Instant found,
        Side earlier,
        Side later,
        @Nullable Long kilometres,
        long seconds,
        long clockSeconds,
        @Nullable Long kilometresPerHour) {
    private static final long SECONDS_PER_HOUR = 3_600;

    /** One of the two sightings. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Side(
            String scan,
            String edge,
            String site,
            String dock,
            String device,
            Instant at,
            Effect verdict,
            @Nullable String parcel) {}

    static ReportedPair of(
            FindingCode code,
            Effect effect,
            Instant found,
            Side earlier,
            Side later,
            @Nullable Long kilometres,
            long seconds,
            long clockSeconds) {
        Long speed = kilometres == null ? null : kilometres * SECONDS_PER_HOUR / Math.max(1, seconds + clockSeconds);
        return new ReportedPair(code, effect, found, earlier, later, kilometres, seconds, clockSeconds, speed);
    }
}
