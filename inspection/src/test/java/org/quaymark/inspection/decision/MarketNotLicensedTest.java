package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.MARK;
import static org.quaymark.inspection.decision.Dock.SERIAL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.codes;
import static org.quaymark.inspection.decision.Dock.detail;
import static org.quaymark.inspection.decision.Dock.label;
import static org.quaymark.inspection.decision.Dock.licence;
import static org.quaymark.inspection.decision.Dock.lotFor;
import static org.quaymark.inspection.decision.Dock.right;
import static org.quaymark.inspection.decision.Dock.shipment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quaymark.inspection.registry.Licence;
import org.quaymark.inspection.registry.LicenceStatus;
import org.quaymark.inspection.registry.RightStatus;

class MarketNotLicensedTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Dock dock = new Dock().withMark();

    MarketNotLicensedTest() {
        dock.know(lotFor("US", "CA"));
        dock.shipment = shipment("DE", "trader");
    }

    @Test
    void reviewsGoodsOfAnotherMarketThatNobodyIsLicensedToBring() {
        Verdict verdict = dock.scanShoe();
        assertEquals(Effect.REVIEW, verdict.verdict());
        assertEquals(
                Map.of(
                        "gtin",
                        SHOE,
                        "lot",
                        "ABC123",
                        "serial",
                        SERIAL,
                        "destination",
                        "DE",
                        "consignor",
                        "trader",
                        "markets",
                        "US,CA",
                        "supplier",
                        "viet-shoe"),
                detail(verdict, FindingCode.MARKET_NOT_LICENSED));
    }

    @Test
    void theLotMayBeKnownByTheUnitOnly() {
        assertEquals(List.of(FindingCode.MARKET_NOT_LICENSED), codes(dock.scan(label(SHOE, SERIAL, null))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE", "EU", "EEA", "WW", "FR", "NO", "RE"})
    void goodsFirstSoldInTheEconomicAreaTravelFreelyInIt(String market) {
        dock.know(lotFor("US", market));
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void goodsFirstSoldInTheEconomicAreaAreNotFreeOutside() {
        dock.know(right(RightStatus.REGISTERED, null, null, "EU", "CH"));
        dock.know(lotFor("EEA"));
        dock.shipment = shipment("CH", "trader");
        assertEquals(List.of(FindingCode.MARKET_NOT_LICENSED), codes(dock.scanShoe()));
        dock.know(lotFor("EEA", "CH"));
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void needsARightInForceAtTheDestination() {
        dock.know(right(RightStatus.EXPIRED, null, null, "EU"));
        assertEquals(List.of(FindingCode.RIGHT_NOT_IN_FORCE), codes(dock.scanShoe()));
        dock.know(right(RightStatus.REGISTERED, null, TODAY, "FR"));
        assertEquals(List.of(FindingCode.RIGHT_NOT_IN_FORCE), codes(dock.scanShoe()));
        dock.know(right(RightStatus.REGISTERED, null, TODAY, "DE"));
        assertEquals(List.of(FindingCode.MARKET_NOT_LICENSED), codes(dock.scanShoe()));
    }

    @Test
    void whereTheMarketsOrTheLotOrTheDestinationAreNotKnownNothingIsSaid() {
        dock.know(lotFor());
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.know(lotFor("US"));
        assertEquals(
                List.of(FindingCode.SERIAL_LOT_MISMATCH, FindingCode.BATCH_UNKNOWN),
                codes(dock.scan(label(SHOE, SERIAL, "OTHER"))));
        dock.shipment = null;
        dock.site = "NOWHERE";
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void aLicenceOfTheConsignorOrOfTheSupplierLetsThemIn() {
        dock.know(licence("LIC-1", "acme", "trader", false));
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.shipment = shipment("DE", "somebody");
        assertEquals(List.of(FindingCode.MARKET_NOT_LICENSED), codes(dock.scanShoe()));
        dock.know(licence("LIC-2", "acme", "viet-shoe", false));
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.shipment = null;
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void theHolderNeedsNoLicenceForItsOwnGoods() {
        dock.shipment = shipment("DE", "acme");
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void aConsignorWhoIsNotKnownIsLicensedByNobody() {
        dock.know(licence("LIC-1", "acme", "trader", false));
        dock.shipment = null;
        assertEquals(List.of(FindingCode.MARKET_NOT_LICENSED), codes(dock.scanShoe()));
    }

    @Test
    void aLicenceCoversByGtinBrandOrRight() {
        dock.know(covering(List.of(SHOE), List.of(), List.of()));
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.know(covering(List.of(), List.of("Acme"), List.of()));
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.know(covering(List.of(), List.of(), List.of(MARK)));
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.know(covering(List.of(Dock.CREAM), List.of("Other"), List.of("EUTM-2")));
        assertEquals(List.of(FindingCode.MARKET_NOT_LICENSED), codes(dock.scanShoe()));
    }

    @Test
    void aLicenceCountsInItsTerritory() {
        dock.know(inTerritories("FR", "US"));
        assertEquals(List.of(FindingCode.MARKET_NOT_LICENSED), codes(dock.scanShoe()));
        dock.know(inTerritories("EU"));
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.know(inTerritories());
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void aLicenceCountsFromItsFirstToItsLastDay() {
        dock.know(licence("LIC-1", "acme", "trader", false, TODAY, TODAY, LicenceStatus.ACTIVE));
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.know(licence("LIC-1", "acme", "trader", false, TODAY.plusDays(1), null, LicenceStatus.ACTIVE));
        assertEquals(List.of(FindingCode.MARKET_NOT_LICENSED), codes(dock.scanShoe()));
    }

    @Test
    void aLicenceBySomebodyWhoIsNotTheHolderCountsNothing() {
        dock.know(licence("LIC-1", "stranger", "trader", true));
        assertEquals(List.of(FindingCode.MARKET_NOT_LICENSED), codes(dock.scanShoe()));
    }

    private static Licence covering(List<String> products, List<String> brands, List<String> rights) {
        return new Licence(
                "LIC-1",
                "acme",
                "trader",
                products,
                brands,
                rights,
                List.of("DE"),
                null,
                null,
                false,
                LicenceStatus.ACTIVE);
    }

    private static Licence inTerritories(String... territories) {
        return new Licence(
                "LIC-1",
                "acme",
                "trader",
                List.of(SHOE),
                List.of(),
                List.of(),
                List.of(territories),
                null,
                null,
                false,
                LicenceStatus.ACTIVE);
    }
}
