package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.CREAM;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.SOAP;
import static org.quaymark.inspection.decision.Dock.codes;
import static org.quaymark.inspection.decision.Dock.label;
import static org.quaymark.inspection.decision.Dock.serials;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.registry.SerialStatus;

class BatchUnknownTest {
    private final Dock dock = new Dock();

    @Test
    void reviewsALotNobodyListed() {
        Verdict verdict = dock.scan(label(CREAM, null, "NOPE"));
        assertEquals(Effect.REVIEW, verdict.verdict());
        assertEquals(List.of(FindingCode.BATCH_UNKNOWN), codes(verdict));
    }

    @Test
    void knowsALotThatAUnitWasIssuedUnder() {
        dock.know(serials(SerialStatus.ISSUED, "LATE1", "LATE0001"));
        assertEquals(Effect.PASS, dock.scan(label(SHOE, "LATE0001", "LATE1")).verdict());
    }

    @Test
    void saysNothingOfLotsOfGoodsNotToldApart() {
        assertEquals(Effect.PASS, dock.scan(label(SOAP, null, "NOPE")).verdict());
    }
}
