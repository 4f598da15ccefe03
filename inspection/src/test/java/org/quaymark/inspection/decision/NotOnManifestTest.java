package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.CREAM;
import static org.quaymark.inspection.decision.Dock.PARCEL;
import static org.quaymark.inspection.decision.Dock.SERIAL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.SOAP;
import static org.quaymark.inspection.decision.Dock.codes;
import static org.quaymark.inspection.decision.Dock.detail;
import static org.quaymark.inspection.decision.Dock.label;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.registry.Manifest;

class NotOnManifestTest {
    private final Dock dock = new Dock();

    NotOnManifestTest() {
        dock.parcel = PARCEL;
    }

    @Test
    void reviewsAnItemThatIsNotListed() {
        list(item(CREAM, null, null, 1));
        Verdict verdict = dock.scanShoe();
        assertEquals(Effect.REVIEW, verdict.verdict());
        assertEquals(
                Map.of("gtin", SHOE, "lot", "ABC123", "serial", SERIAL, "parcel", PARCEL),
                detail(verdict, FindingCode.NOT_ON_MANIFEST));
    }

    @Test
    void letsAListedItemGo() {
        list(item(CREAM, null, null, 1), item(SHOE, null, null, 1));
        assertEquals(List.of(), dock.scanShoe().findings());
        list(item(SHOE, "ABC123", SERIAL, 1));
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void reviewsAnotherLotOrAnotherSerial() {
        list(item(SHOE, "OTHER", null, 1));
        assertEquals(List.of(FindingCode.NOT_ON_MANIFEST), codes(dock.scanShoe()));
        list(item(SHOE, null, "OTHER", 1));
        assertEquals(List.of(FindingCode.NOT_ON_MANIFEST), codes(dock.scanShoe()));
    }

    @Test
    void whatTheLabelLeavesOpenFits() {
        list(item(CREAM, "L7", "S-1", 1));
        assertEquals(List.of(), dock.scan(label(CREAM, null, "L7")).findings());
        list(item(SOAP, "L1", null, 1));
        assertEquals(List.of(), dock.scan(SOAP).findings());
    }

    @Test
    void aLotThatOnlyTheRegistryNamesCounts() {
        list(item(SHOE, "OTHER", null, 1));
        assertEquals(List.of(FindingCode.NOT_ON_MANIFEST), codes(dock.scan(label(SHOE, SERIAL, null))));
    }

    @Test
    void withoutAManifestOrWithAnEmptyOneNothingIsSaid() {
        assertEquals(List.of(), dock.scanShoe().findings());
        list();
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void reviewsMoreUnitsThanListed() {
        list(item(SHOE, "ABC123", null, 2));
        packed(unit("A"));
        assertEquals(List.of(), dock.scanShoe().findings());
        packed(unit("A"), unit("B"));
        Verdict verdict = dock.scanShoe();
        assertEquals(List.of(FindingCode.NOT_ON_MANIFEST), codes(verdict));
        assertEquals("2", detail(verdict, FindingCode.NOT_ON_MANIFEST).get("listed"));
        assertEquals("3", detail(verdict, FindingCode.NOT_ON_MANIFEST).get("seen"));
    }

    @Test
    void aUnitScannedAgainIsTheSameUnit() {
        list(item(SHOE, null, null, 1));
        packed(unit(SERIAL), unit(SERIAL));
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void unitsOfOtherProductsAreNotCounted() {
        list(item(SHOE, null, null, 1));
        packed(new History.Packed(CREAM, "L7", "A"), new History.Packed(CREAM, "L7", "B"));
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void countsALotByItself() {
        list(item(SHOE, "ABC123", null, 1), item(SHOE, "OTHER", null, 5));
        packed(unit("A"));
        Verdict verdict = dock.scanShoe();
        assertEquals("1", detail(verdict, FindingCode.NOT_ON_MANIFEST).get("listed"));
        assertEquals("2", detail(verdict, FindingCode.NOT_ON_MANIFEST).get("seen"));
        packed(new History.Packed(SHOE, "OTHER", "A"));
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void linesThatNameNoLotTakeUnitsOfAnyLot() {
        list(item(SHOE, "ABC123", null, 1), item(SHOE, null, null, 1));
        packed(unit("A"));
        assertEquals(List.of(), dock.scanShoe().findings());
        packed(unit("A"), new History.Packed(SHOE, null, "B"));
        assertEquals(List.of(FindingCode.NOT_ON_MANIFEST), codes(dock.scanShoe()));
    }

    @Test
    void aLineWithoutAQuantityLimitsNothing() {
        list(item(SHOE, null, null, 0));
        packed(unit("A"), unit("B"), unit("C"));
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void unitsWithoutSerialsCannotBeCounted() {
        list(item(CREAM, "L7", null, 1));
        packed(new History.Packed(CREAM, "L7", null), new History.Packed(CREAM, "L7", null));
        assertEquals(List.of(), dock.scan(label(CREAM, null, "L7")).findings());
    }

    private static History.Packed unit(String serial) {
        return new History.Packed(SHOE, "ABC123", serial);
    }

    private static Manifest.Item item(String gtin, @Nullable String lot, @Nullable String serial, int quantity) {
        return new Manifest.Item(gtin, lot, serial, quantity);
    }

    private void list(Manifest.Item... items) {
        dock.know(new Manifest(PARCEL, null, null, null, List.of(items), null, null, null, null));
    }

    private void packed(History.Packed... units) {
        dock.history = new History() {
            @Override
            public List<Packed> packedIn(Scan scan, List<String> parcels) {
                return parcels.contains(PARCEL) ? List.of(units) : List.of();
            }
        };
    }
}
