package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.SERIAL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.batch;
import static org.quaymark.inspection.decision.Dock.detail;
import static org.quaymark.inspection.decision.Dock.label;
import static org.quaymark.inspection.decision.Dock.serials;

import org.junit.jupiter.api.Test;
import org.quaymark.inspection.registry.BatchStatus;
import org.quaymark.inspection.registry.SerialStatus;

class SerialLotMismatchTest {
    private final Dock dock = new Dock();

    @Test
    void holdsASerialUnderAnotherLot() {
        dock.know(batch(SHOE, "OTHER", BatchStatus.RELEASED));
        Verdict verdict = dock.scan(label(SHOE, SERIAL, "OTHER"));
        assertEquals(Effect.HOLD, verdict.verdict());
        assertEquals("ABC123", detail(verdict, FindingCode.SERIAL_LOT_MISMATCH).get("expected"));
    }

    @Test
    void passesWhereTheMakerDidNotSayTheLot() {
        dock.know(serials(SerialStatus.ISSUED, null, "NOLOT001"));
        assertEquals(Effect.PASS, dock.scan(label(SHOE, "NOLOT001", "ABC123")).verdict());
    }
}
