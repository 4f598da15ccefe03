package org.quaymark.hub.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;

/**
 * A sighting that people should look at.
 *
 * @param edge with {@code generation} and {@code sequence}, the journal entry it is
 * @param verdict {@link Effect#REVIEW} or {@link Effect#HOLD}
 */
public record Suspicion(
        String edge,
        int generation,
        long sequence,
        String scan,
        String site,
        String dock,
        String device,
        Instant at,
        Effect verdict,
        List<Finding> findings,
        @Nullable String parcel,
        @Nullable String gtin,
        @Nullable String lot,
        @Nullable String serial,
        @Nullable String consignor) {
    public Suspicion {
        findings = List.copyOf(findings);
        if (verdict != Effect.REVIEW && verdict != Effect.HOLD) {
            throw new IllegalArgumentException(verdict + " opens no case");
        }
    }
}
