package org.quaymark.edge.scanner.image;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.quaymark.edge.scanner.image.pixels.Deadline;
import org.quaymark.edge.scanner.image.pixels.Pictures;
import org.quaymark.inspection.reading.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads every code on one image, on the caller's thread. Stateless and thread-safe. */
public final class CodeReader {
    private static final Logger log = LoggerFactory.getLogger(CodeReader.class);

    private final Duration time;

    /** A reader that takes that long for an image at most, and the rest of one call into ZXing on a bounded image. */
    public CodeReader(Duration time) {
        this.time = time;
    }

    /** The codes on the image; none where it has no readable one, or is broken. */
    public List<Code> read(byte[] image) {
        try {
            return readWhole(image);
        } catch (IOException e) {
            log.info("An image could not be decoded: {}", e.getMessage());
            return List.of();
        }
    }

    /**
     * The same, for who wants to know why nothing was read.
     *
     * @throws IOException where the bytes are no whole JPEG or PNG of a bounded size
     */
    public List<Code> readWhole(byte[] image) throws IOException {
        return explain(image).found().stream().map(Found::code).toList();
    }

    /**
     * The same, with the way each code was found.
     *
     * @throws IOException where the bytes are no whole JPEG or PNG of a bounded size
     */
    public ImageReading explain(byte[] image) throws IOException {
        Deadline deadline = Deadline.in(time);
        Views views = new Views(Pictures.decode(image));
        Finds finds = new Finds();
        List<ImageReading.Step> steps = new ArrayList<>();
        for (Rung rung : Ladder.RUNGS) {
            if (rung.always() || finds.isEmpty()) {
                if (deadline.passed()) {
                    return new ImageReading(finds.all(), steps, /* complete= */ false);
                }
                steps.add(climb(rung, views, deadline, finds));
            }
        }
        return new ImageReading(finds.all(), steps, /* complete= */ !deadline.passed());
    }

    private static ImageReading.Step climb(Rung rung, Views views, Deadline deadline, Finds finds) {
        long begin = System.nanoTime();
        int before = finds.size();
        finds.on(rung.name());
        try {
            rung.tried().climb(views, deadline, finds);
        } catch (RuntimeException e) {
            // One rung's failure on a stranger's image is no reason not to try the next.
            log.debug("Rung {} failed", rung.name(), e);
        }
        return new ImageReading.Step(rung.name(), System.nanoTime() - begin, finds.size() - before);
    }
}
