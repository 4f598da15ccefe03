package org.quaymark.inspection.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How far the calibration of a device by the sheet's self-test codes is.
 *
 * @param missing numbers of the codes still to be scanned
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SelfTest(Step step, List<Integer> missing) {
    /** What the last code brought. */
    public enum Step {
        /** More codes are to be scanned. */
        MORE,
        /** What the device changes is known and undone from now on. */
        LEARNED,
        /** The device changes nothing. */
        IN_ORDER,
        /** What arrived contradicts itself: from the first code again. */
        REFUSED
    }

    public SelfTest {
        missing = List.copyOf(missing);
    }
}
