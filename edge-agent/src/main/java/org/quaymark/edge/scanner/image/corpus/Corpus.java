package org.quaymark.edge.scanner.image.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quaymark.edge.scanner.image.CodeReader;
import org.quaymark.edge.scanner.image.ImageReading;
import org.quaymark.edge.scanner.image.pixels.Pictures;

/** Reads a collection of images, one after the other on the caller's thread. */
public final class Corpus {
    /** What is measured beside the reader. */
    public enum Floor {
        NONE,
        /** Then all is read once before, so that the compiler's work is not measured. */
        ZXING_ALONE
    }

    private final CodeReader reader;

    /** With that reader. */
    public Corpus(CodeReader reader) {
        this.reader = reader;
    }

    /**
     * Reads every image below the directory.
     *
     * @throws IOException where a file cannot be read, or is no image
     */
    public CorpusReport read(Path directory, Floor floor) throws IOException {
        List<CorpusImage> images = CorpusImage.of(directory);
        boolean plain = floor == Floor.ZXING_ALONE;
        if (plain) {
            for (CorpusImage image : images) {
                reader.explain(image.bytes());
            }
        }
        List<CorpusOutcome> outcomes = new ArrayList<>();
        for (CorpusImage image : images) {
            outcomes.add(read(image, plain));
        }
        return new CorpusReport(outcomes);
    }

    private CorpusOutcome read(CorpusImage image, boolean plain) throws IOException {
        byte[] bytes = image.bytes();
        long begin = System.nanoTime();
        ImageReading reading = reader.explain(bytes);
        long between = System.nanoTime();
        Set<String> texts = plain ? PlainZxing.read(Pictures.decode(bytes)) : Set.of();
        return new CorpusOutcome(image, reading, between - begin, texts, System.nanoTime() - between);
    }
}
