package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.PARCEL;
import static org.quaymark.inspection.decision.Dock.SERIAL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.codes;
import static org.quaymark.inspection.decision.Dock.detail;
import static org.quaymark.inspection.decision.Dock.interceptionOfParcel;
import static org.quaymark.inspection.decision.Dock.interceptionOfProduct;
import static org.quaymark.inspection.decision.Dock.label;
import static org.quaymark.inspection.decision.Dock.shipment;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.registry.Manifest;
import org.quaymark.inspection.registry.Party;
import org.quaymark.inspection.registry.PartyStatus;

class ConsignorSuspendedTest {
    private final Dock dock = new Dock();

    @Test
    void reviewsWhatASuspendedConsignorSends() {
        dock.know(party("trader", PartyStatus.SUSPENDED));
        dock.shipment = shipment(null, "trader");
        dock.parcel = PARCEL;
        Verdict verdict = dock.scanShoe();
        assertEquals(Effect.REVIEW, verdict.verdict());
        assertEquals(Map.of("consignor", "trader", "parcel", PARCEL), detail(verdict, FindingCode.CONSIGNOR_SUSPENDED));
    }

    @Test
    void theConsignorMayBeTheManifests() {
        dock.know(party("trader", PartyStatus.SUSPENDED));
        dock.know(new Manifest(PARCEL, "trader", null, null, List.of(), null, null, null, null));
        assertEquals(List.of(FindingCode.CONSIGNOR_SUSPENDED), codes(dock.scan(PARCEL)));
        dock.shipment = shipment(null, "another");
        assertEquals(List.of(), dock.scan(PARCEL).findings());
    }

    @Test
    void reviewsWhatASuspendedSupplierMade() {
        dock.know(party("viet-shoe", PartyStatus.SUSPENDED));
        Verdict verdict = dock.scanShoe();
        assertEquals(Effect.REVIEW, verdict.verdict());
        assertEquals(
                Map.of("gtin", SHOE, "lot", "ABC123", "serial", SERIAL, "supplier", "viet-shoe"),
                detail(verdict, FindingCode.CONSIGNOR_SUSPENDED));
    }

    @Test
    void onePartyIsNamedOnce() {
        dock.know(party("viet-shoe", PartyStatus.SUSPENDED));
        dock.shipment = shipment(null, "viet-shoe");
        assertEquals(List.of(FindingCode.CONSIGNOR_SUSPENDED), codes(dock.scanShoe()));
        dock.know(party("trader", PartyStatus.SUSPENDED));
        dock.shipment = shipment(null, "trader");
        assertEquals(2, dock.scanShoe().findings().size());
    }

    @Test
    void anActiveOrUnknownPartyIsNoMatter() {
        dock.know(party("trader", PartyStatus.ACTIVE));
        dock.shipment = shipment(null, "trader");
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.shipment = shipment(null, "nobody");
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void standsWhileTheItemIsInDoubtButNotForItsSupplier() {
        dock.know(party("trader", PartyStatus.SUSPENDED));
        dock.know(party("viet-shoe", PartyStatus.SUSPENDED));
        dock.shipment = shipment(null, "trader");
        Verdict verdict = dock.scan("]D201" + SHOE + "10ABC123" + Dock.GS + "21nobody");
        assertEquals(List.of(FindingCode.CONSIGNOR_SUSPENDED, FindingCode.READING_DOUBTFUL), codes(verdict));
        assertEquals("trader", verdict.findings().get(0).detail().get("consignor"));
    }

    @Test
    void aClearanceOfTheUnitClearsItsSupplierAndOneOfTheParcelItsSenderToo() {
        dock.know(party("trader", PartyStatus.SUSPENDED));
        dock.know(party("viet-shoe", PartyStatus.SUSPENDED));
        dock.know(interceptionOfProduct("INT-1", null, SERIAL, Effect.PASS));
        assertEquals(Effect.PASS, dock.scanShoe().verdict());
        dock.shipment = shipment(null, "trader");
        assertEquals(Effect.REVIEW, dock.scanShoe().verdict());
        dock.know(interceptionOfParcel("INT-2", Effect.PASS));
        assertEquals(
                Effect.PASS, dock.scan(PARCEL, label(SHOE, SERIAL, "ABC123")).verdict());
    }

    private static Party party(String id, PartyStatus status) {
        return new Party(id, id, List.of(), null, List.of(), status);
    }
}
