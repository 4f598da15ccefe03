package org.quaymark.hub.detection;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.Background;
import org.quaymark.hub.casework.Casework;
import org.quaymark.hub.casework.Suspicion;
import org.quaymark.hub.detection.BatchClaims.Batch;
import org.quaymark.hub.intake.BatchArrivals;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.StorageFailure;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.log.JournalEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every stored batch once it is committed. Woken at once by intake in this process, and looking by itself for what
 * other processes stored or left when they ended.
 *
 * <p>Everything here can be done again: a journal entry joins a case once, whoever does it and however often. An entry that
 * cannot be taken in is set aside and the rest goes on.
 */
@Singleton
final class Detection implements Background {
    private static final Logger LOG = LoggerFactory.getLogger(Detection.class);
    private static final long LOOK_MILLIS = 250;
    /** Sightings per transaction: the database's other writers wait for it. */
    private static final int CHUNK = 50;

    private final Database database;
    private final BatchClaims batches;
    private final Casework casework;
    private final BatchArrivals arrivals;
    private final Clock clock;
    private final AtomicBoolean woken = new AtomicBoolean();
    private boolean failing;
    private @Nullable Future<?> looking;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "hub-detection");
        thread.setDaemon(true);
        return thread;
    });

    Detection(Database database, BatchClaims batches, Casework casework, BatchArrivals arrivals, Clock clock) {
        this.database = database;
        this.batches = batches;
        this.casework = casework;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @Override
    public void start() {
        arrivals.listen(this::wake);
        looking = worker.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        if (looking != null) {
            looking.cancel(false);
        }
        Background.end(worker);
    }

    private void wake() {
        if (woken.compareAndSet(false, true) && !worker.isShutdown()) {
            worker.execute(this::look);
        }
    }

    private void look() {
        woken.set(false);
        try {
            while (!worker.isShutdown() && step()) {
                LOG.trace("there may be more");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("Looking at journal batches; trying on: {}", e.toString());
            }
            failing = true;
        }
    }

    /** Looks at one chunk of the oldest batch that waits; false where none does. */
    boolean step() {
        Progress progress = new Progress();
        try {
            return database.inTransaction(connection -> {
                progress.clear();
                Batch batch = batches.claim(connection);
                if (batch == null) {
                    return false;
                }
                List<Suspicion> sightings = batches.sightings(connection, batch, CHUNK);
                for (Suspicion sighting : sightings) {
                    progress.at(batch, sighting.sequence());
                    casework.suspect(sighting);
                }
                if (sightings.size() < CHUNK) {
                    for (JournalEntry entry : batches.others(connection, batch)) {
                        progress.at(batch, entry.sequence());
                        other(connection, batch, entry);
                    }
                    progress.clear();
                    batches.done(connection, batch, clock.instant());
                }
                return true;
            });
        } catch (RuntimeException e) {
            if (e instanceof StorageFailure && !isOfTheData(e)) {
                throw e;
            }
            return progress.setAside(e);
        }
    }

    /** The database refuses what it was given (SQLSTATE classes 22, 23, 54): trying again changes nothing. */
    private static boolean isOfTheData(Throwable e) {
        return e.getCause() instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().matches("(22|23|54).*");
    }

    private void other(Connection connection, Batch batch, JournalEntry entry) throws SQLException {
        if (entry instanceof JournalEntry.WorkerAction action) {
            casework.heard(batch.edge(), batch.generation(), action);
        } else if (entry instanceof JournalEntry.RetroVerdict retro
                && isSuspicious(retro.verdict().verdict())) {
            Suspicion again = batches.suspicion(connection, batch, retro);
            if (again != null) {
                casework.suspect(again);
            }
        }
    }

    private static boolean isSuspicious(Effect effect) {
        return effect == Effect.REVIEW || effect == Effect.HOLD;
    }

    /** Which entry is being taken in, for when that fails. */
    private final class Progress {
        private @Nullable Batch batch;
        private long sequence;

        void clear() {
            batch = null;
        }

        void at(Batch current, long entry) {
            batch = current;
            sequence = entry;
        }

        boolean setAside(RuntimeException e) {
            Batch current = batch;
            if (current == null) {
                throw e;
            }
            LOG.error("Entry {} of edge {} cannot be taken into a case; set aside", sequence, current.edge(), e);
            batches.setAside(current.edge(), current.generation(), sequence, clock.instant(), e.toString());
            return true;
        }
    }
}
