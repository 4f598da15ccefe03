package org.quaymark.edge.scanner.image.datamatrix;

import com.google.zxing.common.PerspectiveTransform;
import org.quaymark.edge.scanner.image.pixels.Grey;

/**
 * A layout laid into a quadrilateral of an image.
 *
 * @param score how well dark and bright are where they should be: the correlation, 1 is perfect, 0 none
 */
record Fit(Layout layout, Quad quad, double score) {
    /** By how many modules a corner is moved, ever less. */
    private static final double[] STEPS = {0.6, 0.3, 0.15};
    /** What does not reach that with large steps is not tried with small ones. */
    private static final double HOPELESS = 0.5;

    static Fit of(Grey grey, Layout layout, Quad quad) {
        return new Fit(layout, quad, score(grey, layout, quad));
    }

    /** The quadrilateral nearby where it fits best, by moving one corner at a time uphill. */
    Fit improved(Grey grey) {
        Fit best = this;
        double module = Math.min(quad.width() / layout.columns(), quad.height() / layout.rows());
        for (double step : STEPS) {
            boolean better = true;
            for (int round = 0; better && round < 6; round++) {
                Fit before = best;
                for (int corner = 0; corner < 4; corner++) {
                    best = best.better(grey, corner, step * module, 0);
                    best = best.better(grey, corner, -step * module, 0);
                    best = best.better(grey, corner, 0, step * module);
                    best = best.better(grey, corner, 0, -step * module);
                }
                better = best.score > before.score + 1e-3;
            }
            if (best.score < HOPELESS) {
                return best;
            }
        }
        return best;
    }

    private Fit better(Grey grey, int corner, double dx, double dy) {
        Fit moved = of(grey, layout, quad.moved(corner, dx, dy));
        return moved.score > score ? moved : this;
    }

    /** From a module's place to the image's. */
    static PerspectiveTransform transform(Layout layout, Quad quad) {
        float w = layout.columns();
        float h = layout.rows();
        return PerspectiveTransform.quadrilateralToQuadrilateral(
                0,
                0,
                w,
                0,
                w,
                h,
                0,
                h,
                (float) quad.a().x(),
                (float) quad.a().y(),
                (float) quad.b().x(),
                (float) quad.b().y(),
                (float) quad.c().x(),
                (float) quad.c().y(),
                (float) quad.d().x(),
                (float) quad.d().y());
    }

    private static double score(Grey grey, Layout layout, Quad quad) {
        float[] points = layout.places().clone();
        transform(layout, quad).transformPoints(points);
        int n = layout.dark().length;
        double sum = 0;
        double squares = 0;
        double darkSum = 0;
        int darkOnes = 0;
        for (int i = 0; i < n; i++) {
            double value = grey.at(points[2 * i], points[2 * i + 1]);
            sum += value;
            squares += value * value;
            if (layout.dark()[i]) {
                darkSum += value;
                darkOnes++;
            }
        }
        double variance = squares / n - (sum / n) * (sum / n);
        if (variance < 4) {
            return 0;
        }
        double share = (double) darkOnes / n;
        double difference = (sum - darkSum) / (n - darkOnes) - darkSum / darkOnes;
        return difference * Math.sqrt(share * (1 - share) / variance);
    }
}
