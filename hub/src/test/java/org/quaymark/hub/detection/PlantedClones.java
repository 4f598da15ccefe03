package org.quaymark.hub.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.quaymark.hub.detection.Harbours.Harbour;

/**
 * A day and two hours of sightings over docks far apart. Most units are on their way and pass one to three docks, some as fast
 * as an aeroplane; some are scanned twice; and so many have a twin at a dock they cannot have come to. The same seed gives the
 * same day.
 */
final class PlantedClones {
    static final Duration SPAN = Duration.ofHours(26);
    /** Docks that go offline have been seen until then: their clocks are known. */
    static final Duration OFFLINE_AFTER = Duration.ofHours(2);

    private static final int FIRST_SERIAL = 10_000_000;
    private static final double AEROPLANE = 850;

    private final Random random;
    private final Instant start;
    private final int docks;
    /** Each dock's sightings: seconds, serial and what else, in one number, so that millions fit. */
    private final List<List<long[]>> planned = new ArrayList<>();

    /** Serials that have a twin, with the two scans. */
    private final Map<String, List<String>> twins = new HashMap<>();

    private PlantedClones(long seed, Instant start, int docks) {
        this.random = new Random(seed);
        this.start = start;
        this.docks = docks;
        for (int i = 0; i < docks; i++) {
            planned.add(new ArrayList<>());
        }
    }

    static PlantedClones of(long seed, Instant start, int docks, int sightings, int clones) {
        PlantedClones day = new PlantedClones(seed, start, docks);
        int total = 0;
        int serial = FIRST_SERIAL;
        int every = Math.max(2, sightings / Math.max(1, clones) / 3);
        while (total < sightings || day.twins.size() < clones) {
            serial++;
            boolean twin = serial % every == 0 && day.twins.size() < clones;
            total += twin || total >= sightings ? day.twin(serial) : day.way(serial);
        }
        for (List<long[]> dock : day.planned) {
            dock.sort(Comparator.comparingLong(one -> one[0]));
        }
        return day;
    }

    private int way(int serial) {
        int dock = random.nextInt(docks);
        double at = random.nextDouble() * SPAN.toSeconds();
        int stops = 1 + random.nextInt(3);
        int seen = 0;
        for (int i = 0; i < stops && at < SPAN.toSeconds(); i++) {
            seen += put(dock, at, serial, 0);
            if (random.nextInt(50) == 0) {
                seen += put(dock, Math.min(SPAN.toSeconds() - 1, at + 3), serial, 2 + i);
            }
            int next = random.nextInt(docks);
            double hours = harbour(dock).kilometresTo(harbour(next)) / AEROPLANE;
            at += hours * 3_600 + (random.nextInt(10) == 0 ? 1 : random.nextInt(20_000));
            dock = next;
        }
        return seen;
    }

    /** One unit at one dock, and its twin so far away and so soon that no clock explains it. */
    private int twin(int serial) {
        int dock = random.nextInt(docks);
        int far = random.nextInt(docks);
        while (harbour(dock).kilometresTo(harbour(far)) < 1_000) {
            dock = random.nextInt(docks);
            far = random.nextInt(docks);
        }
        double hours = harbour(dock).kilometresTo(harbour(far)) / 900;
        double at = random.nextDouble() * (SPAN.toSeconds() - 7 * 3_600);
        double later = at + random.nextDouble() * Math.min(6, hours * 0.5) * 3_600;
        twins.put(String.valueOf(serial), List.of(scan(dock, serial, 0), scan(far, serial, 1)));
        return put(dock, at, serial, 0) + put(far, later, serial, 1);
    }

    private int put(int dock, double seconds, int serial, int which) {
        planned.get(dock).add(new long[] {(long) (seconds * 1_000), serial, which});
        return 1;
    }

    static String scan(int dock, int serial, int which) {
        return "s" + dock + "-" + serial + "-" + which;
    }

    private Harbour harbour(int dock) {
        return Harbours.ALL.get(dock);
    }

    Map<String, List<String>> twins() {
        return twins;
    }

    int count(int dock) {
        return planned.get(dock).size();
    }

    int total() {
        return planned.stream().mapToInt(List::size).sum();
    }

    Instant at(int dock, int index) {
        return start.plusMillis(planned.get(dock).get(index)[0]);
    }

    int serial(int dock, int index) {
        return (int) planned.get(dock).get(index)[1];
    }

    int which(int dock, int index) {
        return (int) planned.get(dock).get(index)[2];
    }
}
