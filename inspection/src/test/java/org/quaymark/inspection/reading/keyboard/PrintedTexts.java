package org.quaymark.inspection.reading.keyboard;

import java.util.List;
import java.util.Random;

/** GS1 texts as a label of goods has them, with serial and lot of any characters that are legal there. */
final class PrintedTexts {
    private final Random random;

    PrintedTexts(long seed) {
        random = new Random(seed);
    }

    /** GTIN, serial, lot and expiry, with the symbology identifier of GS1 Data Matrix. */
    String next() {
        return next("]d2");
    }

    String next(String identifier) {
        StringBuilder text = new StringBuilder(identifier).append("01");
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            int digit = random.nextInt(10);
            text.append(digit);
            sum += digit * (i % 2 == 0 ? 3 : 1);
        }
        text.append((10 - sum % 10) % 10).append("21");
        any(text, 20);
        text.append(UsKeys.GS).append("10");
        any(text, 12);
        return text.append(UsKeys.GS)
                .append("1725020")
                .append(1 + random.nextInt(9))
                .toString();
    }

    private void any(StringBuilder text, int longest) {
        int length = 1 + random.nextInt(longest);
        for (int i = 0; i < length; i++) {
            text.append(UsKeys.CSET_82.charAt(random.nextInt(UsKeys.CSET_82.length())));
        }
    }

    static List<String> printed(Undone undone) {
        return undone.candidates().stream().map(Candidate::printed).toList();
    }
}
