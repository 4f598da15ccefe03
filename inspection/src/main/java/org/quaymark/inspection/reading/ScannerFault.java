package org.quaymark.inspection.reading;

import org.quaymark.inspection.reading.keyboard.CalibratedDevice;

/**
 * What a scanner may do to a code on the way.
 *
 * @param name goes into verdicts and devices' health records: {@code caps-lock}, {@code layout:de}
 */
record ScannerFault(String name) {
    private static final String LAYOUT = "layout:";
    private static final String LOSSY = " (loses characters)";

    /** F1: Caps Lock is on. */
    static final ScannerFault CAPS_LOCK = new ScannerFault("caps-lock");
    /** F2: the scanner sends one case only. */
    static final ScannerFault CASE_FORCED = new ScannerFault("case-forced");
    /** F9, F10, F14, F16, F17: GS arrives as another character, or as several. */
    static final ScannerFault SEPARATOR_SUBSTITUTED = new ScannerFault("separator-substituted");
    /** F11 to F13, F15, F18: GS does not arrive at all. */
    static final ScannerFault SEPARATOR_LOST = new ScannerFault("separator-lost");
    /** F23, F24: digits of a trade item number are gone. */
    static final ScannerFault NUMBER_CUT = new ScannerFault("number-cut");
    /** F25: the envelope around the data is not whole. */
    static final ScannerFault ENVELOPE_DAMAGED = new ScannerFault("envelope-damaged");

    /** What the device did to its self-test codes, whatever that was. */
    static final ScannerFault CALIBRATED = new ScannerFault(CalibratedDevice.NAME);

    /** F3 to F8, F33, F34: the system reads the scanner's keys as those of another keyboard. */
    static ScannerFault layout(String layout) {
        return new ScannerFault(LAYOUT + layout);
    }

    /** The same, where that keyboard swallows characters: a text it leaves may be another unit's (F32). */
    static ScannerFault lossyLayout(String layout) {
        return new ScannerFault(LAYOUT + layout + LOSSY);
    }

    boolean isLayout() {
        return name.startsWith(LAYOUT);
    }

    /** Whether characters may be gone, so that no text is proved by it, though one may be cast into doubt. */
    boolean losesCharacters() {
        return name.endsWith(LOSSY);
    }
}
