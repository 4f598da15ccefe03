package org.quaymark.hub.retro;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.quaymark.hub.registry.RegistryViews;
import org.quaymark.hub.retro.Redecision.Redecided;
import org.quaymark.hub.retro.RetroWriter.Written;
import org.quaymark.hub.storage.Database;

/**
 * One chunk of sightings from reading to writing. Read and decided in one state of the database and without a lock; written, where
 * there is something to write, a few at a time, with the other writers let in between.
 */
@Singleton
final class Rework {
    /** Sightings that are read and decided at a time. */
    static final int CHUNK = 500;
    /** How often what was decided is decided once more because the registry has moved on meanwhile. */
    private static final int TRIES = 3;

    private final Database database;
    private final RegistryViews registry;
    private final Redecision redecision;
    private final RetroWriter writer;
    private final Pace pace;
    private final RetroMetrics metrics;

    Rework(
            Database database,
            RegistryViews registry,
            Redecision redecision,
            RetroWriter writer,
            Pace pace,
            RetroMetrics metrics) {
        this.database = database;
        this.registry = registry;
        this.redecision = redecision;
        this.writer = writer;
        this.pace = pace;
        this.metrics = metrics;
    }

    /** Finds the sightings to decide again. */
    @FunctionalInterface
    interface Source {
        /** At most {@link #CHUNK} of them, in the order of their keys, those first that were not read yet. */
        List<Sighted> read(Connection connection, long registrySequence) throws SQLException;
    }

    private Written write(List<Redecided> some, int tries) {
        Written written = database.findInTransaction(connection ->
                tries > 0 && writer.isOvertaken(connection, some) ? null : writer.write(connection, some));
        if (written != null) {
            return written;
        }
        List<Sighted> sightings = some.stream().map(Redecided::sighted).toList();
        return write(
                registry.atHead((connection, registryNow) -> redecision.decide(sightings, registryNow)), tries - 1);
    }

    private record Decided(List<Sighted> read, List<Redecided> differing) {}

    /**
     * Decides a chunk again and returns what was read, for whoever keeps count of that.
     *
     * @throws CancellationException where the hub stops before all is written
     */
    List<Sighted> redo(Source source) {
        long start = System.nanoTime();
        Decided decided = registry.atHead((connection, registryNow) -> {
            List<Sighted> read = source.read(connection, registryNow.sequence());
            return new Decided(read, writer.differing(connection, redecision.decide(read, registryNow)));
        });
        pace.worked(System.nanoTime() - start);
        Written written = Written.NOTHING;
        List<Redecided> all = decided.differing();
        int from = 0;
        while (from < all.size()) {
            if (pace.isStopped()) {
                throw new CancellationException("the hub stops: what is not written is decided again later");
            }
            List<Redecided> some = all.subList(from, Math.min(all.size(), from + pace.atOnce()));
            long began = System.nanoTime();
            written = written.and(write(some, TRIES));
            pace.wrote(some.size(), System.nanoTime() - began);
            from += some.size();
        }
        metrics.decided(decided.read().size(), written);
        return decided.read();
    }
}
