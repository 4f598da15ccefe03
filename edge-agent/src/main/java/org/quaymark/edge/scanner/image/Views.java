package org.quaymark.edge.scanner.image;

import com.google.zxing.NotFoundException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.scanner.image.pixels.Grey;

/** The ways one image is looked at, each made when it is first asked for and kept for later rungs. Used by one thread. */
final class Views {
    /**
     * Pixels one call into ZXing sees at most. A call cannot be interrupted; at that size the slowest measured one, on
     * noise, takes under 0.2 s on one core of 2026.
     */
    static final int WORKING_PIXELS = 1_500_000;

    private static final int MARGIN = 20;

    /** A view of the image. */
    enum View {
        WHOLE,
        WORKING,
        HALF,
        DOUBLE,
        TURNED,
        INVERTED
    }

    private record Binary(View view, boolean global) {}

    private final Grey whole;
    private final Map<View, Grey> greys = new EnumMap<>(View.class);
    private final Map<Binary, @Nullable BitMatrix> binaries = new HashMap<>();

    Views(Grey whole) {
        this.whole = whole;
    }

    Grey grey(View view) {
        Grey known = greys.get(view);
        if (known != null) {
            return known;
        }
        Grey made = switch (view) {
            case WHOLE -> whole;
            case WORKING -> whole.within(WORKING_PIXELS);
            case HALF -> grey(View.WORKING).halved();
            case DOUBLE ->
                grey(View.WORKING).size() * 4 <= WORKING_PIXELS
                        ? grey(View.WORKING).doubled()
                        : grey(View.WORKING);
            case TURNED -> grey(View.WORKING).turned();
            case INVERTED -> grey(View.WORKING).inverted();
        };
        greys.put(view, made);
        return made;
    }

    /** Dark and bright, with a white margin: a code cut to its edge has no quiet zone, and is not found without one. */
    @Nullable
    BitMatrix binary(View view, boolean global) {
        return binaries.computeIfAbsent(new Binary(view, global), key -> padded(binarised(grey(view), global)));
    }

    private static @Nullable BitMatrix binarised(Grey grey, boolean global) {
        try {
            return (global ? new GlobalHistogramBinarizer(grey.source()) : new HybridBinarizer(grey.source()))
                    .getBlackMatrix();
        } catch (NotFoundException noContrast) {
            return null;
        }
    }

    /** Afterwards, for a white frame would shift the threshold of the whole. */
    private static @Nullable BitMatrix padded(@Nullable BitMatrix bits) {
        if (bits == null) {
            return null;
        }
        BitMatrix padded = new BitMatrix(bits.getWidth() + 2 * MARGIN, bits.getHeight() + 2 * MARGIN);
        for (int y = 0; y < bits.getHeight(); y++) {
            for (int x = 0; x < bits.getWidth(); x++) {
                if (bits.get(x, y)) {
                    padded.set(x + MARGIN, y + MARGIN);
                }
            }
        }
        return padded;
    }
}
