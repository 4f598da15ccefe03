package org.quaymark.inspection.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.BatchStatus;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.Manifest;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Serialisation;
import org.quaymark.inspection.registry.Serials;

class ReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:15:30Z");
    private static final String GS = "\u001d";
    private static final String SHOE = "09506000134352";
    private static final String CREAM = "09506000134369";
    private static final Identification UNIT =
            new Identification(SHOE, "ABC123", "7Q4M2K9A", LocalDate.of(2027, 12, 31), null, null);
    private static final String DATA = "01" + SHOE + "1727123110ABC123" + GS + "217Q4M2K9A";

    private final InMemoryRegistry registry = new InMemoryRegistry(NOW);

    ReaderTest() {
        registry.apply(new Product(SHOE, null, null, "acme", List.of(), Serialisation.SERIAL, null, null, null));
        registry.apply(new Product(CREAM, null, null, "acme", List.of(), Serialisation.BATCH, null, null, null));
        registry.apply(new Batch(
                SHOE, "ABC123", LocalDate.of(2027, 12, 31), null, null, List.of(), null, BatchStatus.RELEASED));
        registry.apply(new Batch(CREAM, "xyz", null, null, null, List.of(), null, BatchStatus.RELEASED));
        registry.apply(new Serials(SHOE, "ABC123", List.of("7Q4M2K9A"), null, null, SerialStatus.ISSUED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "]C1", "]d2", "]Q3", "]e0", "]J1", "]C0", "]d1", "]Q1"})
    void readsElementStringsFromEverySymbol(String symbology) {
        Reading reading = read(symbology + DATA);
        assertEquals(Certainty.CLEAN, reading.certainty());
        assertEquals(UNIT, reading.identification());
    }

    /** ]s2 is what a Colemak keyboard makes of ]d2: no GS1 data is in such a symbol. */
    @Test
    void accusesNobodyOnGs1DataInASymbolThatIsNotForIt() {
        assertEquals(
                Certainty.DOUBTFUL, read("]s2" + DATA.replace("K9A", "K9B")).certainty());
        assertEquals(Certainty.CLEAN, read("]s2" + DATA).certainty());
    }

    @Test
    void whatStandsAroundTheDataChangesNothing() {
        assertEquals(Certainty.CLEAN, read("]d2" + GS + DATA + "\r\n").certainty());
        assertEquals(Certainty.CLEAN, read(DATA + "\t").certainty());
        assertEquals(Certainty.CLEAN, read(GS + DATA).certainty());
    }

    @Test
    void aSymbologyIdentifierMayStandBesideTheDataAndInIt() {
        Reading reading = read(new Code("]d2" + DATA, "]d2"));
        assertEquals(UNIT, reading.identification());
        assertEquals(List.of(Carrier.GS1_DATA_MATRIX), reading.carriers());
    }

    @Test
    void readsThePrintedFormAndTheDigitalLink() {
        assertEquals(
                UNIT, read("(01)" + SHOE + "(17)271231(10)ABC123(21)7Q4M2K9A").identification());
        assertEquals(
                UNIT,
                read("https://acme.example/01/" + SHOE + "/10/ABC123/21/7Q4M2K9A?17=271231")
                        .identification());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9506000134352", "]E09506000134352", "09506000134352", "]I109506000134352"})
    void readsPlainTradeItemNumbers(String data) {
        assertEquals(SHOE, read(data).identification().gtin());
        assertEquals(Certainty.CLEAN, read(data).certainty());
    }

    @Test
    void readsParcels() {
        assertEquals("RR473124829GB", read("RR473124829GB").identification().parcel());
        assertEquals(
                "106141412345678908",
                read("]C100106141412345678908").identification().sscc());
        assertEquals(Certainty.NONE, read("RR473124829GB").certainty());
        assertEquals(Certainty.DOUBTFUL, read("RR473124828GB").certainty());
    }

    @Test
    void readsACarriersNumberThatTheRegistryKnows() {
        assertEquals(Certainty.DOUBTFUL, read("1Z999AA10123456784").certainty());
        registry.apply(new Manifest("1Z999AA10123456784", null, null, null, List.of(), null, null, null, null));
        assertEquals(
                "1Z999AA10123456784",
                read("1Z999AA10123456784").identification().parcel());
    }

    @Test
    void f1CapsLockIsUndoneWhereTheTwinIsRegistered() {
        Reading reading = read("]D2" + "01" + SHOE + "1727123110abc123" + GS + "217q4m2k9a");
        assertEquals(Certainty.REPAIRED, reading.certainty());
        assertEquals(UNIT, reading.identification());
        assertEquals(List.of("caps-lock"), reading.repaired());
        assertEquals(Certainty.REPAIRED, read("01" + SHOE + "217q4m2k9a").certainty());
    }

    @Test
    void f1CapsLockWithAnUnknownSerialIsInDoubt() {
        assertEquals(Certainty.DOUBTFUL, read("]D201" + SHOE + "21nobody").certainty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001b", "\b", "\u001e", "<GS>", "{gs}", "\u00e8"})
    void f9f10f16f17AnotherCharacterInASeparatorsPlaceIsOne(String separator) {
        Reading reading = read("]d2" + DATA.replace(GS, separator));
        assertEquals(Certainty.REPAIRED, reading.certainty());
        assertEquals(UNIT, reading.identification());
        assertEquals(List.of("separator-substituted"), reading.repaired());
    }

    @Test
    void f9TheSameWithoutARegisteredUnitIsInDoubt() {
        assertEquals(
                Certainty.DOUBTFUL,
                read("]d201" + SHOE + "10ABC123\u000021NOBODY").certainty());
    }

    @Test
    void f11AllSeparatorsLostIsResolvedByTheRegistry() {
        Reading reading = read("]d2" + DATA.replace(GS, ""));
        assertEquals(Certainty.REPAIRED, reading.certainty());
        assertEquals(UNIT, reading.identification());
        assertEquals(List.of("separator-lost"), reading.repaired());
    }

    @Test
    void f11WithoutAHitIsInDoubtNotAccused() {
        assertEquals(
                Certainty.DOUBTFUL, read("01" + SHOE + "10AC3453G321455777").certainty());
    }

    @Test
    void f12ALossThatIsProvableAndUnresolvedIsInDoubt() {
        assertEquals(
                Certainty.DOUBTFUL,
                read("010803282549858021123451109010117100101ABCDEFG").certainty());
    }

    @Test
    void f13ALotThatSwallowedTheQuantityIsFound() {
        Reading reading = read("01" + CREAM + "10xyz3040");
        assertEquals("xyz", reading.identification().lot());
        assertEquals(Certainty.REPAIRED, reading.certainty());
    }

    @Test
    void twoFaultsAtOnceAreUndone() {
        assertEquals(
                UNIT, read("]D201" + SHOE + "1727123110abc123\u0000217q4m2k9a").identification());
    }

    @Test
    void aCleanUnknownSerialStands() {
        Reading reading = read("]d201" + SHOE + "10ABC123" + GS + "21NOBODY");
        assertEquals(Certainty.CLEAN, reading.certainty());
        assertEquals("NOBODY", reading.identification().serial());
        assertEquals(Certainty.CLEAN, read("]d201" + SHOE + "21NOBODY").certainty());
    }

    @Test
    void f22APlainCodeAndASquareOneAreOneItem() {
        Reading reading = new Reader().read(scan(new Code("9506000134352", "]E0"), new Code(DATA, "]d2")), registry);
        assertEquals(UNIT, reading.identification());
        assertEquals(List.of(), reading.disagreeing());
    }

    @Test
    void twoLinearCodesOfOneItemAreReadTogether() {
        Reading reading = new Reader()
                .read(
                        scan(new Code("]C101" + SHOE, null), new Code("]C110ABC123" + GS + "217Q4M2K9A", null)),
                        registry);
        assertEquals(Certainty.CLEAN, reading.certainty());
        assertEquals("7Q4M2K9A", reading.identification().serial());
    }

    /** What is quick for one code says what putting many together would say. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "]d2" + DATA,
                "]D201" + SHOE + "1727123110abc123" + GS + "217q4m2k9a",
                "]E09506000134352",
                "]d201" + SHOE + "37" + "5",
                "]d202" + SHOE + "37" + "5" + GS + "00106141412345678908",
                "]d202" + SHOE + "37" + "5",
                "]d201" + SHOE + "17270200"
            })
    void oneCodeIsReadAsOneOfManyWouldBe(String data) {
        Scan scan = scan(new Code(data, null));
        Reading reading = new Reader().read(scan, registry);
        assertEquals(new Merge(scan, reading.codes()).ofAll(), reading);
    }

    @ParameterizedTest
    @ValueSource(strings = {"]E49638507", "]E496385074", "96385074"})
    void eightDigitsAreAGtinWithTheRightCheckDigit(String data) {
        boolean right = data.endsWith("4");
        assertEquals(
                right ? "00000096385074" : null, read(data).identification().gtin());
    }

    @ParameterizedTest
    @ValueSource(strings = {"]E09506000134352]e0", "]E09506000134352|]e0", "]e001" + SHOE})
    void aCompositeSymbolIsOneMessage(String linear) {
        Reading reading = read(linear + "1727123110ABC123" + GS + "217Q4M2K9A");
        assertEquals(UNIT, reading.identification());
        assertEquals(Certainty.CLEAN, reading.certainty());
    }

    @Test
    void anAdvertisementBesideAnItemDisturbsNobody() {
        Reading reading =
                new Reader().read(scan(new Code("https://acme.example/win", "]Q1"), new Code(DATA, "]d2")), registry);
        assertEquals(UNIT, reading.identification());
        assertEquals(Certainty.CLEAN, reading.certainty());
    }

    @Test
    void f26ARepeatedFieldThatDiffersIsInDoubt() {
        assertEquals(Certainty.DOUBTFUL, read("]d2" + DATA + GS + "21OTHER").certainty());
    }

    @Test
    void aLotWithoutAnItemIsInDoubt() {
        assertEquals(Certainty.DOUBTFUL, read("]d210ABC").certainty());
        assertNull(read("]d210ABC").identification().gtin());
    }

    @Test
    void findsControlCodes() {
        assertEquals(ControlCode.DAMAGED_LABEL, ControlCode.of(new Code("]Q1QM:DAMAGED-LABEL\r", null)));
        assertEquals(ControlCode.HELD, ControlCode.of(new Code("qm:held", "]C0")));
        assertNull(ControlCode.of(new Code("QM:OTHER", null)));
    }

    @Property(tries = 500)
    void neverThrowsWhateverArrives(@ForAll String anything) {
        read(anything);
        read("]d2" + anything);
        read("]d201" + SHOE + anything);
    }

    private Reading read(String data) {
        return read(new Code(data, null));
    }

    private Reading read(Code code) {
        return new Reader().read(scan(code), registry);
    }

    private static Scan scan(Code... codes) {
        return new Scan("s", NOW, "S", "d", "v", List.of(codes), null, null, null);
    }
}
