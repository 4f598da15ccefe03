package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.SERIAL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.detail;
import static org.quaymark.inspection.decision.Dock.label;
import static org.quaymark.inspection.decision.Dock.serials;

import org.junit.jupiter.api.Test;
import org.quaymark.inspection.registry.SerialStatus;

class CodesDisagreeTest {
    private final Dock dock = new Dock();

    @Test
    void reviewsTwoGtinsOnOneItem() {
        Verdict verdict = dock.scan("9506000134376", label(SHOE, SERIAL, "ABC123"));
        assertEquals(Effect.REVIEW, verdict.verdict());
        assertEquals("gtin", detail(verdict, FindingCode.CODES_DISAGREE).get("fields"));
    }

    @Test
    void reviewsTwoSerialsOnOneItem() {
        dock.know(serials(SerialStatus.ISSUED, "ABC123", "8H000000"));
        Verdict verdict = dock.scan(label(SHOE, SERIAL, "ABC123"), label(SHOE, "8H000000", "ABC123"));
        assertEquals("serial", detail(verdict, FindingCode.CODES_DISAGREE).get("fields"));
    }
}
