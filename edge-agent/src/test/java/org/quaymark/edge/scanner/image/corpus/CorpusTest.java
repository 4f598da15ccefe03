package org.quaymark.edge.scanner.image.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quaymark.edge.scanner.image.CodeReader;

/** ZXing's own test images, where they lie beside the repository; the floors are what ZXing alone reads of them. */
class CorpusTest {
    private static final Path LABELS = Stream.of("../shared/data/labels", "../../shared/data/labels")
            .map(Path::of)
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(Path.of("../shared/data/labels"));

    @Test
    void readsMoreThanZxingAloneAndNothingThatIsNotThere() throws Exception {
        assumeTrue(Files.isDirectory(LABELS), "no images in " + LABELS);
        // The time is no part of this: a busy machine must not miss a code.
        CodeReader reader = new CodeReader(Duration.ofSeconds(20));
        Map<String, SetCount> sets =
                new Corpus(reader).read(LABELS, Corpus.Floor.NONE).sets();
        assertEquals(59, right(sets, "datamatrix-1", "datamatrix-2", "datamatrix-3"));
        assertTrue(
                right(sets, "qrcode-3", "qrcode-5", "qrcode-6") >= 74,
                () -> "QR " + of(sets, "qrcode-3").missed());
        assertEquals(9, right(sets, "code128-1", "code128-3"));
        assertEquals(55, right(sets, "ean13-3"));
        assertTrue(
                right(sets, "ean13-4") >= 20, () -> "EAN " + of(sets, "ean13-4").missed());
        assertEquals(14, right(sets, "itf-2"));
        assertEquals(35, right(sets, "rssexpanded-1"));
        assertTrue(
                right(sets, "rss14-2") >= 9,
                () -> "DataBar " + of(sets, "rss14-2").missed());
        assertEquals(0, sets.values().stream().mapToInt(SetCount::wrong).sum());
    }

    private static SetCount of(Map<String, SetCount> sets, String name) {
        return Objects.requireNonNull(sets.get(name), name);
    }

    private static int right(Map<String, SetCount> sets, String... names) {
        return Stream.of(names).mapToInt(name -> of(sets, name).right()).sum();
    }
}
