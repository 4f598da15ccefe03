package org.quaymark.edge.scanner.image.datamatrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.scanner.image.pixels.Deadline;
import org.quaymark.edge.scanner.image.pixels.Grey;

/**
 * Where dark pixels lie close together: candidates for a symbol. The image is cut into cells; neighbouring cells with a dark
 * pixel each are one blob, so gaps narrower than a cell do not part a symbol and the quiet zone does.
 */
final class Blobs {
    /** The smallest symbol has 8 modules; under two pixels each nothing is read. */
    private static final int SMALLEST = 16;
    /** How many candidates are looked at, the largest first. */
    private static final int MOST = 12;

    private final boolean[] dark;
    private final int width;
    private final int height;

    Blobs(Grey grey) {
        width = grey.width();
        height = grey.height();
        dark = dark(grey);
    }

    /** The quadrilaterals around blobs of that size of cell. */
    List<Quad> quads(int cell, Deadline deadline) {
        int wide = (width + cell - 1) / cell;
        int high = (height + cell - 1) / cell;
        boolean[] open = new boolean[wide * high];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                open[(y / cell) * wide + x / cell] |= dark[y * width + x];
            }
        }
        List<Quad> quads = new ArrayList<>();
        int[] stack = new int[wide * high];
        for (int start = 0; start < open.length && !deadline.passed(); start++) {
            if (open[start]) {
                Quad quad = quad(fill(open, stack, start, wide, high), cell, wide);
                if (quad != null && plausible(quad)) {
                    quads.add(quad);
                }
            }
        }
        quads.sort(Comparator.comparingDouble(Quad::area).reversed());
        return quads.subList(0, Math.min(MOST, quads.size()));
    }

    /** The cells of one blob, which are closed by that. */
    private static int[] fill(boolean[] open, int[] stack, int start, int wide, int high) {
        int taken = 0;
        int known = 0;
        open[start] = false;
        stack[known++] = start;
        while (taken < known) {
            int cell = stack[taken++];
            int cx = cell % wide;
            int cy = cell / wide;
            for (int y = Math.max(0, cy - 1); y <= Math.min(high - 1, cy + 1); y++) {
                for (int x = Math.max(0, cx - 1); x <= Math.min(wide - 1, cx + 1); x++) {
                    if (open[y * wide + x]) {
                        open[y * wide + x] = false;
                        stack[known++] = y * wide + x;
                    }
                }
            }
        }
        return Arrays.copyOf(stack, known);
    }

    private @Nullable Quad quad(int[] cells, int cell, int wide) {
        int firstRow = Integer.MAX_VALUE;
        int lastRow = 0;
        int firstColumn = Integer.MAX_VALUE;
        int lastColumn = 0;
        for (int at : cells) {
            firstRow = Math.min(firstRow, at / wide);
            lastRow = Math.max(lastRow, at / wide);
            firstColumn = Math.min(firstColumn, at % wide);
            lastColumn = Math.max(lastColumn, at % wide);
        }
        int side = Math.min(lastRow - firstRow, lastColumn - firstColumn) + 1;
        // A photo has thousands of specks.
        return side * cell < SMALLEST
                ? null
                : Hull.quad(Hull.of(outline(cells, cell, wide, firstRow * cell, (lastRow + 1) * cell)));
    }

    /** The corners of the first and last dark pixel of each row of a blob. */
    private List<Point> outline(int[] cells, int cell, int wide, int from, int to) {
        int[] left = new int[to - from];
        int[] right = new int[to - from];
        Arrays.fill(left, Integer.MAX_VALUE);
        for (int at : cells) {
            int x0 = (at % wide) * cell;
            int y0 = (at / wide) * cell;
            for (int y = y0; y < Math.min(height, y0 + cell); y++) {
                for (int x = x0; x < Math.min(width, x0 + cell); x++) {
                    if (dark[y * width + x]) {
                        left[y - from] = Math.min(left[y - from], x);
                        right[y - from] = Math.max(right[y - from], x + 1);
                    }
                }
            }
        }
        List<Point> outline = new ArrayList<>();
        for (int i = 0; i < left.length; i++) {
            if (right[i] > 0) {
                outline.add(new Point(left[i], from + i));
                outline.add(new Point(left[i], from + i + 1.0));
                outline.add(new Point(right[i], from + i));
                outline.add(new Point(right[i], from + i + 1.0));
            }
        }
        return outline;
    }

    private static boolean plausible(Quad quad) {
        double width = quad.width();
        double height = quad.height();
        return Math.min(width, height) >= SMALLEST
                && Math.max(width, height) <= 20 * Math.min(width, height)
                && quad.area() >= 0.6 * width * height;
    }

    /** Darker than what is around it, by a margin that leaves plain paper white. */
    private static boolean[] dark(Grey grey) {
        int width = grey.width();
        int height = grey.height();
        long[] sums = new long[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            long row = 0;
            for (int x = 0; x < width; x++) {
                row += grey.at(x, y);
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
            }
        }
        int reach = Math.max(10, Math.min(width, height) / 8);
        boolean[] dark = new boolean[width * height];
        for (int y = 0; y < height; y++) {
            int y0 = Math.max(0, y - reach);
            int y1 = Math.min(height, y + reach + 1);
            for (int x = 0; x < width; x++) {
                int x0 = Math.max(0, x - reach);
                int x1 = Math.min(width, x + reach + 1);
                long sum = sums[y1 * (width + 1) + x1]
                        - sums[y0 * (width + 1) + x1]
                        - sums[y1 * (width + 1) + x0]
                        + sums[y0 * (width + 1) + x0];
                long mean = sum / ((long) (x1 - x0) * (y1 - y0));
                dark[y * width + x] = grey.at(x, y) < mean - mean / 12 - 2;
            }
        }
        return dark;
    }
}
