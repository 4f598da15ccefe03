package org.quaymark.inspection.reading;

import org.jspecify.annotations.Nullable;

/**
 * A code with everything around its data taken off that changes nothing in it: symbology identifier, FNC1 in first
 * position, the line end a scanner adds (faults F19, F20, F21).
 *
 * @param symbology AIM identifier as it came, null where there is none
 * @param data what stands between
 */
record Envelope(@Nullable String symbology, String data) {
    private static final char EOT = '\u0004';
    private static final char GS = '\u001d';

    static Envelope open(Code code) {
        String data = code.data();
        int end = data.length();
        while (end > 0 && isLineEnd(data.charAt(end - 1))) {
            end--;
        }
        int start = 0;
        String symbology = code.symbology();
        if (looksLikeIdentifier(data, end)) {
            String inData = data.substring(0, 3);
            if (symbology == null || symbology.equals(inData)) {
                symbology = inData;
                start = 3;
            }
        }
        if (start < end && data.charAt(start) == GS) {
            start++;
        }
        return new Envelope(symbology, data.substring(start, end));
    }

    Carrier carrier() {
        return Carrier.of(symbology);
    }

    private static boolean looksLikeIdentifier(String data, int end) {
        return end >= 3
                && data.charAt(0) == ']'
                && isAsciiLetter(data.charAt(1))
                && data.charAt(2) >= '0'
                && data.charAt(2) <= '9';
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isLineEnd(char c) {
        return c == '\r' || c == '\n' || c == '\t' || c == EOT;
    }
}
