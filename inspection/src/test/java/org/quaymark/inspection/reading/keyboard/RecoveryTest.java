package org.quaymark.inspection.reading.keyboard;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private static final String LABEL = "010251991944283521";

    private final CalibratedDevice german =
            calibrated(KeyboardLayouts.find("de").orElseThrow()::distort);
    private final CalibratedDevice french =
            calibrated(KeyboardLayouts.find("fr").orElseThrow()::distort);

    @Test
    void aTextThatTheDeviceCannotHaveSentSpeaksAgainstItsProfile() {
        assertTrue(Recovery.speaksAgainst(german, "]d2" + LABEL + "ABC", false));
        assertTrue(Recovery.speaksAgainst(french, "]d2" + LABEL + "ABC", false));
        assertTrue(Recovery.speaksAgainst(french, LABEL + "ABC", true));
    }

    @Test
    void aTextThatItLeavesAsItIsSaysNothing() {
        assertFalse(Recovery.speaksAgainst(german, LABEL + "ABC", true));
    }

    @Test
    void aTextThatItWouldHaveChangedSpeaksAgainstItOnlyWhereTheRegistryKnowsIt() {
        assertTrue(Recovery.speaksAgainst(german, LABEL + "ABZ", true));
        assertFalse(Recovery.speaksAgainst(german, LABEL + "ABZ", false));
    }

    @Test
    void whatIsPutAroundTheCodeBelongsToTheProfile() {
        CalibratedDevice suffixed = calibrated(text -> text + "#\r");
        assertTrue(Recovery.speaksAgainst(suffixed, "]d2" + LABEL + "ABC", false));
        assertFalse(Recovery.speaksAgainst(suffixed, "]d2" + LABEL + "ABC#\r", true));
    }

    private static CalibratedDevice calibrated(UnaryOperator<String> device) {
        CalibrationOutcome outcome = Calibration.learn(CalibrationSheet.codes().stream()
                .map(code -> device.apply("]d1" + code))
                .toList());
        return new CalibratedDevice(
                assertInstanceOf(CalibrationOutcome.Learned.class, outcome).profile());
    }
}
