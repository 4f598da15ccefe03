package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.SOAP;
import static org.quaymark.inspection.decision.Dock.detail;

import org.junit.jupiter.api.Test;

class BatchExpiredTest {
    private final Dock dock = new Dock();

    @Test
    void reviewsWhatExpiredBeforeTheScansDate() {
        Verdict verdict = dock.scan("]d201" + SOAP + "17261120");
        assertEquals(Effect.REVIEW, verdict.verdict());
        assertEquals("2026-11-20", detail(verdict, FindingCode.BATCH_EXPIRED).get("expiry"));
        assertEquals(Effect.PASS, dock.scan("]d201" + SOAP + "17261121").verdict());
    }

    @Test
    void dayZeroIsTheMonthsLast() {
        assertEquals(Effect.PASS, dock.scan("]d201" + SOAP + "17261100").verdict());
        assertEquals(Effect.REVIEW, dock.scan("]d201" + SOAP + "17261000").verdict());
    }
}
