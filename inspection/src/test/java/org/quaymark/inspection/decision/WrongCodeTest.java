package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.SERIAL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.detail;
import static org.quaymark.inspection.decision.Dock.label;

import org.junit.jupiter.api.Test;

class WrongCodeTest {
    private final Dock dock = new Dock();

    @Test
    void asksForTheOtherCodeOfTheBox() {
        Verdict verdict = dock.scan("9506000134352");
        assertEquals(Effect.RESCAN, verdict.verdict());
        assertEquals("serial", detail(verdict, FindingCode.WRONG_CODE).get("expected"));
        assertEquals(
                "lot",
                detail(dock.scan("9506000134369"), FindingCode.WRONG_CODE).get("expected"));
    }

    @Test
    void isSatisfiedByAnotherCodeOfTheScan() {
        assertEquals(
                Effect.PASS,
                dock.scan("9506000134352", label(SHOE, SERIAL, "ABC123")).verdict());
    }

    @Test
    void passesAPlainCodeOfGoodsNotToldApart() {
        assertEquals(Effect.PASS, dock.scan("9506000134376").verdict());
    }
}
