package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.CREAM;
import static org.quaymark.inspection.decision.Dock.codes;
import static org.quaymark.inspection.decision.Dock.detail;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpiryMismatchTest {
    private final Dock dock = new Dock();

    @Test
    void reviewsAnotherExpiryThanTheLots() {
        Verdict verdict = dock.scan("]d201" + CREAM + "1728123110L7");
        assertEquals(List.of(FindingCode.EXPIRY_MISMATCH), codes(verdict));
        assertEquals("2027-12-31", detail(verdict, FindingCode.EXPIRY_MISMATCH).get("expected"));
    }

    @Test
    void aLabelThatNamesTheMonthOnlyFitsAnyDayOfIt() {
        assertEquals(Effect.PASS, dock.scan("]d201" + CREAM + "1727120010L7").verdict());
        assertEquals(Effect.REVIEW, dock.scan("]d201" + CREAM + "1727110010L7").verdict());
    }
}
