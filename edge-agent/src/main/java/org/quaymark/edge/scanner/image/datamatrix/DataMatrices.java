package org.quaymark.edge.scanner.image.datamatrix;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.datamatrix.decoder.Decoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.scanner.image.pixels.Deadline;
import org.quaymark.edge.scanner.image.pixels.Grey;

/** Reads the Data Matrix symbols on an image, wherever they are and however they are turned. Stateless and thread-safe. */
public final class DataMatrices {
    /** Blobs are looked for on an image of no more pixels, modules are read on the whole one. */
    private static final int WORKING_PIXELS = 700_000;

    private static final int[] CELLS = {2, 4, 8};
    /** Below that correlation a border is none; noise stays under 0.4. */
    private static final double LIKELY = 0.3;

    private static final double CERTAIN = 0.6;
    private static final int TRIES = 4;
    private static final double[] SHARPEN = {0, 0.6};

    private DataMatrices() {}

    /** Hands over each symbol whose error correction holds, as it is found. */
    public static void read(Grey grey, Deadline deadline, Consumer<DecoderResult> found) {
        Grey small = grey.within(WORKING_PIXELS);
        double scale = (double) grey.width() / small.width();
        Blobs blobs = new Blobs(small);
        List<Quad> read = new ArrayList<>();
        List<Quad> seen = new ArrayList<>();
        for (int cell : CELLS) {
            for (Quad quad : blobs.quads(cell, deadline)) {
                if (deadline.passed()) {
                    return;
                }
                Quad here = quad.times(scale);
                if (read.stream().noneMatch(here::overlaps) && seen.stream().noneMatch(here::isNearly)) {
                    seen.add(here);
                    DecoderResult result = read(grey, here, scale);
                    if (result != null) {
                        read.add(here);
                        found.accept(result);
                    }
                }
            }
        }
    }

    private static @Nullable DecoderResult read(Grey grey, Quad quad, double scale) {
        List<Fit> fits = new ArrayList<>();
        Quad turned = quad;
        for (int turn = 0; turn < 4; turn++) {
            if (SolidSides.leftAndLower(grey, turned, scale)) {
                fits.addAll(fits(grey, turned));
            }
            turned = turned.turned();
        }
        fits.sort(Comparator.comparingDouble(Fit::score).reversed());
        for (Fit fit : fits.subList(0, Math.min(TRIES, fits.size()))) {
            Fit best = fit.improved(grey);
            if (best.score() > CERTAIN) {
                DecoderResult result = decode(new Modules(grey, best));
                if (result != null) {
                    return result;
                }
            }
        }
        return null;
    }

    private static List<Fit> fits(Grey grey, Quad quad) {
        List<Fit> fits = new ArrayList<>();
        for (Layout layout : Layout.ALL) {
            if (hasShape(quad, layout)) {
                Fit fit = Fit.of(grey, layout, quad);
                if (fit.score() > LIKELY) {
                    fits.add(fit);
                }
            }
        }
        return fits;
    }

    private static @Nullable DecoderResult decode(Modules modules) {
        for (double sharpen : SHARPEN) {
            try {
                return new Decoder().decode(modules.bits(sharpen));
            } catch (ChecksumException | FormatException | RuntimeException notThis) {
                // Too many wrong modules, or a symbol whose text breaks the decoder: the next try, or none.
            }
        }
        return null;
    }

    private static boolean hasShape(Quad quad, Layout layout) {
        double module = quad.width() / layout.columns();
        double ratio = module / (quad.height() / layout.rows());
        return module >= 1.2 && ratio > 0.6 && ratio < 1.65;
    }
}
