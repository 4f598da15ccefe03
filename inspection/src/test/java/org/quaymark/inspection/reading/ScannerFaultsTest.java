package org.quaymark.inspection.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quaymark.inspection.reading.keyboard.KeyboardLayout;
import org.quaymark.inspection.reading.keyboard.KeyboardLayouts;

/**
 * The scanner faults F1 to F37 of the project's list, by their numbers: whatever arrives becomes one proved identification, or is
 * scanned again; never is anybody accused on it. F20 to F31 and F37 are in {@link LabelFaultsTest}, F35 (one scan twice) is the
 * edge's {@code ScannersTest}, F36 (goods not uploaded yet) the hub's {@code ClonesContract}.
 */
class ScannerFaultsTest extends FaultBench {
    @Test
    @DisplayName("F1: Caps Lock on, told by ]D2 or by the whole serial's other case")
    void capsLock() {
        assertRead("caps-lock", "]D2" + inverted(LABEL));
        assertRead("caps-lock", inverted(LABEL));
    }

    @Test
    @DisplayName("F2: one case only; one issued serial behind it is taken where ]D2 tells, else it is scanned again")
    void forcedCase() {
        assertRead("case-forced", "]D2" + LABEL.toUpperCase(Locale.ROOT));
        assertDoubtful(LABEL.toUpperCase(Locale.ROOT));
        assertDoubtful("]d2" + LABEL.toLowerCase(Locale.ROOT));
        issue("Ych*4'h1Ab", LOT);
        assertDoubtful("]D2" + LABEL.toUpperCase(Locale.ROOT));
    }

    @Test
    @DisplayName("F2: a printed serial of that case is no fault, and where nothing else is issued it is judged")
    void forcedCaseThatIsNone() {
        issue("ABC", LOT);
        assertEquals("ABC", read("01" + GTIN + "21ABC").identification().serial());
        assertEquals(Certainty.CLEAN, read("01" + GTIN + "21ABD").certainty());
        assertEquals(
                Certainty.CLEAN, read("]d201" + GTIN + "21XBCDEFGHIJKLMNOPQRS").certainty());
    }

    @Test
    @DisplayName("F2: of one case throughout, with more letters than can be asked for, accuses nobody")
    void forcedCaseOfTooManyLetters() {
        assertDoubtful("]d201" + GTIN + "21xbcdefghijklm");
        assertDoubtful("01" + GTIN + "21XBCDEFGHIJKLM");
        assertEquals(Certainty.CLEAN, read("]d201" + GTIN + "21XbCDEFGHIJKLM").certainty());
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "F3|de|German system",
                "F4|fr|French system",
                "F4|fr-be|Belgian system",
                "F5|cs|Czech system",
                "F6|hu|Hungarian system",
                "F7|lt|Lithuanian system",
                "F8|it|Italian system",
                "F8|es|Spanish system",
                "F9|pt|Portuguese system, NUL for GS",
                "F10|sl|Slovenian system, ESC for GS",
                "F10|lv|Latvian system, BS for GS",
            })
    void layouts(String fault, String name, String what) {
        KeyboardLayout layout = KeyboardLayouts.find(name).orElseThrow();
        for (String reported : List.of(layout.distort("]d2" + LABEL), layout.distortShowingDeadKeys("]d2" + LABEL))) {
            Reading reading = read(reported);
            assertEquals(UNIT, reading.identification(), () -> fault + " " + what);
            assertTrue(reading.repaired().get(0).startsWith("layout:"), () -> reading.repaired() + what);
        }
    }

    @ParameterizedTest(name = "F9, F10, F16, F17: {0}")
    @ValueSource(strings = {"\u0000", "\u001b", "\b", "\u001e", "<GS>", "{GS}", "<gs>", "\u00e8"})
    void separatorSubstituted(String separator) {
        assertRead("separator-substituted", "]d2" + LABEL.replace(GS, separator));
        assertDoubtful("]d2" + LABEL.replace(GS, separator).replace(SERIAL, "other"));
    }

    @Test
    @DisplayName("F11: every GS gone, resolved by the registry or scanned again")
    void separatorLost() {
        assertRead("separator-lost", "]d2" + LABEL.replace(GS, ""));
        assertDoubtful("01" + GTIN + "1710050310AC3453G321455777");
    }

    @Test
    @DisplayName("F12: a field longer than it may be proves the loss")
    void separatorLostProvably() {
        assertDoubtful("01" + GTIN + "1123451109010117100101ABCDEFGHIJKLMNOP");
    }

    @Test
    @DisplayName("F13: a lot that swallowed the quantity")
    void lotSwallowsQuantity() {
        Reading reading = read("01" + CREAM + "10xyz3040");
        assertEquals("xyz", reading.identification().lot());
        assertEquals(List.of("separator-lost"), reading.repaired());
    }

    @Test
    @DisplayName("F14: GS typed as Alt+0,2,9 and not decoded")
    void altCode() {
        assertRead("separator-substituted", "]d2" + LABEL.replace(GS, "029"));
        assertDoubtful("]d2" + LABEL.replace(GS, "029").replace(SERIAL, "other"));
        issue("a029b", LOT);
        assertEquals(
                "a029b",
                read("]d2" + LABEL.replace(SERIAL, "a029b").replace(GS, "029"))
                        .identification()
                        .serial());
    }

    @Test
    @DisplayName("F15: the input box drops GS; that is F11 to us")
    void separatorIgnored() {
        assertRead("separator-lost", LABEL.replace(GS, ""));
    }

    @Test
    @DisplayName("F18: a Code 128 reader that hides FNC1: neither ]C1 nor GS")
    void hiddenFunctionCharacter() {
        assertRead("separator-lost", "]C0" + LABEL.replace(GS, ""));
    }

    @Test
    @DisplayName("F19: the identifier or FNC1 in first position left in the data, taken off once")
    void leftovers() {
        assertEquals(List.of(Carrier.GS1_128), assertClean("]C1" + LABEL).carriers());
        assertClean(GS + LABEL);
        assertClean("]d2" + GS + LABEL);
        assertDoubtful("]d2]d2" + LABEL);
    }

    @Test
    @DisplayName("F32: a character that a layout loses: neither taken nor accused")
    void missingCharacter() {
        issue("_!zhj4=D*7W=!_", LOT);
        for (KeyboardLayout layout : KeyboardLayouts.all()) {
            if (layout.isLossy()) {
                Reading reading = read(layout.distort("]d201" + GTIN + "21_!zhj4=D*7W=!_"));
                assertTrue(
                        !reading.isSure()
                                || "_!zhj4=D*7W=!_"
                                        .equals(reading.identification().serial()),
                        layout::name);
            }
        }
    }

    @Test
    @DisplayName("F33: a scanner set to French on a French Mac")
    void frenchMac() {
        issue("A=B-C", LOT);
        KeyboardLayout mac = KeyboardLayouts.find("fr-mac<fr").orElseThrow();
        Reading reading = read(mac.distort("]d201" + GTIN + "21A=B-C"));
        assertEquals("A=B-C", reading.identification().serial());
    }

    @Test
    @DisplayName("F34: underscore on an Italian system")
    void italianUnderscore() {
        issue("test_123", LOT);
        Reading reading = read(KeyboardLayouts.find("it").orElseThrow().distort("]d201" + GTIN + "21test_123"));
        assertEquals("test_123", reading.identification().serial());
    }
}
