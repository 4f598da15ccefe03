package org.quaymark.hub.registry;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Head;
import org.quaymark.hub.storage.Heads;
import org.quaymark.hub.storage.ReadSnapshot;
import org.quaymark.inspection.registry.Registry;

/**
 * The hub's registry as a {@link Registry} that scans can be decided against: as it is, or as it was at any sequence.
 * Thread-safe; one asks at a time.
 */
@Singleton
public final class RegistryViews {
    private final ReadSnapshot snapshot;
    private final Heads heads;
    private final Clock clock;
    private final FewRecords few = new FewRecords();
    /** The few records move on between two that ask, never while one does. */
    private final ReentrantLock asking = new ReentrantLock(true);

    RegistryViews(ReadSnapshot snapshot, Heads heads, Clock clock) {
        this.snapshot = snapshot;
        this.heads = heads;
        this.clock = clock;
    }

    /** What is done with a registry, and with the connection whose transaction it is the state of. */
    @FunctionalInterface
    public interface Asking<R extends Registry, T> {
        /** Does it. */
        T with(Connection connection, R registry) throws SQLException;
    }

    /** Has somebody ask the registry as it is now. Nobody who writes waits for it. */
    public <T> T atHead(Asking<RegistryAtHead, T> work) {
        asking.lock();
        try {
            return present(snapshot.read(connection -> {
                Head head = heads.read(connection, Head.REGISTRY);
                return work.with(
                        connection,
                        new RegistryAtHead(
                                connection, head.sequence(), clock.instant(), few.at(connection, head.sequence())));
            }));
        } finally {
            asking.unlock();
        }
    }

    /**
     * Has somebody ask the registry as it was after that change.
     *
     * @param vouched when its keeper had vouched for it, as the verdict to be reproduced says; null for never
     */
    public <T> T asOf(long sequence, @Nullable Instant vouched, Asking<Registry, T> work) {
        return present(
                snapshot.read(connection -> work.with(connection, new RegistryAsOf(connection, sequence, vouched))));
    }

    private static <T> T present(@Nullable T result) {
        if (result == null) {
            throw new IllegalStateException("whoever asked the registry gave null where he must not");
        }
        return result;
    }
}
