package org.quaymark.sim.scenario;

import java.util.function.IntUnaryOperator;

/** What scanners do to a label's text on its way; the names are those of the list of scanner faults. */
enum ScannerFault {
    /** Caps Lock is on: every letter's case is the other one, that of the symbology identifier too. */
    F1(false) {
        @Override
        String distort(String text) {
            return map(text, c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
    },
    /** A keyboard scanner set to US on a German system. */
    F3(false) {
        // The letters and the one sign that the simulator's labels have; serials with signs would need the whole
        // layout.
        private static final String US = "]yzYZ";
        private static final String DE = "+zyZY";

        @Override
        String distort(String text) {
            return map(text, c -> US.indexOf(c) < 0 ? c : DE.charAt(US.indexOf(c)));
        }
    },
    /** GS arrives as NUL. */
    F9(false) {
        @Override
        String distort(String text) {
            return text.replace(LabelText.GS, '\0');
        }
    },
    /** GS arrives as ESC. */
    F10(false) {
        @Override
        String distort(String text) {
            return text.replace(LabelText.GS, '\u001b');
        }
    },
    /** GS is dropped. */
    F11(false) {
        @Override
        String distort(String text) {
            return text.replace(String.valueOf(LabelText.GS), "");
        }
    },
    /** GS is spelled out. */
    F16(false) {
        @Override
        String distort(String text) {
            return text.replace(String.valueOf(LabelText.GS), "<GS>");
        }
    },
    /** The FNC1 in first position is passed on as a GS in front of the data. */
    F19(true) {
        @Override
        String distort(String text) {
            return LabelText.GS + text.substring(LabelText.IDENTIFIER_LENGTH);
        }
    },
    /** Carriage return and line feed follow. */
    F20(true) {
        @Override
        String distort(String text) {
            return text + "\r\n";
        }
    },
    /** The symbology identifier is switched off. */
    F21(true) {
        @Override
        String distort(String text) {
            return text.substring(LabelText.IDENTIFIER_LENGTH);
        }
    };

    private final boolean harmless;

    ScannerFault(boolean harmless) {
        this.harmless = harmless;
    }

    /** The label's text as it arrives; the text has a symbology identifier and at least one GS. */
    abstract String distort(String text);

    /** Whether a reader may be left with no proof or several: a layout it does not know, a separator that could be anywhere. */
    boolean ambiguous() {
        return this == F3 || this == F11;
    }

    /** Whether the text stays a clean reading that says the same. */
    boolean harmless() {
        return harmless;
    }

    private static String map(String text, IntUnaryOperator each) {
        return text.chars()
                .map(each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
