package org.quaymark.inspection.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.reading.keyboard.CalibratedDevice;
import org.quaymark.inspection.reading.keyboard.Calibration;
import org.quaymark.inspection.reading.keyboard.CalibrationOutcome;
import org.quaymark.inspection.reading.keyboard.CalibrationSheet;
import org.quaymark.inspection.reading.keyboard.KeyboardLayout;
import org.quaymark.inspection.reading.keyboard.KeyboardLayouts;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Serialisation;
import org.quaymark.inspection.registry.Serials;

/** A device whose self-test codes were scanned: what it does is known, unless somebody has mended it since. */
class KnownDeviceTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:15:30Z");
    private static final String SHOE = "09506000134352";
    private static final String STRANGER = "04006381333931";
    private static final CalibratedDevice GERMAN = calibrated(layout("de")::distort);
    private static final CalibratedDevice FRENCH = calibrated(layout("fr")::distort);

    private final InMemoryRegistry registry = new InMemoryRegistry(NOW);

    KnownDeviceTest() {
        registry.apply(new Product(SHOE, null, null, "acme", List.of(), Serialisation.SERIAL, null, null, null));
        issue("7Q4Y2K9A");
    }

    @Test
    void undoesWhatItsProfileSays() {
        Reading reading = read(layout("de").distort("]d201" + SHOE + "217Q4Y2K9A"), GERMAN);
        assertEquals(Certainty.REPAIRED, reading.certainty());
        assertEquals("7Q4Y2K9A", reading.identification().serial());
        assertEquals(List.of("calibrated"), reading.repaired());
    }

    @Test
    void undoesItOnAReadingThatLooksClean() {
        Reading reading = read("01" + SHOE + "217Q4Z2K9A", GERMAN);
        assertEquals("7Q4Y2K9A", reading.identification().serial());
        assertEquals(List.of("calibrated"), reading.repaired());
    }

    @Test
    void accusesNobodyOnAReadingThatTheDeviceMayHaveChanged() {
        assertEquals(Certainty.DOUBTFUL, read("01" + SHOE + "21NOBODYZ", GERMAN).certainty());
        assertEquals(Certainty.CLEAN, read("01" + SHOE + "21NOBOD", GERMAN).certainty());
    }

    @Test
    void aReadingThatTheRegistryProvesStandsAsItIs() {
        issue("XXZ");
        Reading reading = read("01" + SHOE + "21XXZ", GERMAN);
        assertEquals(Certainty.CLEAN, reading.certainty());
        assertEquals("XXZ", reading.identification().serial());
    }

    @Test
    void takesNeitherTwinWhereBothAreIssued() {
        issue("7Q4Z2K9A");
        Reading reading = read("01" + SHOE + "217Q4Z2K9A", GERMAN);
        assertEquals(Certainty.DOUBTFUL, reading.certainty());
        assertEquals(2, reading.hypotheses());
    }

    @Test
    void theProfileGoesBeforeAGuessAtTheKeyboard() {
        issue("7Q4Z2K9A");
        String reported = layout("de").distort("]d201" + SHOE + "217Q4Y2K9A");
        assertEquals(Certainty.DOUBTFUL, read(reported, null).certainty());
        assertEquals("7Q4Y2K9A", read(reported, GERMAN).identification().serial());
    }

    @Test
    void aTextThatTheProfileCannotHaveMadeIsReadAsIfThereWereNone() {
        Reading mended = read("]d201" + SHOE + "21NOBODYZ", GERMAN);
        assertEquals(Certainty.CLEAN, mended.certainty());
        Reading another = read(layout("fr").distort("]d201" + SHOE + "217Q4Y2K9A"), GERMAN);
        assertEquals("7Q4Y2K9A", another.identification().serial());
        assertEquals("layout:", another.repaired().get(0).substring(0, 7));
    }

    @Test
    void undoesAFaultBesidesTheKeyboard() {
        String reported = layout("fr").distort("]d210ABC" + "\u001d" + "01" + SHOE + "217Q4Y2K9A");
        registry.apply(new Product(SHOE, null, null, "acme", List.of(), Serialisation.SERIAL, null, null, null));
        registry.apply(new Serials(SHOE, "ABC", List.of("7Q4Y2K9A"), null, null, SerialStatus.ISSUED));
        Reading reading = read(reported.replace("\u001d", ""), FRENCH);
        assertEquals(List.of("calibrated", "separator-lost"), reading.repaired());
        assertEquals("ABC", reading.identification().lot());
    }

    @Test
    void readsParcelsAndPlainCodesThroughIt() {
        Reading parcel = read(layout("fr").distort("RR473124829GB"), FRENCH);
        assertEquals("RR473124829GB", parcel.identification().parcel());
        assertEquals(Certainty.NONE, parcel.certainty());
        assertEquals(
                SHOE,
                read(layout("fr").distort("9506000134352"), FRENCH)
                        .identification()
                        .gtin());
    }

    @Test
    void goodsNobodyRegisteredArePassedOverAsOnAnyDevice() {
        Reading reading = read(layout("fr").distort("]d201" + STRANGER + "21ABC"), FRENCH);
        assertEquals(STRANGER, reading.identification().gtin());
        assertEquals(Certainty.REPAIRED, reading.certainty());
        assertEquals(Certainty.CLEAN, read("01" + STRANGER + "21YZ", GERMAN).certainty());
    }

    @Test
    void neverProvesAnythingByADeviceThatLosesCharacters() {
        CalibratedDevice losing = calibrated(text -> text.replace("!", ""));
        issue("A");
        assertEquals(Certainty.CLEAN, read("]d201" + SHOE + "21A", losing).certainty());
        assertEquals(Certainty.DOUBTFUL, read("]d201" + SHOE + "21B", losing).certainty());
    }

    @Test
    @DisplayName("F32: puts back what the device swallows, where that makes one issued serial")
    void putsBackWhatTheDeviceSwallows() {
        CalibratedDevice losing = calibrated(text -> text.replace("!", ""));
        registry.apply(new Serials(SHOE, "L!1", List.of("7Q!4Y!"), null, null, SerialStatus.ISSUED));
        Reading reading = read("]d201" + SHOE + "217Q4Y" + "\u001d" + "10L1", losing);
        assertEquals("7Q!4Y!", reading.identification().serial());
        assertEquals("L!1", reading.identification().lot());
        assertEquals(List.of("calibrated"), reading.repaired());
    }

    @Test
    void takesNeitherOfTwoThatArriveAlikeWithoutWhatIsSwallowed() {
        CalibratedDevice losing = calibrated(text -> text.replace("!", ""));
        issue("A!B");
        assertEquals(
                "A!B", read("]d201" + SHOE + "21AB", losing).identification().serial());
        issue("AB!");
        assertEquals(2, read("]d201" + SHOE + "21AB", losing).hypotheses());
        issue("CD");
        issue("C!D");
        assertEquals(Certainty.DOUBTFUL, read("]d201" + SHOE + "21CD", losing).certainty());
    }

    @Test
    void provesNothingWhereMoreIsSwallowedThanCanBeLookedFor() {
        CalibratedDevice losing = calibrated(text -> text.replaceAll("[aeiou!%]", ""));
        issue("QaRST");
        String label = "]d201" + SHOE + "21QRSTVWXYZQRST";
        assertEquals(Certainty.DOUBTFUL, read(label, losing).certainty());
        issue("QaRSTVWXYZQRST");
        assertEquals("QaRSTVWXYZQRST", read(label, losing).identification().serial());
        CalibratedDevice lettersAndDigits = calibrated(text -> text.replaceAll("[!\"%&'()*+,./:;<=>?_-]", ""));
        assertEquals(Certainty.DOUBTFUL, read(label, lettersAndDigits).certainty());
        issue(label.substring(21));
        assertEquals(Certainty.CLEAN, read(label, lettersAndDigits).certainty());
    }

    @Test
    void trustsNoNumberOfADeviceThatSwallowsDigits() {
        CalibratedDevice losing = calibrated(text -> text.replace("7", ""));
        assertEquals(Certainty.DOUBTFUL, read("9506000134352", losing).certainty());
    }

    @Test
    void readsControlCodesThroughIt() {
        Code code = new Code(layout("fr").distort("QM:HELD"), null);
        assertEquals(ControlCode.HELD, ControlCode.of(code, FRENCH));
        assertEquals(ControlCode.HELD, ControlCode.of(new Code("QM:HELD", null), FRENCH));
    }

    private void issue(String serial) {
        registry.apply(new Serials(SHOE, null, List.of(serial), null, null, SerialStatus.ISSUED));
    }

    private Reading read(String data, @Nullable CalibratedDevice device) {
        Scan scan = new Scan("s", NOW, "S", "d", "v", List.of(new Code(data, null)), null, null, null);
        return new Reader().read(scan, registry, device);
    }

    private static KeyboardLayout layout(String name) {
        return KeyboardLayouts.find(name).orElseThrow();
    }

    static CalibratedDevice calibrated(UnaryOperator<String> device) {
        CalibrationOutcome outcome =
                Calibration.learn(CalibrationSheet.codes().stream().map(device).toList());
        return new CalibratedDevice(
                assertInstanceOf(CalibrationOutcome.Learned.class, outcome).profile());
    }
}
