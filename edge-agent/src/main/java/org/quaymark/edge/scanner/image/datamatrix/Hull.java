package org.quaymark.edge.scanner.image.datamatrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The convex hull of points, and the quadrilateral that holds it most closely. */
final class Hull {
    private Hull() {}

    /** Clockwise as seen on the screen, without points on a straight line (Andrew's monotone chain). */
    static List<Point> of(List<Point> points) {
        List<Point> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y));
        List<Point> hull = new ArrayList<>();
        chain(sorted, hull);
        int lower = hull.size();
        for (int i = sorted.size() - 1; i >= 0; i--) {
            add(sorted.get(i), hull, Math.max(1, lower));
        }
        if (hull.size() > 1) {
            hull.remove(hull.size() - 1);
        }
        return hull;
    }

    private static void chain(List<Point> sorted, List<Point> hull) {
        for (Point point : sorted) {
            add(point, hull, 1);
        }
    }

    private static void add(Point point, List<Point> hull, int keep) {
        while (hull.size() > keep && Point.turn(hull.get(hull.size() - 2), hull.get(hull.size() - 1), point) <= 0) {
            hull.remove(hull.size() - 1);
        }
        hull.add(point);
    }

    /**
     * Takes sides away, the cheapest in area first, and lets their neighbours meet, until four are left. So the corner a
     * symbol lacks (its top right module is white) comes back.
     */
    static @Nullable Quad quad(List<Point> hull) {
        List<Point> corners = new ArrayList<>(hull);
        while (corners.size() > 4) {
            int cheapest = -1;
            double least = Double.MAX_VALUE;
            Point joined = null;
            int n = corners.size();
            for (int i = 0; i < n; i++) {
                Point from = corners.get(i);
                Point to = corners.get((i + 1) % n);
                Point meet = meet(corners.get((i + n - 1) % n), from, to, corners.get((i + 2) % n));
                if (meet != null) {
                    double area = Math.abs(Point.turn(from, meet, to));
                    if (area < least) {
                        least = area;
                        cheapest = i;
                        joined = meet;
                    }
                }
            }
            if (joined == null) {
                return null;
            }
            corners.set(cheapest, joined);
            corners.remove((cheapest + 1) % n);
        }
        return corners.size() == 4 ? new Quad(corners.get(0), corners.get(1), corners.get(2), corners.get(3)) : null;
    }

    /** Where the line from a through b and the one from d through c meet, beyond b and c; null where they do not. */
    private static @Nullable Point meet(Point a, Point b, Point c, Point d) {
        double rx = b.x() - a.x();
        double ry = b.y() - a.y();
        double sx = c.x() - d.x();
        double sy = c.y() - d.y();
        double cross = rx * sy - ry * sx;
        if (Math.abs(cross) < 1e-9) {
            return null;
        }
        double t = ((d.x() - a.x()) * sy - (d.y() - a.y()) * sx) / cross;
        double u = ((d.x() - a.x()) * ry - (d.y() - a.y()) * rx) / cross;
        return t < 1 || u < 1 ? null : new Point(a.x() + t * rx, a.y() + t * ry);
    }
}
