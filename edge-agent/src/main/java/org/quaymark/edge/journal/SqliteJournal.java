package org.quaymark.edge.journal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.process.json.Json;

/**
 * The edge's journal: what was scanned and what was answered, on disk before anybody is told. Entries are numbered
 * without gaps and hash-chained; they are deleted only after the hub's receipt. Thread-safe.
 *
 * <p>Futures complete on the writer's thread, after the commit: what hangs on them must not wait for anything.
 */
public final class SqliteJournal implements Journal, AutoCloseable {
    /** Put on the queue by {@link #close}: everything in front of it is still written. */
    static final Pending STOP = new Pending.Change(store -> {}, new CompletableFuture<>());

    private static final String ACKNOWLEDGED = "acknowledged";
    private static final int RECENT_ANSWERS = 20_000;

    private final JournalSettings settings;
    private final Clock clock;
    private final BlockingQueue<Pending> queue;
    private final RecentAnswers recent = new RecentAnswers(RECENT_ANSWERS);
    private final JournalGauge gauge;
    private final JournalStore writing;
    private final JournalStore reading;
    private final Thread writer;
    private volatile boolean closed;

    private SqliteJournal(
            JournalStore writing, JournalStore reading, JournalSettings settings, Clock clock, MeterRegistry meters)
            throws SQLException {
        this.settings = settings;
        this.clock = clock;
        this.writing = writing;
        this.reading = reading;
        this.queue = new ArrayBlockingQueue<>(settings.queue());
        JournalStore.Row last = writing.last();
        byte[] stored = writing.setting(ACKNOWLEDGED);
        long acknowledged = stored == null ? 0 : ByteBuffer.wrap(stored).getLong();
        this.gauge = new JournalGauge(
                settings.limitBytes(),
                last == null ? 0 : last.sequence(),
                acknowledged,
                writing.bytesBetween(acknowledged, Long.MAX_VALUE));
        this.writer = new Thread(new GroupCommit(writing, queue, recent, gauge, clock, meters), "journal");
        writing.rollback();
        Gauge.builder("quaymark.journal.backlog", gauge, g -> g.state().backlog())
                .register(meters);
        Gauge.builder("quaymark.journal.backlog.bytes", gauge, JournalGauge::backlogBytes)
                .register(meters);
        Gauge.builder("quaymark.journal.queue", queue, BlockingQueue::size).register(meters);
    }

    /**
     * Opens the journal and starts its writer.
     *
     * @throws JournalUnusable where the file cannot be opened or is none of ours
     */
    public static SqliteJournal open(Path file, JournalSettings settings, Clock clock, MeterRegistry meters) {
        try {
            JournalStore writing = JournalStore.open(file);
            SqliteJournal journal = new SqliteJournal(writing, JournalStore.open(file), settings, clock, meters);
            journal.writer.start();
            return journal;
        } catch (SQLException | IOException e) {
            throw new JournalUnusable("opening the journal " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public CompletionStage<Appended> append(Draft draft) {
        CompletableFuture<Appended> done = new CompletableFuture<>();
        if (closed) {
            done.completeExceptionally(new NotRecorded("the journal is closed"));
        } else if (!queue.offer(new Pending.Append(ScanKey.of(draft), draft, done))) {
            done.completeExceptionally(new NotRecorded.Busy());
        }
        return done;
    }

    @Override
    public @Nullable JournalEntry entryOf(DeviceId device, String id) {
        JournalStore.Row row = read(store -> store.byScan(new ScanKey(device.key(), id)), "looking up scan " + id);
        return row == null ? null : entry(row.body());
    }

    @Override
    public List<JournalEntry.Sighting> latestSightings(int limit) {
        List<byte[]> bodies = Objects.requireNonNull(read(store -> store.latestScans(limit), "reading the last scans"));
        List<JournalEntry.Sighting> sightings = new ArrayList<>();
        for (byte[] body : bodies) {
            if (entry(body) instanceof JournalEntry.Sighting sighting) {
                sightings.add(sighting);
            }
        }
        return sightings;
    }

    @Override
    public long backlog() {
        return gauge.state().backlog();
    }

    /** How far it is and how full. */
    public JournalState state() {
        return gauge.state();
    }

    /** Waits until there is an entry after that number; false where there is none in time. */
    public boolean awaitAfter(long sequence, Duration atMost) throws InterruptedException {
        return gauge.awaitAfter(sequence, atMost);
    }

    /**
     * The entries after a number.
     *
     * @param maxBytes bound of all of them together; one is always given
     */
    public JournalBatch batchAfter(long sequence, int maxEntries, long maxBytes) {
        List<JournalStore.Row> rows = Objects.requireNonNull(
                read(store -> store.after(sequence, maxEntries, maxBytes), "reading the entries after " + sequence));
        if (rows.isEmpty()) {
            return new JournalBatch(sequence + 1, sequence, List.of(), new byte[0]);
        }
        JournalStore.Row last = rows.get(rows.size() - 1);
        return new JournalBatch(
                rows.get(0).sequence(),
                last.sequence(),
                rows.stream().map(JournalStore.Row::body).toList(),
                last.chain());
    }

    /** The number of the oldest entry that is kept; 0 where there is none. */
    public long firstSequence() {
        return Objects.requireNonNull(read(JournalStore::first, "looking for the oldest entry"));
    }

    /** The sighting of that number, null where there is none or it is not kept any more. */
    public JournalEntry.@Nullable Sighting sighting(long sequence) {
        JournalBatch one = batchAfter(sequence - 1, 1, 1);
        return one.first() == sequence
                        && !one.isEmpty()
                        && entry(one.lines().get(0)) instanceof JournalEntry.Sighting found
                ? found
                : null;
    }

    /** The chain's head at a number, null where that entry is not kept any more. */
    public byte @Nullable [] chainAt(long sequence) {
        return read(store -> store.chainAt(sequence), "reading the chain at " + sequence);
    }

    /**
     * Takes in the hub's receipt, which the caller has verified: what it covers is the hub's now, and room is freed at
     * once.
     */
    public CompletableFuture<@Nullable Void> acknowledge(long through) {
        long[] freed = {0};
        return change(store -> freed[0] = free(store, through)).thenApply(nothing -> {
            if (freed[0] > 0) {
                gauge.acknowledged(through, freed[0]);
            }
            return nothing;
        });
    }

    /** Bytes of backlog that the receipt took away; 0 where it says nothing new. */
    private long free(JournalStore store, long through) throws SQLException {
        JournalState state = gauge.state();
        JournalStore.Row last = store.last();
        if (last == null || through <= state.acknowledged() || through > last.sequence()) {
            return 0;
        }
        long bytes = store.bytesBetween(state.acknowledged(), through);
        store.putSetting(
                ACKNOWLEDGED, ByteBuffer.allocate(Long.BYTES).putLong(through).array());
        store.deleteConfirmed(
                through,
                last.sequence(),
                settings.keepEntries(),
                clock.instant().minus(settings.keepFor()),
                state.backlogBytes() > settings.limitBytes() / 2);
        return bytes;
    }

    /** A fact kept beside the entries, such as the edge's key; null where there is none. */
    public byte @Nullable [] setting(String key) {
        return read(store -> store.setting(key), "reading " + key + " from the journal");
    }

    /** Keeps a fact beside the entries. */
    public CompletableFuture<@Nullable Void> putSetting(String key, byte[] value) {
        return change(store -> store.putSetting(key, value));
    }

    /** Writes everything that waits and closes the file. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean interrupted = false;
        while (true) {
            try {
                queue.put(STOP);
                writer.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        for (Pending late = queue.poll(); late != null; late = queue.poll()) {
            late.fail("the journal is closed");
        }
        try {
            writing.close();
            reading.close();
        } catch (SQLException e) {
            throw new JournalUnusable("closing the journal", e);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static JournalEntry entry(byte[] body) {
        try {
            return Json.LENIENT.readValue(body, JournalEntry.class);
        } catch (IOException e) {
            throw new JournalUnusable("an entry of the journal is not readable", e);
        }
    }

    private <T> @Nullable T read(Reading<T> what, String doing) {
        synchronized (reading) {
            try {
                try {
                    return what.from(reading);
                } finally {
                    // Ends the read transaction: an open one would keep the write-ahead log from being taken in.
                    reading.rollback();
                }
            } catch (SQLException e) {
                throw new JournalUnusable(doing, e);
            }
        }
    }

    private interface Reading<T> {
        @Nullable
        T from(JournalStore store) throws SQLException;
    }

    private CompletableFuture<@Nullable Void> change(Pending.Work work) {
        CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
        if (closed) {
            done.completeExceptionally(new JournalUnusable("the journal is closed"));
            return done;
        }
        try {
            queue.put(new Pending.Change(work, done));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            done.completeExceptionally(new JournalUnusable("interrupted while waiting for the journal"));
        }
        return done;
    }
}
