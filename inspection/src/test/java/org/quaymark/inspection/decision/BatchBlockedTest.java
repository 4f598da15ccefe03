package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.CREAM;
import static org.quaymark.inspection.decision.Dock.SERIAL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.batch;
import static org.quaymark.inspection.decision.Dock.codes;
import static org.quaymark.inspection.decision.Dock.detail;
import static org.quaymark.inspection.decision.Dock.label;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.registry.BatchStatus;

class BatchBlockedTest {
    private final Dock dock = new Dock();

    @Test
    void holdsABlockedLotWithItsStatus() {
        for (BatchStatus status :
                List.of(BatchStatus.RECALLED, BatchStatus.WITHDRAWN, BatchStatus.STOLEN, BatchStatus.DESTROYED)) {
            dock.know(batch(CREAM, "L7", status));
            Verdict verdict = dock.scan(label(CREAM, null, "L7"));
            assertEquals(Effect.HOLD, verdict.verdict());
            assertEquals(
                    status.name().toLowerCase(Locale.ROOT),
                    detail(verdict, FindingCode.BATCH_BLOCKED).get("status"));
        }
    }

    @Test
    void findsARecalledLotByTheUnitWhereTheLabelNamesNone() {
        dock.know(batch(SHOE, "ABC123", BatchStatus.RECALLED));
        Verdict verdict = dock.scan(label(SHOE, SERIAL, null));
        assertEquals(List.of(FindingCode.BATCH_BLOCKED), codes(verdict));
        assertEquals("ABC123", detail(verdict, FindingCode.BATCH_BLOCKED).get("lot"));
    }
}
