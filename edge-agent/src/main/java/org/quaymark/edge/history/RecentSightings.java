package org.quaymark.edge.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The last sightings, until they are surely in the index: {@value #MOST} of them, more than can wait for the disk. Not thread-safe. */
final class RecentSightings {
    private static final int MOST = 16_384;

    private final Deque<Sighted> order = new ArrayDeque<>();
    /** Other products' units of that serial among them: a serial's hash is known, that of a GTIN and a serial is to be computed. */
    private final Map<String, List<Sighted>> bySerial = new HashMap<>();

    private final Map<String, List<Sighted>> byParcel = new HashMap<>();
    /** Those after which a worker let the goods go: said here at once, in the index a moment later. */
    private final Set<String> released = new HashSet<>();

    void add(Sighted sighted) {
        order.add(sighted);
        put(bySerial, sighted.serial(), sighted);
        put(byParcel, sighted.parcel(), sighted);
        put(byParcel, sighted.sscc(), sighted);
        if (order.size() > MOST) {
            Sighted oldest = order.remove();
            if (!released.isEmpty()) {
                released.remove(key(oldest.device(), oldest.scan()));
            }
            take(bySerial, oldest.serial(), oldest);
            take(byParcel, oldest.parcel(), oldest);
            take(byParcel, oldest.sscc(), oldest);
        }
    }

    /** The goods of a scan were let go; nothing happens where it is not among these. */
    void release(String device, String scan) {
        if (order.stream().anyMatch(sighted -> sighted.isOf(device, scan))) {
            released.add(key(device, scan));
        }
    }

    List<Sighted> ofUnit(String gtin, String serial) {
        List<Sighted> found = new ArrayList<>(0);
        for (Sighted sighted : bySerial.getOrDefault(serial, List.of())) {
            if (sighted.gtin().equals(gtin)) {
                found.add(isReleased(sighted) ? sighted.asClosed() : sighted);
            }
        }
        return found;
    }

    private boolean isReleased(Sighted sighted) {
        return !released.isEmpty() && released.contains(key(sighted.device(), sighted.scan()));
    }

    List<Sighted> ofParcel(String parcel) {
        return byParcel.getOrDefault(parcel, List.of());
    }

    private static String key(String device, String scan) {
        return device + " " + scan;
    }

    private static void put(Map<String, List<Sighted>> map, @Nullable String key, Sighted sighted) {
        if (key != null) {
            map.computeIfAbsent(key, k -> new ArrayList<>(1)).add(sighted);
        }
    }

    private static void take(Map<String, List<Sighted>> map, @Nullable String key, Sighted sighted) {
        List<Sighted> list = key == null ? null : map.get(key);
        if (list != null) {
            list.remove(sighted);
            if (list.isEmpty()) {
                map.remove(key);
            }
        }
    }
}
