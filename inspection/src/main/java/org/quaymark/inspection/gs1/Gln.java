package org.quaymark.inspection.gs1;

/** Global Location Numbers (GenSpecs 3.4.10): a place, or a party. */
public final class Gln {
    private Gln() {}

    /** Whether these are 13 digits with the right check digit. */
    public static boolean isGln(String digits) {
        return digits.length() == 13 && CheckDigit.isRight(digits);
    }
}
