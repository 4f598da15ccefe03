package org.quaymark.edge.scanner.image.bars;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitArray;
import com.google.zxing.oned.MultiFormatOneDReader;
import com.google.zxing.oned.OneDReader;
import com.google.zxing.oned.rss.RSS14Reader;
import com.google.zxing.oned.rss.expanded.RSSExpandedReader;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.scanner.image.pixels.Deadline;
import org.quaymark.edge.scanner.image.pixels.Grey;

/** Reads the bar codes that lines across an image cross, in both directions. Used for one image, by one thread. */
public final class Bars {
    private static final Map<DecodeHintType, Object> HINTS = hints();
    /** Codes beside one another on one line. */
    private static final int MOST_ON_A_LINE = 4;
    /** Lines after which the reader of stacked DataBar forgets: it tries all combinations of what it keeps, 2^n of them. */
    private static final int MEMORY = 12;

    /** Which codes are looked for. */
    public enum Kind {
        ALL,
        /** GS1 DataBar: its halves are often legible on different rows only, so it gains from many where the others do not. */
        DATA_BAR
    }

    private final OneDReader simple = new MultiFormatOneDReader(HINTS);
    private final OneDReader dataBar = new RSS14Reader();
    private final OneDReader expanded = new RSSExpandedReader();
    private final List<OneDReader> readers;
    private final Line line;
    private final int most;
    private final Votes votes;
    private int lines;

    /**
     * Reads along at most that many rows; what enough of them agree on is handed over once.
     *
     * @param most at most 256
     */
    public Bars(Kind kind, Line line, int most, Consumer<Result> found) {
        readers = kind == Kind.ALL ? List.of(simple, dataBar, expanded) : List.of(dataBar);
        this.line = line;
        this.most = most;
        votes = new Votes(most, found);
    }

    /** Reads rows at equal distances, from the middle outwards. */
    public void read(Grey grey, Deadline deadline) {
        double step = Math.max(1, (double) grey.height() / (most + 1));
        int count = (int) Math.min(most, grey.height() / step);
        for (int i = 0; i < count && !deadline.passed(); i++) {
            double offset = ((i + 1) / 2) * step * (i % 2 == 0 ? 1 : -1);
            int row = (int) (grey.height() / 2.0 + offset);
            if (row >= 0 && row < grey.height()) {
                BitArray bits = line.of(grey, row);
                if (bits != null) {
                    read(withQuietZones(bits));
                }
            }
        }
    }

    /** What the photographer cut off was white. */
    private static BitArray withQuietZones(BitArray bits) {
        int margin = bits.getSize() / 10 + 10;
        BitArray wide = new BitArray(bits.getSize() + 2 * margin);
        for (int x = bits.getNextSet(0); x < bits.getSize(); x = bits.getNextSet(x + 1)) {
            wide.set(x + margin);
        }
        return wide;
    }

    private void read(BitArray bits) {
        votes.nextLine();
        if (lines++ % MEMORY == 0) {
            expanded.reset();
        }
        BitArray reversed = bits.clone();
        reversed.reverse();
        for (BitArray direction : List.of(bits, reversed)) {
            for (OneDReader reader : readers) {
                all(reader, direction);
            }
        }
    }

    private void all(OneDReader reader, BitArray line) {
        BitArray left = line;
        for (int i = 0; i < MOST_ON_A_LINE && left != null; i++) {
            Result result = one(reader, left);
            if (result == null) {
                return;
            }
            votes.add(result);
            left = reader == simple ? rest(left, result) : null;
        }
    }

    private @Nullable Result one(OneDReader reader, BitArray line) {
        try {
            // The row's number only tells where DataBar's rows lie; each line is one.
            Result result = reader.decodeRow(lines, line, HINTS);
            if (reader != simple) {
                // Its memory proves the code from now on whatever the line: what it says again must be seen again.
                reader.reset();
            }
            return result;
        } catch (ReaderException | RuntimeException notOne) {
            // The decoders index arrays by what strangers printed.
            return null;
        }
    }

    /** The line without what was read; null where that cannot be told. */
    private static @Nullable BitArray rest(BitArray line, Result result) {
        ResultPoint[] points = result.getResultPoints();
        if (points == null || points.length < 2) {
            return null;
        }
        int from = (int) Math.max(0, Math.min(points[0].getX(), points[1].getX()));
        int to = (int) Math.min(line.getSize(), Math.max(points[0].getX(), points[1].getX()));
        if (to <= from) {
            return null;
        }
        BitArray rest = new BitArray(line.getSize());
        for (int x = line.getNextSet(0); x < line.getSize(); x = line.getNextSet(x + 1)) {
            if (x < from || x >= to) {
                rest.set(x);
            }
        }
        return rest;
    }

    private static Map<DecodeHintType, Object> hints() {
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(
                DecodeHintType.POSSIBLE_FORMATS,
                EnumSet.of(
                        BarcodeFormat.CODE_128,
                        BarcodeFormat.EAN_13,
                        BarcodeFormat.UPC_A,
                        BarcodeFormat.ITF,
                        BarcodeFormat.CODE_39,
                        BarcodeFormat.EAN_8,
                        BarcodeFormat.UPC_E));
        hints.put(DecodeHintType.ASSUME_GS1, true);
        return hints;
    }
}
