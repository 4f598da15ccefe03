package org.quaymark.inspection.reading.keyboard;

import java.util.List;

/** What came of a calibration. */
public sealed interface CalibrationOutcome {
    /** The device's distortion is known, and explains every code that was scanned to the last character. */
    record Learned(DeviceProfile profile) implements CalibrationOutcome {}

    /**
     * Codes are still to be scanned.
     *
     * @param codes their numbers on the sheet, from 1
     */
    record Incomplete(List<Integer> codes) implements CalibrationOutcome {
        public Incomplete {
            codes = List.copyOf(codes);
        }
    }

    /**
     * What arrived cannot be explained by one keyboard map: the device loses or changes characters at random, or a text
     * was no self-test code.
     *
     * @param reason for the log, in English
     */
    record Refused(String reason) implements CalibrationOutcome {}
}
