package org.quaymark.edge.scanner.image.datamatrix;

import org.quaymark.edge.scanner.image.pixels.Grey;

/** Whether two sides are solid, as the left and the lower one of a symbol are: a cheap question that most blobs fail. */
final class SolidSides {
    private static final int SAMPLES = 32;
    /** Bent paper lifts a part of an edge off the straight line. */
    private static final double SHARE = 0.7;

    private static final double CONTRAST = 12;

    private SolidSides() {}

    static boolean leftAndLower(Grey grey, Quad quad, double pixel) {
        return isSolid(grey, quad.d(), quad.a(), pixel) && isSolid(grey, quad.c(), quad.d(), pixel);
    }

    /** Seen along the side, clockwise, the symbol is on the right. */
    private static boolean isSolid(Grey grey, Point from, Point to, double pixel) {
        double length = Math.max(1e-6, from.distance(to));
        double nx = -(to.y() - from.y()) / length * pixel;
        double ny = (to.x() - from.x()) / length * pixel;
        int solid = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double share = (i + 0.5) / SAMPLES;
            double x = from.x() + share * (to.x() - from.x());
            double y = from.y() + share * (to.y() - from.y());
            // The side lies along the outermost pixels; an edge askew is ragged, and up to two pixels further in.
            double inside = Math.min(grey.at(x + nx, y + ny), grey.at(x + 2 * nx, y + 2 * ny));
            double outside = grey.at(x - 1.5 * nx, y - 1.5 * ny);
            solid += inside + CONTRAST < outside ? 1 : 0;
        }
        return solid >= SHARE * SAMPLES;
    }
}
