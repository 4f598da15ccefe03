package org.quaymark.edge.journal;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.process.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The edge's journal: what was scanned and what was answered, on disk before anybody is told. Entries are numbered
 * without gaps and hash-chained; they are deleted only after the hub's receipt. Thread-safe.
 *
 * <p>Futures complete on the writer's thread, after the commit: what hangs on them must not wait for anything.
 */
public final class SqliteJournal implements Journal, AutoCloseable {
    /** Put on the queue by {@link #close}: everything in front of it is still written. */
    static final Pending STOP = new Pending.Change(store -> {}, new CompletableFuture<>());

    private static final Logger LOG = LoggerFactory.getLogger(SqliteJournal.class);
    private static final int RECENT_ANSWERS = 20_000;

    private final JournalSettings settings;
    private final Clock clock;
    private final BlockingQueue<Pending> queue;
    private final RecentAnswers recent = new RecentAnswers(RECENT_ANSWERS);
    private final JournalGauge gauge;
    private final JournalFile file;
    private final Unrecorded unrecorded;
    private final JournalReader reader;
    private final DeadLetters deadLetters = new DeadLetters(this);
    private final Thread writer;
    private volatile @Nullable Long clockOffMillis;
    private volatile boolean closed;

    private SqliteJournal(
            JournalFile file, JournalStore store, JournalSettings settings, Clock clock, MeterRegistry meters)
            throws SQLException {
        this.settings = settings;
        this.clock = clock;
        this.file = file;
        this.reader = new JournalReader(file);
        this.queue = new ArrayBlockingQueue<>(settings.queue());
        this.unrecorded = new Unrecorded(settings.unrecorded());
        this.gauge = new JournalGauge(settings.limitBytes(), unrecorded);
        gauge.begin(store);
        Recorder recorder = new Recorder(file, store, unrecorded, recent, gauge, settings, clock, () -> clockOffMillis);
        this.writer = new Thread(new GroupCommit(recorder, queue, unrecorded, gauge, meters), "journal");
        store.rollback();
        JournalMeters.of(gauge, unrecorded, queue, deadLetters, meters);
    }

    /**
     * Opens the journal and starts its writer. A damaged file is set aside and a new one begun: {@link JournalState#damage}.
     *
     * @throws JournalUnusable where the file cannot be opened or written, or is of a later version
     */
    public static SqliteJournal open(Path path, JournalSettings settings, Clock clock, MeterRegistry meters) {
        try {
            JournalFile file = new JournalFile(path, settings, clock);
            SqliteJournal journal = new SqliteJournal(file, file.open(0), settings, clock, meters);
            journal.writer.start();
            return journal;
        } catch (SQLException | IOException e) {
            throw new JournalUnusable("opening the journal " + path + ": " + e.getMessage(), e);
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
        ScanKey key = new ScanKey(device.key(), id);
        // First what waits: what leaves it is on disk by then.
        Unrecorded.Waiting waiting = unrecorded.get(key);
        if (waiting != null) {
            return Numbering.entry(waiting.draft(), 0, waiting.at(), null);
        }
        try {
            JournalStore.Row row = read(store -> store.byScan(key), "looking up scan " + id);
            return row == null ? null : entry(row.body());
        } catch (JournalUnusable e) {
            // A disk that cannot be read must not keep a dock from working: the scan is decided again, the journal has
            // it once.
            LOG.debug("Looking up scan {}", id, e);
            return null;
        }
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
        // Where entries in front were confirmed and are not kept, the batch begins later, and nobody knows the link
        // before it.
        long before = rows.isEmpty() ? sequence : rows.get(0).sequence() - 1;
        String broken = Soundness.broken(rows, before, before == sequence ? chainAt(sequence) : null);
        if (broken != null) {
            file.suspect();
            wake();
            throw new JournalUnusable("the journal is damaged: " + broken);
        }
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
        return change(store -> freed[0] = Receipts.takeIn(store, through, gauge.state(), settings, clock.instant()))
                .thenApply(nothing -> {
                    if (freed[0] > 0) {
                        gauge.acknowledged(through, freed[0]);
                    }
                    return nothing;
                });
    }

    /** A fact kept beside the entries, such as the edge's key; null where there is none. */
    public byte @Nullable [] setting(String key) {
        return read(store -> store.setting(key), "reading " + key + " from the journal");
    }

    /** Keeps a fact beside the entries. */
    public CompletableFuture<@Nullable Void> putSetting(String key, byte[] value) {
        return change(store -> store.putSetting(key, value));
    }

    /** Keeps several, all or none of them. */
    public CompletableFuture<@Nullable Void> putSettings(Map<String, byte[]> values) {
        return change(store -> {
            for (Map.Entry<String, byte[]> one : values.entrySet()) {
                store.putSetting(one.getKey(), one.getValue());
            }
        });
    }

    /**
     * Begins the journal's next generation: what no hub has confirmed is carried over and numbered from 1, and the settings are
     * kept in the same transaction.
     */
    public CompletableFuture<@Nullable Void> beginGeneration(Map<String, byte[]> newSettings) {
        return change(store -> {
                    try {
                        Generations.begin(store, newSettings);
                        gauge.begin(store);
                    } catch (IOException e) {
                        throw new JournalUnusable("beginning the next generation", e);
                    }
                })
                .whenComplete((nothing, failure) -> recent.clear());
    }

    /** Notes how far this machine's clock is off the hub's: what has to be added to it; up to two seconds is not noted. */
    public void clockIsOff(Duration off) {
        clockOffMillis = off.abs().compareTo(Duration.ofSeconds(2)) > 0 ? off.toMillis() : null;
    }

    /** The messages set aside. */
    public DeadLetters deadLetters() {
        return deadLetters;
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
        reader.close();
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

    <T> @Nullable T read(JournalReader.Reading<T> what, String doing) {
        try {
            return reader.read(what, doing);
        } catch (JournalUnusable e) {
            if (file.isSuspect()) {
                wake();
            }
            throw e;
        }
    }

    /** The writer looks at what a reader found; where its queue is full it is awake. */
    private void wake() {
        queue.offer(new Pending.Change(store -> {}, new CompletableFuture<>()));
    }

    CompletableFuture<@Nullable Void> change(Pending.Work work) {
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
