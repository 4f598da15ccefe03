package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.UNLISTED;
import static org.quaymark.inspection.decision.Dock.codes;
import static org.quaymark.inspection.decision.Dock.detail;
import static org.quaymark.inspection.decision.Dock.label;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProductNotIssuedTest {
    private final Dock dock = new Dock();

    @Test
    void reviewsANumberUnderAnEnrolledPrefix() {
        Verdict verdict = dock.scan(label(UNLISTED, "S1", "L1"));
        assertEquals(Effect.REVIEW, verdict.verdict());
        assertEquals("acme", detail(verdict, FindingCode.PRODUCT_NOT_ISSUED).get("holder"));
        assertEquals(List.of(FindingCode.PRODUCT_NOT_ISSUED), codes(verdict));
    }
}
