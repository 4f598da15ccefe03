package org.quaymark.edge.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last sightings, until they are surely in the index: {@value #MOST} of them, more than can wait for the disk. Each is added
 * while its scan waits for the verdict, so the units' index takes nothing out: a sighting that has left the ring ends the chain of
 * those before it. Not thread-safe.
 */
final class RecentSightings {
    static final int MOST = 16_384;

    private static final int CHAINS = 2 * MOST;

    /** The one of number n is at n modulo {@value #MOST}; numbers count from 1. */
    private final @Nullable Sighted[] ring = new Sighted[MOST];

    /** By hash of the unit, the number of the last sighting; by place in the ring, the one of that hash before it. */
    private final long[] lastOfUnit = new long[CHAINS];

    private final long[] before = new long[MOST];
    private long last;

    private final Map<String, List<Sighted>> byParcel = new HashMap<>();
    /** Those after which a worker let the goods go: said here at once, in the index a moment later. */
    private final Set<String> released = new HashSet<>();

    void add(Sighted sighted) {
        int place = place(++last);
        Sighted oldest = ring[place];
        if (oldest != null) {
            if (!released.isEmpty()) {
                released.remove(key(oldest.device(), oldest.scan()));
            }
            if (!byParcel.isEmpty()) {
                take(oldest.parcel(), oldest);
                take(oldest.sscc(), oldest);
            }
        }
        ring[place] = sighted;
        int chain = chain(sighted.gtin(), sighted.serial());
        before[place] = lastOfUnit[chain];
        lastOfUnit[chain] = last;
        put(sighted.parcel(), sighted);
        put(sighted.sscc(), sighted);
    }

    /** The goods of a scan were let go; nothing happens where it is not among these. */
    void release(String device, String scan) {
        if (Arrays.stream(ring).filter(Objects::nonNull).anyMatch(sighted -> sighted.isOf(device, scan))) {
            released.add(key(device, scan));
        }
    }

    /** Oldest first. */
    List<Sighted> ofUnit(String gtin, String serial) {
        long number = lastOfUnit[chain(gtin, serial)];
        if (number <= last - MOST) {
            return List.of();
        }
        List<Sighted> found = new ArrayList<>(1);
        for (; number > Math.max(0, last - MOST); number = before[place(number)]) {
            Sighted sighted = ring[place(number)];
            if (sighted != null
                    && sighted.serial().equals(serial)
                    && sighted.gtin().equals(gtin)) {
                boolean closed = !released.isEmpty() && released.contains(key(sighted.device(), sighted.scan()));
                found.add(closed ? sighted.asClosed() : sighted);
            }
        }
        Collections.reverse(found);
        return found;
    }

    List<Sighted> ofParcel(String parcel) {
        return byParcel.getOrDefault(parcel, List.of());
    }

    private static int place(long number) {
        return (int) (number % MOST);
    }

    private static int chain(String gtin, String serial) {
        int hash = 31 * gtin.hashCode() + serial.hashCode();
        return (hash ^ hash >>> 16) & CHAINS - 1;
    }

    private static String key(String device, String scan) {
        return device + " " + scan;
    }

    private void put(@Nullable String parcel, Sighted sighted) {
        if (parcel != null) {
            byParcel.computeIfAbsent(parcel, k -> new ArrayList<>(1)).add(sighted);
        }
    }

    private void take(@Nullable String parcel, Sighted sighted) {
        List<Sighted> list = parcel == null ? null : byParcel.get(parcel);
        if (list != null) {
            list.remove(sighted);
            if (list.isEmpty()) {
                byParcel.remove(parcel);
            }
        }
    }
}
