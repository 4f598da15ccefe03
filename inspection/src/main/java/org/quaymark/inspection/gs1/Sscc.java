package org.quaymark.inspection.gs1;

/** Serial Shipping Container Codes (GenSpecs 3.3.1). */
public final class Sscc {
    private Sscc() {}

    /** Whether these are 18 digits with the right check digit. */
    public static boolean isSscc(String digits) {
        return digits.length() == 18 && CheckDigit.isRight(digits);
    }
}
