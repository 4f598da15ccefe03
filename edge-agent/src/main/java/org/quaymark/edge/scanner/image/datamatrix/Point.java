package org.quaymark.edge.scanner.image.datamatrix;

/** A point of an image, in pixels; the middle of the first pixel is at (0.5, 0.5). */
record Point(double x, double y) {
    double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    Point times(double factor) {
        return new Point(x * factor, y * factor);
    }

    /** Twice the area of the triangle, positive where the third point lies clockwise as seen on the screen. */
    static double turn(Point a, Point b, Point c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    }
}
