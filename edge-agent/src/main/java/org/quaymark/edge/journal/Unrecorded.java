package org.quaymark.edge.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was answered and could not be recorded: kept in memory, in its order, until there is room again. Bounded in number, and
 * with that in size, for an entry is at most 64 KiB and ordinarily one. Thread-safe.
 */
final class Unrecorded {
    private final int most;
    private final Map<Long, Waiting> waiting = new LinkedHashMap<>();
    private final Map<ScanKey, Long> byScan = new HashMap<>();
    private long next;

    Unrecorded(int most) {
        this.most = most;
    }

    /**
     * An entry that waits.
     *
     * @param at when it was answered
     */
    record Waiting(long ticket, @Nullable ScanKey key, Draft draft, Instant at) {}

    /** Keeps an entry; false where there is no room, and then it is lost. */
    synchronized boolean keep(@Nullable ScanKey key, Draft draft, Instant at) {
        if (waiting.size() >= most) {
            return false;
        }
        long ticket = next++;
        waiting.put(ticket, new Waiting(ticket, key, draft, at));
        if (key != null) {
            byScan.put(key, ticket);
        }
        return true;
    }

    /** The entry of a scan, null where it does not wait here. */
    synchronized @Nullable Waiting get(ScanKey key) {
        Long ticket = byScan.get(key);
        return ticket == null ? null : waiting.get(ticket);
    }

    /** The oldest, at most so many. */
    synchronized List<Waiting> first(int count) {
        List<Waiting> oldest = new ArrayList<>();
        for (Waiting one : waiting.values()) {
            if (oldest.size() == count) {
                break;
            }
            oldest.add(one);
        }
        return oldest;
    }

    /** They are on disk now. */
    synchronized void remove(List<Waiting> recorded) {
        for (Waiting one : recorded) {
            waiting.remove(one.ticket());
            if (one.key() != null) {
                byScan.remove(one.key());
            }
        }
    }

    synchronized int size() {
        return waiting.size();
    }
}
