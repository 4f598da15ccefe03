package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.codes;
import static org.quaymark.inspection.decision.Dock.detail;
import static org.quaymark.inspection.decision.Dock.licence;
import static org.quaymark.inspection.decision.Dock.lotFor;
import static org.quaymark.inspection.decision.Dock.shipment;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.registry.LicenceStatus;
import org.quaymark.inspection.registry.RightStatus;

class LicenceLapsedTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Dock dock = new Dock().withMark();

    LicenceLapsedTest() {
        dock.know(lotFor("US"));
        dock.shipment = shipment("DE", "trader");
    }

    @Test
    void namesTheLicenceThatEnded() {
        dock.know(licence("LIC-1", "acme", "trader", false, null, TODAY.minusDays(1), LicenceStatus.ACTIVE));
        Verdict verdict = dock.scanShoe();
        assertEquals(Effect.REVIEW, verdict.verdict());
        assertEquals(List.of(FindingCode.LICENCE_LAPSED), codes(verdict));
        assertEquals("LIC-1", detail(verdict, FindingCode.LICENCE_LAPSED).get("licence"));
        assertEquals("expired", detail(verdict, FindingCode.LICENCE_LAPSED).get("status"));
        assertEquals("DE", detail(verdict, FindingCode.LICENCE_LAPSED).get("destination"));
    }

    @Test
    void isInForceOnItsLastDay() {
        dock.know(licence("LIC-1", "acme", "trader", false, null, TODAY, LicenceStatus.ACTIVE));
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void soDoesOneSuspendedOrTerminated() {
        dock.know(licence("LIC-1", "acme", "trader", false, null, null, LicenceStatus.SUSPENDED));
        assertEquals(
                "suspended", detail(dock.scanShoe(), FindingCode.LICENCE_LAPSED).get("status"));
        dock.know(licence("LIC-1", "acme", "trader", false, null, null, LicenceStatus.TERMINATED));
        assertEquals(
                "terminated",
                detail(dock.scanShoe(), FindingCode.LICENCE_LAPSED).get("status"));
    }

    @Test
    void theSuppliersLapsedLicenceIsOneToo() {
        dock.know(licence("LIC-1", "acme", "viet-shoe", false, null, null, LicenceStatus.TERMINATED));
        assertEquals(List.of(FindingCode.LICENCE_LAPSED), codes(dock.scanShoe()));
    }

    @Test
    void anotherLicenceInForceMakesUpForIt() {
        dock.know(licence("LIC-1", "acme", "trader", false, null, null, LicenceStatus.TERMINATED));
        dock.know(licence("LIC-2", "acme", "trader", false));
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void whatHasNotBegunHasNotLapsed() {
        dock.know(licence("LIC-1", "acme", "trader", false, TODAY.plusDays(1), null, LicenceStatus.SUSPENDED));
        assertEquals(List.of(FindingCode.MARKET_NOT_LICENSED), codes(dock.scanShoe()));
    }

    @Test
    void aLinkThatLapsedIsNamed() {
        dock.know(licence("LIC-1", "acme", "region", true, null, TODAY.minusDays(1), LicenceStatus.ACTIVE));
        dock.know(licence("LIC-2", "region", "trader", false));
        assertEquals(
                "LIC-1", detail(dock.scanShoe(), FindingCode.LICENCE_LAPSED).get("licence"));
    }

    @Test
    void aPassedRightNeedsNoLicence() {
        dock.know(licence("LIC-1", "acme", "trader", false, null, null, LicenceStatus.TERMINATED));
        dock.know(Dock.right(RightStatus.EXPIRED, null, null, "EU"));
        assertEquals(List.of(FindingCode.RIGHT_NOT_IN_FORCE), codes(dock.scanShoe()));
    }
}
