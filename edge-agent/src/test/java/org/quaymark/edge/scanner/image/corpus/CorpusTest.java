package org.quaymark.edge.scanner.image.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quaymark.edge.scanner.image.CodeReader;

/** ZXing's own test images, where they lie beside the repository. */
class CorpusTest {
    private static final Path LABELS = Stream.of("../shared/data/labels", "../../shared/data/labels")
            .map(Path::of)
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(Path.of("../shared/data/labels"));

    // The time is no part of this: a busy machine must not miss a code.
    private final Corpus corpus = new Corpus(new CodeReader(Duration.ofSeconds(20)));

    @BeforeEach
    void needsTheImages() {
        assumeTrue(Files.isDirectory(LABELS), "no images in " + LABELS);
    }

    /** The last number is what ZXing alone reads: 14, 40, 13 and 9 where it is less than all. */
    @ParameterizedTest
    @CsvSource({
        "datamatrix-1, 23, 23",
        "datamatrix-2, 18, 14",
        "datamatrix-3, 18, 18",
        "qrcode-3, 40, 40",
        "qrcode-5, 19, 19",
        "qrcode-6, 15, 15",
        "code128-1, 7, 7",
        "code128-3, 2, 2",
        "ean13-3, 55, 55",
        "ean13-4, 20, 13",
        "itf-2, 14, 14",
        "rss14-2, 10, 9",
        "rssexpanded-1, 35, 35"
    })
    void readsAtLeastWhatZxingAloneReadsAndNothingWrong(String set, int least, int floor) throws Exception {
        SetCount count = read(set);
        assertTrue(count.right() >= Math.max(least, floor), () -> count.right() + ", missed " + count.missed());
        assertEquals(0, count.wrong());
    }

    @Test
    void findsNoCodeWhereThereIsNone() throws Exception {
        assertEquals(0, read("falsepositives-2").wrong());
    }

    private SetCount read(String set) throws Exception {
        return Objects.requireNonNull(
                corpus.read(LABELS.resolve(set), Corpus.Floor.NONE).sets().get("."));
    }
}
