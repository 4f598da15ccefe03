package org.quaymark.inspection.reading;

import org.quaymark.inspection.reading.keyboard.CalibratedDevice;

/**
 * What a scanner may do to a code on the way.
 *
 * @param name goes into verdicts and devices' health records: {@code caps-lock}, {@code layout:de}
 */
record ScannerFault(String name) {
    /** F1: Caps Lock is on. */
    static final ScannerFault CAPS_LOCK = new ScannerFault("caps-lock");
    /** F9, F10, F16, F17: GS arrives as another character. */
    static final ScannerFault SEPARATOR_SUBSTITUTED = new ScannerFault("separator-substituted");
    /** F11 to F13, F15, F18: GS does not arrive at all. */
    static final ScannerFault SEPARATOR_LOST = new ScannerFault("separator-lost");
    /** What the device did to its self-test codes, whatever that was. */
    static final ScannerFault CALIBRATED = new ScannerFault(CalibratedDevice.NAME);

    /** F3 to F8, F33, F34: the system reads the scanner's keys as those of another keyboard. */
    static ScannerFault layout(String layout) {
        return new ScannerFault("layout:" + layout);
    }
}
