package org.quaymark.edge.scanner;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.DeviceId;

/**
 * Finds the scan that a message without an id repeats: the same data from the same device inside the window is the same
 * trigger pull, and what the broker delivers again is looked for among the device's last scans, however long ago. Used from
 * the scan thread only. Holds at most {@value #DEVICES} devices; the one silent for longest goes first.
 */
final class RepeatWindow {
    /** Of a scan that arrived in an earlier process. */
    static final long BEFORE = Long.MIN_VALUE;

    private static final int DEVICES = 10_000;
    private static final int REMEMBERED = 64;
    private static final Duration REDELIVERY = Duration.ofHours(24);

    private final Duration window;
    private final Map<DeviceId, Deque<Seen>> devices = new LinkedHashMap<>(16, 0.75f, true);

    RepeatWindow(Duration window) {
        this.window = window;
    }

    /** The id of the scan this is a repeat of, or null where it is a new one; the window then starts again. */
    @Nullable
    String repeated(DeviceId device, Content content, Instant at, long nanos, boolean duplicate) {
        Deque<Seen> seen = devices.get(device);
        if (seen == null) {
            return null;
        }
        Seen last = seen.peekLast();
        if (last != null
                && last.content.equals(content)
                && last.nanos != BEFORE
                && nanos - last.nanos <= window.toNanos()) {
            seen.removeLast();
            seen.addLast(new Seen(content, last.id, at, nanos));
            return last.id;
        }
        if (duplicate) {
            for (Iterator<Seen> newest = seen.descendingIterator(); newest.hasNext(); ) {
                Seen one = newest.next();
                if (one.content.equals(content) && one.isWithin(REDELIVERY, at, nanos)) {
                    return one.id;
                }
            }
        }
        return null;
    }

    /**
     * Remembers a scan.
     *
     * @param nanos {@link System#nanoTime()} at its arrival, {@link #BEFORE} where that was in an earlier process
     */
    void seen(DeviceId device, Content content, String id, Instant at, long nanos) {
        Deque<Seen> seen = devices.computeIfAbsent(device, key -> new ArrayDeque<>());
        seen.addLast(new Seen(content, id, at, nanos));
        if (seen.size() > REMEMBERED) {
            seen.removeFirst();
        }
        if (devices.size() > DEVICES) {
            devices.remove(devices.keySet().iterator().next());
        }
    }

    /** A clock that is set makes no scan twice and no two scans one: inside a process time is what passed. */
    private record Seen(Content content, String id, Instant at, long nanos) {
        boolean isWithin(Duration span, Instant nowAt, long nowNanos) {
            Duration passed = nanos == BEFORE ? Duration.between(at, nowAt).abs() : Duration.ofNanos(nowNanos - nanos);
            return passed.compareTo(span) <= 0;
        }
    }
}
