package org.quaymark.inspection.reading.keyboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quaymark.inspection.reading.keyboard.PrintedTexts.printed;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final String PRINTED = "]d2010251991944283521yCH*4'a1Ab\u001D10DdVcX<t\u001D17250209";

    @Test
    void everyCharacterOfAGs1CodeIsOnTheSheet() {
        String sheet = String.join("", CalibrationSheet.codes());
        for (char c : (UsKeys.CSET_82 + UsKeys.GS + "]").toCharArray()) {
            assertTrue(sheet.indexOf(c) >= 0, () -> "missing " + c);
        }
        CalibrationSheet.codes().forEach(code -> assertTrue(code.startsWith(CalibrationSheet.HEADER)));
    }

    @Test
    void recognisesItsCodesHoweverDistorted() {
        for (KeyboardLayout layout : KeyboardLayouts.usual()) {
            for (String code : CalibrationSheet.codes()) {
                assertTrue(CalibrationSheet.isSelfTest(layout.distort(code)), layout::name);
                assertTrue(CalibrationSheet.isSelfTest(layout.distortShowingDeadKeys("]d1" + code)), layout::name);
            }
        }
        assertFalse(CalibrationSheet.isSelfTest(PRINTED));
        assertFalse(CalibrationSheet.isSelfTest("QM:SELFTEST"));
    }

    @Test
    @DisplayName("F8: learns a dead apostrophe, whether the program shows it or not")
    void learnsDeadKeys() {
        KeyboardLayout spanish = KeyboardLayouts.find("es").orElseThrow();
        DeviceProfile hidden = learned(code -> spanish.distort("]d1" + code));
        assertTrue(hidden.deadKeys().contains("'"));
        assertFalse(hidden.marksDeadKeys());
        assertEquals(List.of(PRINTED), printed(hidden.undo(spanish.distort(PRINTED))));

        DeviceProfile shown = learned(code -> spanish.distortShowingDeadKeys("]d1" + code));
        assertTrue(shown.marksDeadKeys());
        assertEquals(List.of(PRINTED), printed(shown.undo(spanish.distortShowingDeadKeys(PRINTED))));
    }

    @Test
    void learnsThatALetterIsADeadKey() {
        KeyboardLayout greek = KeyboardLayouts.find("el-polytonic").orElseThrow();
        DeviceProfile profile = learned(code -> greek.distort("]d1" + code));
        assertTrue(profile.deadKeys().contains("q"));
        String printed = "]d2010251991944283521>H6,GCtkFqHQ\u001D17250208";
        assertTrue(printed(profile.undo(greek.distort(printed))).contains(printed));
    }

    @Test
    void learnsEveryLayoutOfTheTable() {
        for (KeyboardLayout layout : KeyboardLayouts.all()) {
            learned(code -> layout.distort("]d1" + code));
            learned(code -> layout.distortShowingDeadKeys("]d1" + code));
        }
    }

    @Test
    void learnsACharacterThatArrivesLikeTheSheetsSeparator() {
        KeyboardLayout bengali = KeyboardLayouts.find("x-in-ben").orElseThrow();
        assertEquals(bengali.distort("b"), learned(bengali::distort).keys().get("y"));
    }

    @Test
    void learnsAnAccentThatTakesTheSheetsSeparator() {
        KeyboardLayout dvorak = KeyboardLayouts.find("x-us-dvorak-intl").orElseThrow();
        DeviceProfile profile = learned(dvorak::distort);
        assertTrue(profile.deadKeys().contains("Q"));
        assertEquals("\u1E8D", profile.composed().get("Qb"));
    }

    @Test
    @DisplayName("F9, F10: learns what arrives for a separator, control character or text or nothing")
    void learnsTheSeparator() {
        for (String separator : List.of("\0", "\u001B", "\b", "<GS>", "029", "è")) {
            UnaryOperator<String> device = code -> code.replace("\u001D", separator);
            DeviceProfile profile = learned(device);
            assertEquals(separator, profile.groupSeparator());
            assertTrue(printed(profile.undo(device.apply(PRINTED))).contains(PRINTED), separator);
        }
        assertEquals("", learned(code -> code.replace("\u001D", "")).groupSeparator());
    }

    @Test
    @DisplayName("F20: learns prefix, what stands behind the identifier, and suffix")
    void learnsWhatTheScannerAdds() {
        DeviceProfile profile = learned(code -> "in:]d1>" + code + "\r\n");
        assertEquals("in:", profile.prefix());
        assertEquals(">", profile.inner());
        assertEquals("\r\n", profile.suffix());
        assertEquals(List.of(PRINTED), printed(profile.undo("in:]d2>" + PRINTED.substring(3) + "\r\n")));
        assertEquals(List.of(), printed(profile.undo(PRINTED)));
    }

    @Test
    @DisplayName("F1: Caps Lock is one more map")
    void learnsCapsLock() {
        UnaryOperator<String> device = CalibrationTest::invertCase;
        assertEquals(List.of(PRINTED), printed(learned(device).undo(device.apply(PRINTED))));
    }

    @Test
    @DisplayName("F2: one case only leaves as many candidates as there are letters to doubt, and says so")
    void doubtsLettersOfAForcedCase() {
        DeviceProfile profile = learned(code -> code.toUpperCase(Locale.ROOT));
        assertTrue(printed(profile.undo("]D201025199194428352112AB")).contains("]d201025199194428352112aB"));
        assertFalse(profile.undo("]D2010251991944283521ABCDEFGHIJ").complete());
    }

    @Test
    @DisplayName("F32: names the characters that get lost, and distrusts every text of the device")
    void namesLostCharacters() {
        UnaryOperator<String> device = code -> code.replace("!", "");
        DeviceProfile profile = learned(device);
        assertEquals(List.of("!"), profile.lost());
        Undone undone = profile.undo(device.apply("]d2010251991944283521_!zhj4=D*7W=!_"));
        assertTrue(undone.candidates().stream().allMatch(Candidate::lossy));
    }

    @Test
    void needsAllCodesInAnyOrder() {
        List<String> codes = CalibrationSheet.codes();
        assertEquals(
                new CalibrationOutcome.Incomplete(List.of(2, 4, 5, 6)),
                Calibration.learn(List.of(codes.get(2), codes.get(0), "something else", codes.get(2))));
    }

    @Test
    void aDeviceThatChangesNothingNeedsNoProfile() {
        assertTrue(learned(code -> "]d1" + code).changesNothing());
    }

    @Test
    void survivesBeingStoredAndRefusesWhatNobodyLearned() throws Exception {
        ObjectMapper json = new ObjectMapper();
        KeyboardLayout swiss = KeyboardLayouts.find("de-ch").orElseThrow();
        DeviceProfile profile = learned(swiss::distort);
        assertEquals(profile, json.readValue(json.writeValueAsString(profile), DeviceProfile.class));
        assertThrows(
                IllegalArgumentException.class,
                () -> new DeviceProfile("", "", "", "", Map.of(), List.of("é"), Map.of(), false));
    }

    @Test
    void refusesADeviceThatLosesCharactersAtRandom() {
        Random random = new Random(1);
        CalibrationOutcome outcome = Calibration.learn(CalibrationSheet.codes().stream()
                .map(code -> {
                    int at = 40 + random.nextInt(60);
                    return code.substring(0, at) + code.substring(at + 1);
                })
                .toList());
        assertFalse(outcome instanceof CalibrationOutcome.Learned, outcome::toString);
    }

    private static DeviceProfile learned(UnaryOperator<String> device) {
        CalibrationOutcome outcome =
                Calibration.learn(CalibrationSheet.codes().stream().map(device).toList());
        return assertInstanceOf(CalibrationOutcome.Learned.class, outcome, outcome::toString)
                .profile();
    }

    private static String invertCase(String text) {
        StringBuilder inverted = new StringBuilder();
        for (char c : text.toCharArray()) {
            inverted.append(Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
        return inverted.toString();
    }
}
