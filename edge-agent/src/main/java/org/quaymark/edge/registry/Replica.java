package org.quaymark.edge.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.inspection.registry.RegistryLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The replica of the registry on this edge's disk. Readers take {@link #current} once for a decision; one thread writes.
 */
public final class Replica implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Replica.class);

    private final Path file;
    private final Clock clock;
    private ReplicaTables tables;
    private final UnitFilter filter;
    private final ReplicaReaders readers;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile ReplicaHead head;
    private volatile ReplicaView view;
    /** The sequence that reads of the disk may see already. */
    private volatile long onDisk;

    private Replica(Path file, ReplicaTables tables, Clock clock) throws SQLException {
        this.file = file;
        this.clock = clock;
        this.tables = tables;
        this.head = tables.head();
        this.filter = new UnitFilter(file, this);
        this.readers = ReplicaReaders.open(file, filter);
        this.view = load();
        this.onDisk = head.sequence();
        if (!tables.hasVersionsFrom()) {
            tables.putVersionsFrom(head.sequence(), clock.instant());
            tables.commit();
        }
    }

    /** Builds what answers for serials that were never issued; until then they are looked up on disk. */
    private Replica filtered() {
        synchronized (this) {
            filter.build();
        }
        return this;
    }

    /** One change of the feed. */
    record Change(long sequence, RegistryLine line) {}

    /**
     * Opens the replica, or makes an empty one. A file that cannot be read or is of another format is set aside, and an
     * empty one begun: the hub has it all.
     */
    public static Replica open(Path file, Clock clock) {
        try {
            try {
                return openAsIs(file, clock);
            } catch (SQLException e) {
                Path aside = file.resolveSibling(
                        file.getFileName() + ".unusable-" + clock.instant().toEpochMilli());
                LOG.error("The replica {} is not usable and is set aside as {}: {}", file, aside, e.getMessage());
                Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
                return openAsIs(file, clock);
            }
        } catch (SQLException | IOException e) {
            throw new ReplicaUnusable("opening the replica " + file + ": " + e.getMessage(), e);
        }
    }

    private static Replica openAsIs(Path file, Clock clock) throws SQLException {
        ReplicaTables tables = ReplicaTables.open(file);
        try {
            if (!tables.isOfKnownFormat()) {
                throw new SQLException("the file is of another format");
            }
            return new Replica(file, tables, clock).filtered();
        } catch (SQLException e) {
            tables.close();
            throw e;
        }
    }

    /** The registry as it is now: to be taken once for a decision. */
    public Registry current() {
        return view;
    }

    /**
     * Whether everything that was asked of this state until now is of its sequence: units and manifests are on the disk, where
     * a change may go before {@link #current}.
     */
    public boolean isStill(Registry state) {
        return onDisk == state.sequence() && view.sequence() == state.sequence();
    }

    /** Whether serials that were never issued are told without a look at the disk. */
    public boolean isFiltered() {
        return filter.isReady();
    }

    /** Memory of that, in bytes; 0 while there is none. */
    public long filterBytes() {
        return filter.bytes();
    }

    /** Does something while nothing changes: for what was overtaken by changes several times. */
    public synchronized <T> T unchanged(Function<Registry, T> task) {
        return task.apply(view);
    }

    /** Has the task run after each change, on the thread that made it; it must not wait. */
    public void onChange(Runnable task) {
        listeners.add(task);
    }

    /** Where it stands in the feed. */
    public ReplicaHead head() {
        return head;
    }

    /** Takes in changes and the new head in one transaction, then shows them all at once. */
    synchronized void apply(List<Change> changes, ReplicaHead newHead, @Nullable String note) {
        try {
            SmallRecords.Edit edit = view.records().edit();
            Instant now = clock.instant();
            // Nobody's verdict rests on a replica that was never complete.
            tables.keepVersions(head.completeAt() != null);
            for (Change change : changes) {
                tables.apply(change.sequence(), change.line(), now);
                edit.apply(change.line());
            }
            tables.putHead(newHead, note);
            if (head.completeAt() == null) {
                tables.putVersionsFrom(newHead.sequence(), now);
            } else if (!changes.isEmpty()) {
                tables.pruneVersions(now);
            }
            filter.add(changes);
            onDisk = changes.isEmpty() ? onDisk : newHead.sequence();
            tables.commit();
            show(newHead, changes.isEmpty() ? view.records() : edit.done());
        } catch (SQLException | RuntimeException e) {
            onDisk = head.sequence();
            try {
                tables.rollback();
            } catch (SQLException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw new ReplicaUnusable("writing the replica failed: " + e.getMessage(), e);
        }
    }

    /** SHA-256 of the registry file it was loaded from; null where that was none. */
    synchronized @Nullable String loadedFrom() {
        try {
            String loaded = tables.meta(ReplicaTables.META_FILE);
            tables.rollback();
            return loaded;
        } catch (SQLException e) {
            throw new ReplicaUnusable("reading the replica", e);
        }
    }

    synchronized void putLoadedFrom(String sha256) {
        try {
            tables.put(ReplicaTables.META_FILE, sha256);
            tables.commit();
        } catch (SQLException e) {
            throw new ReplicaUnusable("writing the replica", e);
        }
    }

    /** Puts a verified replica, built aside, in this one's place by rename. */
    synchronized void replaceBy(Path complete) throws SQLException, IOException {
        filter.forget();
        tables.checkpoint();
        tables.close();
        onDisk = -1;
        try {
            readers.reopen(file, () -> {
                // The last close took the write-ahead log away; a stale one would corrupt the new file.
                if (Files.exists(file.resolveSibling(file.getFileName() + "-wal"))) {
                    throw new IOException("the replica is still open elsewhere: " + file);
                }
                Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            });
        } finally {
            tables = ReplicaTables.open(file);
        }
        head = tables.head();
        tables.putVersionsFrom(head.sequence(), clock.instant());
        tables.commit();
        view = load();
        onDisk = head.sequence();
        filter.build();
        listeners.forEach(Runnable::run);
    }

    @Override
    public synchronized void close() {
        try {
            filter.forget();
            readers.close();
            tables.close();
        } catch (SQLException e) {
            throw new ReplicaUnusable("closing the replica", e);
        }
    }

    private ReplicaView load() throws SQLException {
        SmallRecords.Edit edit = SmallRecords.empty().edit();
        tables.forEachSmallRecord(edit::apply);
        tables.rollback();
        return view(head, edit.done());
    }

    private void show(ReplicaHead newHead, SmallRecords records) {
        head = newHead;
        view = view(newHead, records);
        onDisk = newHead.sequence();
        listeners.forEach(Runnable::run);
    }

    private ReplicaView view(ReplicaHead of, SmallRecords records) {
        Instant completeAt = of.completeAt();
        // A file is the registry for as long as it is the one in use.
        Supplier<@Nullable Instant> vouchedAt =
                completeAt != null && RegistryFile.EPOCH.equals(of.epoch()) ? clock::instant : () -> completeAt;
        return new ReplicaView(of.sequence(), vouchedAt, records, readers);
    }
}
