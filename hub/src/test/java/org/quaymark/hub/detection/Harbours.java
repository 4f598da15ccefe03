package org.quaymark.hub.detection;

import java.util.List;
import org.quaymark.inspection.decision.GreatCircle;

/** Places with docks, far apart. */
final class Harbours {
    /** A place. */
    record Harbour(String site, String country, double latitude, double longitude) {
        String line() {
            return "{\"type\":\"site\",\"id\":\"%s\",\"country\":\"%s\",\"latitude\":%s,\"longitude\":%s}"
                    .formatted(site, country, latitude, longitude);
        }

        double kilometresTo(Harbour other) {
            return GreatCircle.kilometres(latitude, longitude, other.latitude, other.longitude);
        }
    }

    static final List<Harbour> ALL = List.of(
            new Harbour("HAM", "DE", 53.51, 9.93),
            new Harbour("RTM", "NL", 51.95, 4.14),
            new Harbour("LEH", "FR", 49.48, 0.11),
            new Harbour("VLC", "ES", 39.45, -0.32),
            new Harbour("GOA", "IT", 44.41, 8.92),
            new Harbour("GDN", "PL", 54.38, 18.66),
            new Harbour("PIR", "GR", 37.94, 23.62),
            new Harbour("NYC", "US", 40.67, -74.04),
            new Harbour("LAX", "US", 33.74, -118.26),
            new Harbour("SIN", "SG", 1.26, 103.84),
            new Harbour("SHA", "CN", 30.63, 122.06),
            new Harbour("DXB", "AE", 25.01, 55.06));

    private Harbours() {}
}
