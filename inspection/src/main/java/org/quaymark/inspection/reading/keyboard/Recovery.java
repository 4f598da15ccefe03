package org.quaymark.inspection.reading.keyboard;

/**
 * When a calibrated device is known to change nothing any more, or something else: {@link #IN_A_ROW} codes of goods in a row
 * were read as they came, and none of them could have come like that from the device as it was. Its profile is then
 * forgotten. A code that the device would have changed and the registry does not know proves nothing: it may have been
 * changed.
 */
public final class Recovery {
    /** So many in a row: one may be a label that was printed wrong, or the twin of another that happens to be issued. */
    public static final int IN_A_ROW = 3;

    private Recovery() {}

    /**
     * Whether a code that was read as it came speaks against the profile.
     *
     * @param readAsItCame the text, with all that the device puts around it
     * @param known whether the registry has the product that was read, and with it, as the reading is sure, the unit: a text
     *     that the device as it was would have made of another one is then an accident, and the third in a row is none
     */
    public static boolean speaksAgainst(CalibratedDevice device, String readAsItCame, boolean known) {
        Undone undone = device.undo(readAsItCame);
        return undone.complete()
                && (undone.candidates().isEmpty()
                        || (known
                                && undone.candidates().stream()
                                        .noneMatch(candidate -> readAsItCame.contains(candidate.printed()))));
    }
}
