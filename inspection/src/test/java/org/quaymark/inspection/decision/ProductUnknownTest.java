package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quaymark.inspection.decision.Dock.STRANGER;
import static org.quaymark.inspection.decision.Dock.codes;
import static org.quaymark.inspection.decision.Dock.label;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProductUnknownTest {
    private final Dock dock = new Dock();

    @Test
    void passesAProductOfNobodyWeKnow() {
        Verdict verdict = dock.scan(label(STRANGER, "S1", "L1"));
        assertEquals(Effect.PASS, verdict.verdict());
        assertEquals(List.of(FindingCode.PRODUCT_UNKNOWN), codes(verdict));
        assertTrue(verdict.instruction().startsWith("OK"));
    }
}
