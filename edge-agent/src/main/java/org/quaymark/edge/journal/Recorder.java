package org.quaymark.edge.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.process.json.Json;

/**
 * One transaction of the journal: first what waits since the disk did not take it, then what is new; a scan that is known is
 * not written again. Opens the file anew after a failure. Used by the writer's thread only.
 */
final class Recorder {
    private final JournalFile file;
    private final Unrecorded unrecorded;
    private final RecentAnswers recent;
    private final JournalGauge gauge;
    private final JournalSettings settings;
    private final Clock clock;
    private final Supplier<@Nullable Long> clockOffMillis;

    private @Nullable JournalStore store;
    private long committed;

    // Since the last time all was recorded: what the hub is to be told of.
    private long outageNotRecorded;
    private long outageLost;

    Recorder(
            JournalFile file,
            JournalStore store,
            Unrecorded unrecorded,
            RecentAnswers recent,
            JournalGauge gauge,
            JournalSettings settings,
            Clock clock,
            Supplier<@Nullable Long> clockOffMillis)
            throws SQLException {
        this.file = file;
        this.store = store;
        this.unrecorded = unrecorded;
        this.recent = recent;
        this.gauge = gauge;
        this.settings = settings;
        this.clock = clock;
        this.clockOffMillis = clockOffMillis;
        this.committed = new Tail(store).sequence();
    }

    /** Whether something is to be done although nothing new came. */
    boolean isBehind() {
        return outageNotRecorded > 0
                || store == null
                || file.isSuspect()
                || file.reserve().isSpent();
    }

    /** Whether the disk takes receipts only. */
    boolean lacksRoom() {
        return file.reserve().isSpent();
    }

    /** The outcome of each: null where there was no room for it, and for changes. Nothing of it happened where this throws. */
    List<@Nullable Appended> record(List<Pending> group) throws SQLException, IOException {
        JournalStore current = current();
        Tail tail = new Tail(current);
        Map<ScanKey, Appended> fresh = new HashMap<>();
        List<@Nullable Appended> outcomes = new ArrayList<>(group.size());
        List<Unrecorded.Waiting> late = unrecorded.first(GroupCommit.MAX_GROUP);
        Room room = new Room();
        if (room.noReserve) {
            // Where nothing waits for a receipt, none will make room.
            Receipts.giveUpConfirmed(current, gauge.state().acknowledged());
        }
        int caughtUp = catchUp(current, tail, late, room);
        for (Pending pending : group) {
            if (pending instanceof Pending.Append append) {
                outcomes.add(append(current, tail, append, fresh, room));
            } else if (pending instanceof Pending.Change change) {
                change.work().on(current);
                // It may have been the journal's next generation.
                tail = new Tail(current);
                outcomes.add(null);
            }
        }
        boolean over = outageNotRecorded > 0 && caughtUp == unrecorded.size() && !outcomesLack(group, outcomes);
        if (over && !room.isFull()) {
            tellOfTheOutage(tail, room);
        }
        current.commit();
        committed = tail.sequence();
        gauge.committed(committed, room.used, room.noReserve);
        unrecorded.remove(late.subList(0, caughtUp));
        if (over && !room.isFull()) {
            outageNotRecorded = 0;
            outageLost = 0;
        }
        fresh.forEach(recent::put);
        return outcomes;
    }

    /** Keeps an entry in memory, or counts it as lost. */
    Appended keep(Pending.Append append) {
        ScanKey key = append.key();
        Unrecorded.Waiting waiting = key == null ? null : unrecorded.get(key);
        if (waiting != null) {
            return new Appended(0, true, verdict(waiting.draft()));
        }
        boolean kept = unrecorded.keep(key, append.draft(), clock.instant());
        outageNotRecorded++;
        outageLost += kept ? 0 : 1;
        gauge.notRecorded(kept);
        return new Appended(0, false, null);
    }

    /** The file is opened anew next time, and looked at where that may be why. */
    void failed(Exception why) {
        if (JournalFile.isDamage(why)) {
            file.suspect();
        }
        if (JournalFile.isFull(why)) {
            file.reserve().spend();
        }
        close();
    }

    void close() {
        JournalStore current = store;
        store = null;
        if (current != null) {
            current.closeQuietly();
        }
    }

    private JournalStore current() throws SQLException, IOException {
        JournalStore current = store;
        if (current != null && !file.isSuspect()) {
            return current;
        }
        close();
        int epoch = file.epoch();
        current = file.open(committed);
        if (file.epoch() != epoch) {
            // Numbers of the file before mean nothing in this one.
            recent.clear();
        }
        gauge.begin(current);
        current.rollback();
        committed = new Tail(current).sequence();
        store = current;
        return current;
    }

    private int catchUp(JournalStore current, Tail tail, List<Unrecorded.Waiting> late, Room room)
            throws SQLException, IOException {
        int done = 0;
        for (Unrecorded.Waiting one : late) {
            if (room.isFull()) {
                break;
            }
            if (one.key() == null || onDisk(current, one.key()) == null) {
                try {
                    room.used += tail.append(one.draft(), one.at(), clockOffMillis.get());
                } catch (JsonProcessingException e) {
                    GroupCommit.unwritable(e);
                }
            }
            done++;
        }
        return done;
    }

    private @Nullable Appended append(
            JournalStore current, Tail tail, Pending.Append append, Map<ScanKey, Appended> fresh, Room room)
            throws SQLException, IOException {
        ScanKey key = append.key();
        Appended known = key == null ? null : known(current, key, fresh);
        if (known != null || room.isFull()) {
            return known;
        }
        try {
            room.used += tail.append(append.draft(), clock.instant(), clockOffMillis.get());
        } catch (JsonProcessingException e) {
            return GroupCommit.unwritable(e);
        }
        if (key != null) {
            fresh.put(key, new Appended(tail.sequence(), true, verdict(append.draft())));
        }
        return new Appended(tail.sequence(), false, null);
    }

    /** The outcome of the same scan before: in this group, in memory or on disk. */
    private @Nullable Appended known(JournalStore current, ScanKey key, Map<ScanKey, Appended> fresh)
            throws SQLException, IOException {
        Appended before = fresh.get(key);
        if (before == null) {
            before = recent.get(key);
        }
        if (before == null) {
            before = onDisk(current, key);
        }
        Unrecorded.Waiting waiting = before == null ? unrecorded.get(key) : null;
        return waiting == null ? before : new Appended(0, true, verdict(waiting.draft()));
    }

    private static @Nullable Appended onDisk(JournalStore current, ScanKey key) throws SQLException, IOException {
        JournalStore.Row row = current.byScan(key);
        if (row == null) {
            return null;
        }
        JournalEntry entry = Json.LENIENT.readValue(row.body(), JournalEntry.class);
        return new Appended(
                entry.sequence(), true, entry instanceof JournalEntry.Sighting sighting ? sighting.verdict() : null);
    }

    private void tellOfTheOutage(Tail tail, Room room) throws SQLException, JsonProcessingException {
        Instant now = clock.instant();
        Draft told = new Draft.EdgeHealth(
                settings.site(),
                settings.edge(),
                outageLost == 0 ? "caught-up" : "entries-lost",
                Map.of("notRecordedAtOnce", outageNotRecorded, "lost", outageLost));
        room.used += tail.append(told, now, clockOffMillis.get());
    }

    private static boolean outcomesLack(List<Pending> group, List<@Nullable Appended> outcomes) {
        for (int i = 0; i < group.size(); i++) {
            if (group.get(i) instanceof Pending.Append && outcomes.get(i) == null) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Verdict verdict(Draft draft) {
        return draft instanceof Draft.Sighting sighting ? sighting.verdict() : null;
    }

    /** How much this transaction took of the room there is. */
    private final class Room {
        final boolean noReserve = file.reserve().isSpent() && !file.reserve().restored();
        long used;

        /** At the limit, or while the disk has room for receipts only. */
        boolean isFull() {
            return noReserve || gauge.full(used);
        }
    }
}
