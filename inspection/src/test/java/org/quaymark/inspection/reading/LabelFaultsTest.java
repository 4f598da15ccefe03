package org.quaymark.inspection.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quaymark.inspection.reading.keyboard.CalibratedDevice;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Serialisation;

/** The scanner faults of {@link ScannerFaultsTest} that are of texts and of what is around them, by their numbers. */
class LabelFaultsTest extends FaultBench {
    @Test
    @DisplayName(
            "F20: what a scanner adds is taken off where it was learned; unknown, it is refused and accuses nobody")
    void affixes() {
        assertClean("]d2" + LABEL + "\r\n");
        assertClean(LABEL + "\t");
        assertDoubtful("prefix]d2" + LABEL);
        assertDoubtful("]d2prefix" + LABEL);
        assertDoubtful("]d2" + LABEL + "suffix");
        assertDoubtful("]d201" + GTIN + "21" + SERIAL + "suffix");
        CalibratedDevice learned = KnownDeviceTest.calibrated(text -> "prefix]d1" + text + "suffix");
        Reading reading = read("prefix]d2" + LABEL + "suffix", learned);
        assertEquals(UNIT, reading.identification());
        assertEquals(List.of("calibrated"), reading.repaired());
    }

    @Test
    @DisplayName("F21: no symbology identifier: the same data, of an unknown carrier")
    void noIdentifier() {
        assertEquals(List.of(Carrier.UNKNOWN), assertClean(LABEL).carriers());
    }

    @ParameterizedTest(name = "F22: the wrong barcode of the box, {0}")
    @ValueSource(strings = {"9506000134369", "950600013436901", "950600013436900995"})
    void wrongBarcode(String data) {
        Reading reading = read("]E0" + data);
        assertEquals(CREAM, reading.identification().gtin());
        assertNull(reading.identification().serial());
    }

    @Test
    @DisplayName("F23: a leading zero lost or added changes no GTIN-14")
    void leadingZero() {
        String upc = "00491169335940";
        registry.apply(new Product(upc, null, null, "acme", List.of(), Serialisation.NONE, null, null, null));
        for (String data : List.of("491169335940", "0491169335940", "00491169335940")) {
            assertEquals(upc, read(data).identification().gtin(), data);
        }
        String low = "00049000006582";
        registry.apply(new Product(low, null, null, "acme", List.of(), Serialisation.NONE, null, null, null));
        Reading cut = read("49000006582");
        assertEquals(low, cut.identification().gtin());
        assertEquals(List.of("number-cut"), cut.repaired());
    }

    @Test
    @DisplayName("F24: check digit cut, zero put in front")
    void checkDigitCut() {
        assertDoubtful("0400406042057");
        registry.apply(
                new Product("04004060420576", null, null, "acme", List.of(), Serialisation.NONE, null, null, null));
        Reading reading = read("0400406042057");
        assertEquals("04004060420576", reading.identification().gtin());
        assertEquals(List.of("number-cut"), reading.repaired());
    }

    @ParameterizedTest(name = "F25: envelope of ISO 15434 damaged {index}")
    @ValueSource(strings = {"[)>05%s", "[)>\u000005%s", "[)>\u001d05\u001d%s\u001e", "[)>\u001e05\u001d%s\u0004"})
    void envelope(String form) {
        Reading reading = read(form.formatted(LABEL));
        assertEquals(UNIT, reading.identification());
        assertDoubtful(form.formatted(LABEL.replace(SERIAL, "other")).replace("\u001e05", "05"));
    }

    @Test
    @DisplayName("F25: an envelope that is whole is read as it is; data of another format is none of ours")
    void wholeEnvelope() {
        assertClean("[)>\u001e05\u001d" + LABEL + "\u001e\u0004");
        assertNull(read("[)>\u001e06\u001d9N110375286414\u001e\u0004")
                .identification()
                .gtin());
    }

    @Test
    @DisplayName("F26: one field twice, and not the same, says nothing")
    void conflictingFields() {
        assertDoubtful("]d2" + LABEL + "21other");
        assertDoubtful("]d2" + LABEL + "01" + CREAM);
        assertDoubtful("]d2" + LABEL + "10other");
        assertClean("]d2" + LABEL + "10" + LOT);
    }

    @Test
    @DisplayName("F27: expiry day 00 is the month's last, and is compared by the month")
    void openDay() {
        Reading reading = read("]d2" + LABEL.replace("17250209", "17250200"));
        assertEquals(LocalDate.of(2025, 2, 28), reading.identification().expiry());
        assertTrue(reading.expiryDayOpen());
        assertEquals(Certainty.CLEAN, reading.certainty());
    }

    @Test
    @DisplayName("F28: elements come in any order")
    void anyOrder() {
        assertClean("]d217250209" + "10" + LOT + GS + "21" + SERIAL + GS + "01" + GTIN);
        assertClean("]d201" + GTIN + "17250209" + "10" + LOT + GS + "21" + SERIAL);
    }

    @Test
    @DisplayName("F29: an inverse code that was not read, or misread, accuses nobody")
    void inverse() {
        assertDoubtful("");
        assertDoubtful("\u0000\u0001\u0002");
    }

    @Test
    @DisplayName("F30: a serial that a person typed, one look-alike off an issued one, is neither taken nor accused")
    void typed() {
        issue("7O4M2K9A", LOT);
        assertDoubtful("(01)" + GTIN + "(21)704M2K9A");
        assertEquals(Certainty.CLEAN, read("(01)" + GTIN + "(21)7X4M2K9A").certainty());
    }

    @Test
    @DisplayName("F31: a text cut off")
    void cutOff() {
        for (int length = LABEL.length() - 1; length > 16; length--) {
            Reading reading = read("]d2" + LABEL.substring(0, length));
            boolean whole = LABEL.startsWith(GS, length) || LABEL.startsWith(GS, length - 1);
            boolean inSerial = length < 18 + SERIAL.length() - 1;
            if (!whole && !inSerial) {
                assertNotEquals(Certainty.CLEAN, reading.certainty(), LABEL.substring(0, length));
            }
            assertNotEquals(Certainty.REPAIRED, reading.certainty(), LABEL.substring(0, length));
        }
    }

    @Test
    @DisplayName("F37: a character that no GS1 code can hold is a layout or a bad print")
    void illegalCharacter() {
        assertDoubtful("]d201" + CREAM + "10ABC£123");
        assertDoubtful("01" + GTIN + "21" + "ABC£123");
    }
}
