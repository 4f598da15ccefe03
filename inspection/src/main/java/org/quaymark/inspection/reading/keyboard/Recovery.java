package org.quaymark.inspection.reading.keyboard;

/**
 * When a calibrated device is known to change nothing any more, or something else: {@link #IN_A_ROW} codes in a row were
 * read as they came, and none of them could have come like that from the device as it was. Its profile is then forgotten.
 */
public final class Recovery {
    /** So many in a row: one may be a label that was printed wrong. */
    public static final int IN_A_ROW = 3;

    private Recovery() {}

    /** Whether the device, as it was when calibrated, would have sent a code of this text as another. */
    public static boolean speaksAgainst(CalibratedDevice device, String readAsItCame) {
        return device.undo(readAsItCame).candidates().stream()
                .noneMatch(candidate -> candidate.printed().equals(readAsItCame));
    }
}
