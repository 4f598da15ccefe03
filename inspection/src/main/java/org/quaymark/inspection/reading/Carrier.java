package org.quaymark.inspection.reading;

import org.jspecify.annotations.Nullable;

/** What kind of symbol a code was in, from its AIM symbology identifier (ISO/IEC 15424; GenSpecs 5.1.2). */
public enum Carrier {
    /** ]C1 */
    GS1_128,
    /** ]e0, ]e1, ]e2 */
    GS1_DATABAR,
    /** ]d2 */
    GS1_DATA_MATRIX,
    /** ]Q3 */
    GS1_QR,
    /** ]J1 */
    GS1_DOT_CODE,
    /** ]E0, ]E3: EAN-13, UPC-A, UPC-E */
    EAN_UPC,
    /** ]E4 */
    EAN_8,
    /** ]I0, ]I1 */
    ITF,
    /** ]C0 */
    CODE_128,
    /** ]d1 */
    DATA_MATRIX,
    /** ]Q1 */
    QR,
    /** Some other symbol. */
    OTHER,
    /** The scanner did not say. */
    UNKNOWN,
    /** No symbol has that identifier: it arrived distorted. */
    DISTORTED;

    private static final String LETTERS = "ABCEFGHIJKLMNOPQRSTUXZcdeopsz";

    /** The carrier of an identifier such as {@code ]d2}. */
    public static Carrier of(@Nullable String symbology) {
        if (symbology == null || symbology.isEmpty()) {
            return UNKNOWN;
        }
        return switch (symbology) {
            case "]C1" -> GS1_128;
            case "]e0", "]e1", "]e2" -> GS1_DATABAR;
            case "]d2" -> GS1_DATA_MATRIX;
            case "]Q3" -> GS1_QR;
            case "]J1" -> GS1_DOT_CODE;
            case "]E0", "]E3" -> EAN_UPC;
            case "]E4" -> EAN_8;
            case "]I0", "]I1" -> ITF;
            case "]C0" -> CODE_128;
            case "]d1" -> DATA_MATRIX;
            case "]Q1" -> QR;
            // ]c1 would be channel code, which nobody prints: it is ]C1 with Caps Lock on.
            case "]c1" -> DISTORTED;
            default -> isIdentifier(symbology) ? OTHER : DISTORTED;
        };
    }

    /** Whether it holds GS1 element strings and nothing else. */
    public boolean isGs1() {
        return switch (this) {
            case GS1_128, GS1_DATABAR, GS1_DATA_MATRIX, GS1_QR, GS1_DOT_CODE -> true;
            case EAN_UPC, EAN_8, ITF, CODE_128, DATA_MATRIX, QR, OTHER, UNKNOWN, DISTORTED -> false;
        };
    }

    private static boolean isIdentifier(String symbology) {
        return symbology.length() == 3 && symbology.charAt(0) == ']' && LETTERS.indexOf(symbology.charAt(1)) >= 0;
    }
}
