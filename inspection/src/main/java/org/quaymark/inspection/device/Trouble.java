package org.quaymark.inspection.device;

/** What is wrong with a scanner, and so what mends it. The order is that of certainty: the first ones name their cause. */
public enum Trouble {
    /** Caps Lock is on (scanner faults F1). */
    CAPS_LOCK,
    /** The scanner sends letters of one case only (F2). */
    LETTER_CASE,
    /** The scanner types on another keyboard than the computer reads (F3 to F8, F33, F34). */
    KEYBOARD,
    /** GS arrives as something else (F9, F10, F16, F17). */
    SEPARATOR_CHANGED,
    /** GS does not arrive (F11 to F13, F15, F18). */
    SEPARATOR_LOST,
    /** The scanner adds something before or behind the code (F20). */
    AFFIX,
    /** Something else is changed on the way, and undone. */
    OTHER,
    /** Codes arrive from which it cannot be told what was printed. */
    DOUBTFUL,
    /** Its images show no code. */
    UNREADABLE;

    /** What a fault's name in a verdict ({@code layout:de}) says is wrong. */
    static Trouble of(String fault) {
        if (fault.equals("caps-lock")) {
            return CAPS_LOCK;
        }
        if (fault.startsWith("case")) {
            return LETTER_CASE;
        }
        if (fault.startsWith("layout:") || fault.equals("calibrated")) {
            return KEYBOARD;
        }
        if (fault.equals("separator-lost")) {
            return SEPARATOR_LOST;
        }
        if (fault.startsWith("separator")) {
            return SEPARATOR_CHANGED;
        }
        if (fault.startsWith("affix") || fault.startsWith("prefix") || fault.startsWith("suffix")) {
            return AFFIX;
        }
        return OTHER;
    }

    /** The keyboard layout a fault's name tells of, empty where it tells of none that is in the table. */
    static String layout(String fault) {
        boolean known = fault.startsWith("layout:") && !fault.equals("layout:calibrated");
        return known ? fault.substring("layout:".length()) : "";
    }

    /** Whether a clean reading speaks against it: one that would have come out differently. */
    boolean isDisprovedBy(Outcome read) {
        return switch (this) {
            case CAPS_LOCK, LETTER_CASE, KEYBOARD -> read.hasLetters();
            case SEPARATOR_CHANGED, SEPARATOR_LOST -> read.hasSeparator();
            case AFFIX, OTHER, DOUBTFUL, UNREADABLE -> true;
        };
    }
}
