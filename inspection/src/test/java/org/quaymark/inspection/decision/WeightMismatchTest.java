package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.CREAM;
import static org.quaymark.inspection.decision.Dock.PARCEL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.STRANGER;
import static org.quaymark.inspection.decision.Dock.codes;
import static org.quaymark.inspection.decision.Dock.detail;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quaymark.inspection.reading.Shipment;
import org.quaymark.inspection.registry.Deletion;
import org.quaymark.inspection.registry.Manifest;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.RecordType;
import org.quaymark.inspection.registry.RegistryKey;
import org.quaymark.inspection.registry.Serialisation;

/** Shoes of 640 g in these tests; soap sachets of 100 g. */
class WeightMismatchTest {
    private final Dock dock = new Dock();

    @ParameterizedTest
    @ValueSource(ints = {1088, 1089, 1280, 1471, 1472})
    void fifteenPercentOffIsNotTooMuch(int grams) {
        list(null, item(SHOE, 2));
        assertEquals(List.of(), weigh(grams).findings());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1087, 1473, 20_000})
    void reviewsMoreThanFifteenPercentOff(int grams) {
        list(null, item(SHOE, 2));
        Verdict verdict = weigh(grams);
        assertEquals(Effect.REVIEW, verdict.verdict());
        assertEquals(
                Map.of("parcel", PARCEL, "weightGrams", String.valueOf(grams), "expectedGrams", "1280"),
                detail(verdict, FindingCode.WEIGHT_MISMATCH));
    }

    @Test
    void fiftyGramsOffIsNotTooMuchWhateverThePercentage() {
        light();
        list(null, item(CREAM, 1));
        assertEquals(List.of(), weigh(50).findings());
        assertEquals(List.of(), weigh(150).findings());
        assertEquals(List.of(FindingCode.WEIGHT_MISMATCH), codes(weigh(49)));
        assertEquals(List.of(FindingCode.WEIGHT_MISMATCH), codes(weigh(151)));
    }

    @Test
    void packagingThatWasDeclaredExplainsAHeavierParcel() {
        list(1700, item(SHOE, 2));
        assertEquals(List.of(), weigh(1600).findings());
        assertEquals(List.of(), weigh(1955).findings());
        assertEquals("1700", detail(weigh(1956), FindingCode.WEIGHT_MISMATCH).get("expectedGrams"));
    }

    @Test
    void nothingExplainsAParcelLighterThanItsUnits() {
        list(900, item(SHOE, 2));
        assertEquals(List.of(FindingCode.WEIGHT_MISMATCH), codes(weigh(900)));
        list(1700, item(SHOE, 2));
        assertEquals("1280", detail(weigh(900), FindingCode.WEIGHT_MISMATCH).get("expectedGrams"));
    }

    @Test
    void addsUpWhatIsListed() {
        light();
        list(null, item(SHOE, 1), item(CREAM, 3));
        assertEquals(List.of(), weigh(940).findings());
        assertEquals(List.of(FindingCode.WEIGHT_MISMATCH), codes(weigh(640)));
    }

    @Test
    void anIncompleteManifestSaysNothing() {
        list(null);
        assertEquals(List.of(), weigh(5_000).findings());
        list(null, item(SHOE, 1), item(STRANGER, 1));
        assertEquals(List.of(), weigh(5_000).findings());
        list(null, item(SHOE, 0));
        assertEquals(List.of(), weigh(5_000).findings());
        dock.know(new Product(SHOE, null, null, "acme", List.of(), Serialisation.SERIAL, null, null, null));
        list(null, item(SHOE, 1));
        assertEquals(List.of(), weigh(5_000).findings());
        dock.know(new Product(SHOE, null, null, "acme", List.of(), Serialisation.SERIAL, null, 0, null));
        assertEquals(List.of(), weigh(5_000).findings());
    }

    @Test
    void whatWasNotWeighedSaysNothing() {
        list(null, item(SHOE, 2));
        assertEquals(List.of(), dock.scan(PARCEL).findings());
        assertEquals(List.of(), weigh(0).findings());
        dock.registry.apply(new Deletion(new RegistryKey(RecordType.MANIFEST, PARCEL)));
        assertEquals(List.of(), weigh(5_000).findings());
    }

    @Test
    void thePolicySaysHowMuchIsTooMuch() {
        list(null, item(SHOE, 2));
        dock.policy = new Policy(
                "p", Map.of(), List.of(), new Thresholds(Duration.ofHours(24), Duration.ofDays(7), 50, 50, 900, 3, 2));
        assertEquals(List.of(), weigh(640).findings());
        assertEquals(List.of(FindingCode.WEIGHT_MISMATCH), codes(weigh(639)));
    }

    private void light() {
        dock.know(new Product(CREAM, null, null, "acme", List.of(), Serialisation.BATCH, null, 100, null));
    }

    private static Manifest.Item item(String gtin, int quantity) {
        return new Manifest.Item(gtin, null, null, quantity);
    }

    private void list(@Nullable Integer declared, Manifest.Item... items) {
        dock.know(new Manifest(PARCEL, null, null, null, List.of(items), declared, null, null, null));
    }

    private Verdict weigh(int grams) {
        dock.shipment = new Shipment(null, null, null, null, grams, null, null);
        return dock.scan(PARCEL);
    }
}
