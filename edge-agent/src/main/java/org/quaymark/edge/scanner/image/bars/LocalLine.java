package org.quaymark.edge.scanner.image.bars;

import com.google.zxing.common.BitArray;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.scanner.image.pixels.Grey;

/**
 * For blur, shadow and glare: the mean of a few rows, sharpened, drawn four times as long, with a threshold in the middle
 * between the darkest and the brightest nearby.
 *
 * @param rows how many above and below are averaged, against noise
 * @param sharpen how much of the second difference is taken off, against blur
 * @param reach how far, in pixels to each side, is nearby
 */
public record LocalLine(int rows, double sharpen, int reach) implements Line {
    private static final int LONGER = 4;
    /** Less between dark and bright is noise: then it is bright. */
    private static final double CONTRAST = 10;

    @Override
    public @Nullable BitArray of(Grey grey, int row) {
        int width = grey.width();
        double[] mean = mean(grey, row);
        double[] sharp = new double[width];
        for (int x = 0; x < width; x++) {
            double around = (mean[Math.max(0, x - 1)] + mean[Math.min(width - 1, x + 1)]) / 2;
            sharp[x] = mean[x] + sharpen * (mean[x] - around);
        }
        BitArray bits = new BitArray(width * LONGER);
        boolean any = false;
        for (int x = 0; x < width; x++) {
            double least = Double.MAX_VALUE;
            double most = -Double.MAX_VALUE;
            for (int u = Math.max(0, x - reach); u <= Math.min(width - 1, x + reach); u++) {
                least = Math.min(least, sharp[u]);
                most = Math.max(most, sharp[u]);
            }
            if (most - least >= CONTRAST) {
                any |= draw(bits, sharp, x, (least + most) / 2);
            }
        }
        return any ? bits : null;
    }

    private double[] mean(Grey grey, int row) {
        double[] mean = new double[grey.width()];
        int from = Math.max(0, row - rows);
        int to = Math.min(grey.height() - 1, row + rows);
        for (int y = from; y <= to; y++) {
            for (int x = 0; x < mean.length; x++) {
                mean[x] += grey.at(x, y);
            }
        }
        for (int x = 0; x < mean.length; x++) {
            mean[x] /= to - from + 1;
        }
        return mean;
    }

    private static boolean draw(BitArray bits, double[] values, int x, double threshold) {
        boolean any = false;
        for (int i = 0; i < LONGER; i++) {
            double at = x + (i + 0.5) / LONGER - 0.5;
            int left = (int) Math.floor(at);
            double share = at - left;
            double value =
                    values[Math.max(0, left)] * (1 - share) + values[Math.min(values.length - 1, left + 1)] * share;
            if (value < threshold) {
                bits.set(x * LONGER + i);
                any = true;
            }
        }
        return any;
    }
}
