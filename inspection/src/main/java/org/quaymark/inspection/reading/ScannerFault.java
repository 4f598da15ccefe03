package org.quaymark.inspection.reading;

/** What a scanner may do to a code on the way; the names go into verdicts and devices' health records. */
enum ScannerFault {
    /** F1: Caps Lock is on. */
    CAPS_LOCK("caps-lock"),
    /** F9, F10, F16, F17: GS arrives as another character. */
    SEPARATOR_SUBSTITUTED("separator-substituted"),
    /** F11 to F13, F15, F18: GS does not arrive at all. */
    SEPARATOR_LOST("separator-lost");

    private final String wireName;

    ScannerFault(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
