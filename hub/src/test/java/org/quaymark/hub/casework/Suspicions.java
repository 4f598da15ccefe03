package org.quaymark.hub.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.decision.FindingCode;

/** Sightings that open cases, in tests. */
public final class Suspicions {
    public static final String GTIN = "09506000134352";
    public static final String PARCEL = "RR473124829GB";

    private Suspicions() {}

    public static Suspicion unissued(long sequence, @Nullable String parcel, @Nullable String serial) {
        return of(sequence, parcel, serial, "ABC123", Effect.HOLD, FindingCode.SERIAL_NOT_ISSUED);
    }

    public static Suspicion of(
            long sequence,
            @Nullable String parcel,
            @Nullable String serial,
            String lot,
            Effect effect,
            FindingCode code) {
        return new Suspicion(
                "edge-1",
                1,
                sequence,
                "scan-" + sequence,
                "HAM1",
                "dock-3",
                "hand-7",
                Instant.parse("2026-11-21T10:15:30Z").plusSeconds(sequence),
                effect,
                List.of(new Finding(code, effect, Map.of("gtin", GTIN))),
                parcel,
                GTIN,
                lot,
                serial,
                null);
    }
}
