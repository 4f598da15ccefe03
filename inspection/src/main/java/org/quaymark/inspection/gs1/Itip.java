package org.quaymark.inspection.gs1;

import org.jspecify.annotations.Nullable;

/**
 * The identification of one of the pieces that an item consists of, AIs 8006 and 8026 (GenSpecs 3.9.6).
 *
 * @param gtin of the whole item, 14 digits
 * @param piece from 1
 * @param total how many pieces there are, at most 99
 */
public record Itip(String gtin, int piece, int total) {
    private static final int GTIN = 14;

    /** From 18 digits; null where they are none, the check digit is wrong, or there is no such piece. */
    public static @Nullable Itip parse(String digits) {
        String number = digits.length() == GTIN + 4 ? digits.substring(GTIN) : "";
        return SyntaxTest.PIECEOFTOTAL.passes(number) && Gtin.isGtin14(digits.substring(0, GTIN))
                ? new Itip(digits.substring(0, GTIN), Digits.two(number, 0), Digits.two(number, 2))
                : null;
    }

    /** As in a code, 18 digits. */
    @Override
    public String toString() {
        return String.format("%s%02d%02d", gtin, piece, total);
    }
}
