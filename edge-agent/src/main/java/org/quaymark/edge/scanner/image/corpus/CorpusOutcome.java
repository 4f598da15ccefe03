package org.quaymark.edge.scanner.image.corpus;

import java.util.Set;
import org.quaymark.edge.scanner.image.ImageReading;

/**
 * What came of one image.
 *
 * @param nanos what the reader took for it, from bytes to codes
 * @param plain what ZXing as it comes read; empty where it was not asked
 */
record CorpusOutcome(CorpusImage image, ImageReading reading, long nanos, Set<String> plain, long plainNanos) {
    boolean isRight() {
        return reading.found().stream().anyMatch(found -> found.text().equals(image.expected()));
    }

    boolean isWrong() {
        return reading.found().stream().anyMatch(found -> !found.text().equals(image.expected()));
    }

    boolean isMissed() {
        return image.expected() != null && !isRight();
    }

    boolean isPlainRight() {
        return image.expected() != null && plain.contains(image.expected());
    }

    boolean isPlainWrong() {
        return plain.stream().anyMatch(text -> !text.equals(image.expected()));
    }
}
