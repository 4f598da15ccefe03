package org.quaymark.edge.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.JournalBatch;
import org.quaymark.edge.journal.SqliteJournal;
import org.quaymark.edge.registry.SerialFilter;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.inspection.reading.ControlCode;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.reading.keyboard.CalibratedDevice;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.process.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index of the journal: follows it on a thread of its own, one transaction for what there is, its place in the journal
 * in it. So it ends where the journal ends after every crash, and a lost index is made anew.
 */
public final class Memory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
    private static final int BATCH = 2_000;
    private static final long BATCH_BYTES = 8 << 20;
    private static final long RESUMED = 4_000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final long STOP_MILLIS = 5_000;

    private final SqliteJournal journal;
    private final HistoryStore writing;
    private final HistoryStore reading;
    private final SiteHistory history;
    private final SerialFilter filter = new SerialFilter(HistoryStore.MOST);
    private final Thread follower;
    private volatile boolean closed;

    private Memory(SqliteJournal journal, HistoryStore writing, HistoryStore reading, SiteHistory history) {
        this.journal = journal;
        this.writing = writing;
        this.reading = reading;
        this.history = history;
        this.follower = new Thread(this::follow, "history");
    }

    /**
     * Opens the index beside the journal and begins to follow it. One that cannot be used is made anew.
     *
     * @param country of the site, as this edge was told it
     * @param calibration what a scan's device does to codes
     */
    public static Memory open(
            Path file,
            SqliteJournal journal,
            @Nullable String country,
            Function<Scan, @Nullable CalibratedDevice> calibration,
            Supplier<Registry> registry)
            throws IOException {
        try {
            Memory memory;
            try {
                memory = openAsIs(file, journal, country, calibration, registry);
            } catch (SQLException e) {
                LOG.warn("The index of the journal is made anew: {}", e.getMessage());
                for (String suffix : List.of("", "-wal", "-shm")) {
                    Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
                }
                memory = openAsIs(file, journal, country, calibration, registry);
            }
            memory.resume();
            memory.follower.setDaemon(true);
            memory.follower.start();
            return memory;
        } catch (SQLException e) {
            throw new IOException("the index of the journal " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static Memory openAsIs(
            Path file,
            SqliteJournal journal,
            @Nullable String country,
            Function<Scan, @Nullable CalibratedDevice> calibration,
            Supplier<Registry> registry)
            throws SQLException {
        HistoryStore writing = HistoryStore.open(file);
        try {
            HistoryStore.Cursor cursor = writing.cursor();
            long last = journal.state().sequence();
            byte[] chain = cursor.sequence() > last ? new byte[0] : journal.chainAt(cursor.sequence());
            if (chain != null && !Arrays.equals(chain, cursor.chain())) {
                LOG.info("The index is of another journal and is made anew");
                writing.clear();
            }
            writing.commit();
            HistoryStore reading = HistoryStore.open(file);
            return new Memory(journal, writing, reading, new SiteHistory(country, calibration, registry, reading));
        } catch (SQLException e) {
            writing.close();
            throw e;
        }
    }

    /** What the rules ask. */
    public SiteHistory history() {
        return history;
    }

    /** Numbers of the first entries after one that wait to be decided again. */
    public List<Long> waiting(long after, int limit) {
        return write(store -> store.waiting(after, limit));
    }

    /** An entry need not be decided again. */
    public void settled(long sequence) {
        write(store -> {
            store.takeWaiting(sequence);
            return true;
        });
    }

    /** Takes up the tries, and what the index may not have yet, where the last process ended. */
    private void resume() {
        long last = journal.state().sequence();
        long from = Math.max(0, last - RESUMED);
        for (JournalBatch batch = journal.batchAfter(from, BATCH, BATCH_BYTES);
                !batch.isEmpty();
                batch = journal.batchAfter(batch.last(), BATCH, BATCH_BYTES)) {
            for (byte[] line : batch.lines()) {
                JournalEntry entry = entry(line);
                if (entry instanceof JournalEntry.Sighting sighting) {
                    history.decided(sighting.scan(), sighting.verdict());
                } else if (entry instanceof JournalEntry.WorkerAction action) {
                    history.noted(
                            Sighted.deviceKey(action.site(), action.dock(), action.device()),
                            action.action(),
                            action.scan());
                }
            }
        }
    }

    private void follow() {
        boolean filtered = false;
        boolean failing = false;
        while (!closed) {
            try {
                if (!filtered) {
                    filter();
                    filtered = true;
                }
                long at = write(store -> store.cursor().sequence());
                while (!closed) {
                    at = next(at);
                    failing = false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // A disk without room, most likely: what the index lacks now is in it once there is room.
                if (!closed && !failing) {
                    LOG.warn("The index of the journal is not kept; trying on: {}", e.getMessage(), e);
                }
                failing = true;
                LockSupport.parkNanos(AFTER_FAILURE.toNanos());
            }
        }
    }

    private void filter() {
        write(store -> {
            store.forEachUnit((gtin, serial) -> filter.add(Long.parseLong(gtin), serial));
            return true;
        });
        history.filtered(filter);
    }

    /** Takes in what follows that entry, and says how far it came. */
    private long next(long at) throws InterruptedException {
        JournalBatch batch = journal.batchAfter(at, BATCH, BATCH_BYTES);
        if (batch.isEmpty()) {
            journal.awaitAfter(at, PATIENCE);
            return at;
        }
        index(batch);
        return batch.last();
    }

    private void index(JournalBatch batch) {
        write(store -> {
            long sequence = batch.first() - 1;
            for (byte[] line : batch.lines()) {
                sequence++;
                index(store, sequence, entry(line));
            }
            store.putCursor(batch.last(), batch.chain());
            store.prune(journal.firstSequence());
            return true;
        });
    }

    private void index(HistoryStore store, long sequence, @Nullable JournalEntry entry) throws SQLException {
        if (entry instanceof JournalEntry.Sighting sighting) {
            Sighted sighted = Sighted.of(sighting.scan(), sighting.verdict());
            if (sighted != null) {
                // Before it can be read: what the filter does not have is not looked for.
                filter.add(Long.parseLong(sighted.gtin()), sighted.serial());
                store.put(sequence, sighted);
            }
            if (sighting.verdict().findings().stream().anyMatch(Memory::isUnchecked)) {
                store.putWaiting(sequence, sighting.scan().id());
            }
        } else if (entry instanceof JournalEntry.WorkerAction action
                && action.scan() != null
                && action.action().equals(ControlCode.RELEASED.wireName())) {
            store.close(action.scan(), Sighted.deviceKey(action.site(), action.dock(), action.device()));
        }
    }

    private static boolean isUnchecked(Finding finding) {
        return finding.code() == FindingCode.REGISTRY_ABSENT || finding.code() == FindingCode.REGISTRY_STALE;
    }

    private static @Nullable JournalEntry entry(byte[] line) {
        try {
            return Json.LENIENT.readValue(line, JournalEntry.class);
        } catch (IOException e) {
            LOG.error("An entry of the journal is not readable: {}", new String(line, StandardCharsets.UTF_8), e);
            return null;
        }
    }

    private interface Work<T> {
        T on(HistoryStore store) throws SQLException;
    }

    private <T> T write(Work<T> work) {
        synchronized (writing) {
            try {
                T done = work.on(writing);
                writing.commit();
                return done;
            } catch (SQLException e) {
                try {
                    writing.rollback();
                } catch (SQLException suppressed) {
                    e.addSuppressed(suppressed);
                }
                throw new IllegalStateException("the index of the journal: " + e.getMessage(), e);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        follower.interrupt();
        try {
            follower.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (history) {
            reading.close();
        }
        synchronized (writing) {
            writing.close();
        }
    }
}
