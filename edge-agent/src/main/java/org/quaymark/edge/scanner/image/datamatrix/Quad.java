package org.quaymark.edge.scanner.image.datamatrix;

/** Four corners, clockwise as seen on the screen; the symbol's own are top left, top right, bottom right, bottom left. */
record Quad(Point a, Point b, Point c, Point d) {
    /** The same four, begun at the next: the symbol a quarter turn on. */
    Quad turned() {
        return new Quad(b, c, d, a);
    }

    Quad times(double factor) {
        return new Quad(a.times(factor), b.times(factor), c.times(factor), d.times(factor));
    }

    /** How long top and bottom are. */
    double width() {
        return (a.distance(b) + d.distance(c)) / 2;
    }

    /** How long the sides are. */
    double height() {
        return (a.distance(d) + b.distance(c)) / 2;
    }

    double area() {
        return Math.abs(Point.turn(a, b, c) + Point.turn(a, c, d)) / 2;
    }

    /** Whether the middle of one lies well in the other. */
    boolean overlaps(Quad other) {
        return middle().distance(other.middle()) < Math.min(width(), height()) / 2;
    }

    /** Whether they are the same but for some pixels: two hundredths of their size. */
    boolean isNearly(Quad other) {
        double near = 1 + Math.min(width(), height()) / 50;
        return a.distance(other.a) < near
                && b.distance(other.b) < near
                && c.distance(other.c) < near
                && d.distance(other.d) < near;
    }

    private Point middle() {
        return new Point((a.x() + c.x()) / 2, (a.y() + c.y()) / 2);
    }

    /** With one corner moved. */
    Quad moved(int corner, double dx, double dy) {
        return switch (corner) {
            case 0 -> new Quad(new Point(a.x() + dx, a.y() + dy), b, c, d);
            case 1 -> new Quad(a, new Point(b.x() + dx, b.y() + dy), c, d);
            case 2 -> new Quad(a, b, new Point(c.x() + dx, c.y() + dy), d);
            default -> new Quad(a, b, c, new Point(d.x() + dx, d.y() + dy));
        };
    }
}
