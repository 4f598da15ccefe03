package org.quaymark.inspection.decision;

/** Distances on the earth as a sphere of its mean radius: right within 0.6 %. */
public final class GreatCircle {
    /** Mean radius of the WGS 84 ellipsoid, kilometres. */
    static final double RADIUS = 6371.0088;

    private GreatCircle() {}

    /** The shortest way between two places given in degrees, in kilometres (haversine formula). */
    public static double kilometres(double latitudeA, double longitudeA, double latitudeB, double longitudeB) {
        double north = Math.sin(Math.toRadians(latitudeB - latitudeA) / 2);
        double east = Math.sin(Math.toRadians(longitudeB - longitudeA) / 2);
        double h =
                north * north + Math.cos(Math.toRadians(latitudeA)) * Math.cos(Math.toRadians(latitudeB)) * east * east;
        return 2 * RADIUS * Math.asin(Math.sqrt(Math.min(1, h)));
    }
}
