package org.quaymark.edge.scanner;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.Code;
import org.quaymark.inspection.reading.ControlCode;
import org.quaymark.inspection.reading.keyboard.CalibratedDevice;
import org.quaymark.inspection.reading.keyboard.CalibrationSheet;

/**
 * A code of the printed sheet that was scanned.
 *
 * @param action what the journal calls it: {@code DAMAGED-LABEL}; {@code SELFTEST-2} for the second code of the self-test
 * @param selfTest the self-test code as it arrived, null where it is another
 */
record Control(ControlCode code, String action, @Nullable String selfTest) {
    /**
     * The one that a pull is; null where it is goods. A code of the sheet is scanned alone.
     *
     * @param device what is known of what the device does to codes
     */
    static @Nullable Control of(Pull pull, @Nullable CalibratedDevice device) {
        if (pull.codes().size() != 1 || pull.parcel() != null) {
            return null;
        }
        Code code = pull.codes().get(0);
        OptionalInt number = CalibrationSheet.numberOf(code.data());
        if (number.isPresent()) {
            String action = ControlCode.SELFTEST.wireName() + "-" + number.getAsInt();
            return new Control(ControlCode.SELFTEST, action, code.data());
        }
        ControlCode control = ControlCode.of(code, device);
        return control == null ? null : new Control(control, control.wireName(), null);
    }
}
