package org.quaymark.hub.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.decision.FindingCode;

/** What alerts are about, in tests. */
final class Subjects {
    static final Instant SEEN = Instant.parse("2026-11-21T10:15:30.123Z");

    private Subjects() {}

    static AlertSubject unissuedSerial() {
        return of("ABC123", "X/Y?#%Z", FindingCode.SERIAL_NOT_ISSUED, Map.of());
    }

    static AlertSubject of(String lot, @Nullable String serial, FindingCode code, Map<String, String> detail) {
        return new AlertSubject(
                "0193-case",
                SEEN,
                "HAM1",
                "dock-3",
                "RR473124829GB",
                "09506000134352",
                lot,
                serial,
                List.of(new Finding(code, Effect.HOLD, detail)));
    }

    static AlertSubject parcelAlone() {
        return new AlertSubject(
                "0193-case",
                SEEN,
                "HAM1",
                "dock-3",
                "RR473124829GB",
                null,
                null,
                null,
                List.of(new Finding(FindingCode.INTERCEPTION, Effect.HOLD, Map.of())));
    }
}
