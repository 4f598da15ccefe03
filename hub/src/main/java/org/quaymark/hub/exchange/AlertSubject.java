package org.quaymark.hub.exchange;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Finding;

/**
 * The sighting an alert is about: the one that opened the case.
 *
 * @param seenAt when it was scanned
 */
record AlertSubject(
        String caseId,
        Instant seenAt,
        String site,
        String dock,
        @Nullable String parcel,
        @Nullable String gtin,
        @Nullable String lot,
        @Nullable String serial,
        List<Finding> findings) {
    AlertSubject {
        findings = List.copyOf(findings);
    }
}
