package org.quaymark.hub.casework;

import java.time.Instant;
import org.quaymark.inspection.decision.Effect;

/** A sighting of a case, as the API lists it. */
public record CaseSighting(
        String scan, String edge, String site, String dock, String device, Instant at, Effect verdict) {}
