package org.quaymark.edge.scanner.image.datamatrix;

import com.google.zxing.common.BitMatrix;
import org.quaymark.edge.scanner.image.pixels.Grey;

/** The brightness of each module of a symbol, made dark or bright. */
final class Modules {
    private final int columns;
    private final int rows;
    private final double[] brightness;

    Modules(Grey grey, Fit fit) {
        columns = fit.layout().columns();
        rows = fit.layout().rows();
        brightness = new double[columns * rows];
        var transform = Fit.transform(fit.layout(), fit.quad());
        float[] points = new float[2 * columns];
        // Where a module has many pixels, a speck must not decide: five of them.
        double spread = fit.quad().width() / columns > 3 ? 0.2 : 0;
        for (int y = 0; y < rows; y++) {
            for (int i = 0; i < (spread > 0 ? 5 : 1); i++) {
                double dx = i == 1 ? spread : i == 2 ? -spread : 0;
                double dy = i == 3 ? spread : i == 4 ? -spread : 0;
                for (int x = 0; x < columns; x++) {
                    points[2 * x] = (float) (x + 0.5 + dx);
                    points[2 * x + 1] = (float) (y + 0.5 + dy);
                }
                transform.transformPoints(points);
                for (int x = 0; x < columns; x++) {
                    brightness[y * columns + x] += grey.at(points[2 * x], points[2 * x + 1]);
                }
            }
        }
    }

    /**
     * Dark where a module is darker than the middle between dark and bright ones around it.
     *
     * @param sharpen how much of the difference to its neighbours is added first, against blur
     */
    BitMatrix bits(double sharpen) {
        BitMatrix bits = new BitMatrix(columns, rows);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                double here = brightness[y * columns + x];
                if (here + sharpen * (here - around(x, y)) < threshold(x, y)) {
                    bits.set(x, y);
                }
            }
        }
        return bits;
    }

    private double around(int x, int y) {
        return (of(x - 1, y) + of(x + 1, y) + of(x, y - 1) + of(x, y + 1)) / 4;
    }

    private double of(int x, int y) {
        return brightness[Math.min(Math.max(y, 0), rows - 1) * columns + Math.min(Math.max(x, 0), columns - 1)];
    }

    private double threshold(int x, int y) {
        double least = Double.MAX_VALUE;
        double most = 0;
        int reach = 4;
        for (int v = Math.max(0, y - reach); v <= Math.min(rows - 1, y + reach); v++) {
            for (int u = Math.max(0, x - reach); u <= Math.min(columns - 1, x + reach); u++) {
                least = Math.min(least, brightness[v * columns + u]);
                most = Math.max(most, brightness[v * columns + u]);
            }
        }
        return (least + most) / 2;
    }
}
