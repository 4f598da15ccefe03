package org.quaymark.hub.detection;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.Background;
import org.quaymark.hub.casework.Casework;
import org.quaymark.hub.casework.PairCases;
import org.quaymark.hub.casework.SightingPair;
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
    /** How long what was found in one batch waits for those that are looked at together with it. */
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    /** The control code by which a worker lets goods go, without its {@code QM:}. */
    private static final String RELEASED = "RELEASED";

    private final Database database;
    private final BatchClaims batches;
    private final Casework casework;
    private final RegistryGaps gaps;
    private final ClonesAndReuse clones;
    private final PairCases pairCases;
    private final Overruns overruns;
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

    Detection(
            Database database,
            BatchClaims batches,
            Casework casework,
            RegistryGaps gaps,
            ClonesAndReuse clones,
            PairCases pairCases,
            Overruns overruns,
            BatchArrivals arrivals,
            Clock clock) {
        this.database = database;
        this.batches = batches;
        this.casework = casework;
        this.gaps = gaps;
        this.clones = clones;
        this.pairCases = pairCases;
        this.overruns = overruns;
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

    /** Looks at the oldest batches that wait; false where none does. */
    boolean step() {
        List<Batch> some = batches.lease(clock.instant());
        if (some.isEmpty()) {
            return false;
        }
        int reported = 0;
        try {
            List<SightingPair> pairs = new ArrayList<>();
            long since = System.nanoTime();
            for (int i = 0; i < some.size(); i++) {
                look(some.get(i), pairs);
                boolean waits = !pairs.isEmpty() && System.nanoTime() - since > LONGEST_NANOS;
                if (waits || i == some.size() - 1) {
                    report(some.subList(reported, i + 1), pairs);
                    reported = i + 1;
                    pairs.clear();
                    since = System.nanoTime();
                }
            }
            return true;
        } catch (RuntimeException e) {
            batches.giveBack(some.subList(reported, some.size()));
            throw e;
        }
    }

    private void look(Batch batch, List<SightingPair> pairs) {
        if (batches.concernsCases(batch)) {
            while (suspicions(batch)) {
                LOG.trace("there are more in {}", batch);
            }
        }
        aside(batch, () -> pairs.addAll(clones.look(batch)));
        aside(batch, () -> overruns.look(batch));
    }

    /** Reports what was found and marks the batches, in one transaction where there is not much of it. */
    private void report(List<Batch> some, List<SightingPair> pairs) {
        int most = Math.max(0, pairs.size() - CHUNK);
        for (int from = 0; from < most; from += CHUNK) {
            List<SightingPair> first = pairs.subList(from, Math.min(most, from + CHUNK));
            aside(some.get(0), () -> database.transact(connection -> first.forEach(pairCases::report)));
        }
        List<SightingPair> rest = pairs.subList(most, pairs.size());
        aside(
                some.get(0),
                () -> database.transact(connection -> {
                    rest.forEach(pairCases::report);
                    batches.done(connection, some, clock.instant());
                }));
    }

    /** Takes one chunk of a batch's suspicious sightings in, the last one with its other entries; false where it was that. */
    private boolean suspicions(Batch batch) {
        Progress progress = new Progress();
        try {
            return database.inTransaction(connection -> {
                progress.clear();
                List<Suspicion> sightings = batches.sightings(connection, batch, CHUNK);
                for (Suspicion sighting : sightings) {
                    progress.at(batch, sighting.sequence());
                    gaps.suspect(sighting);
                }
                if (sightings.size() < CHUNK) {
                    for (JournalEntry entry : batches.others(connection, batch)) {
                        progress.at(batch, entry.sequence());
                        other(connection, batch, entry);
                    }
                }
                return sightings.size() == CHUNK;
            });
        } catch (RuntimeException e) {
            if (e instanceof StorageFailure && !isOfTheData(e)) {
                throw e;
            }
            return progress.setAside(e);
        }
    }

    /** What fails on a batch's data is set aside under its first entry, and the stream goes on. */
    private void aside(Batch batch, Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            if (e instanceof StorageFailure && !isOfTheData(e)) {
                throw e;
            }
            LOG.error("Batch {} of edge {} cannot be compared with others; set aside", batch.id(), batch.edge(), e);
            batches.setAside(batch.edge(), batch.generation(), batch.first(), clock.instant(), e.toString());
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
            if (action.action().equals(RELEASED)) {
                batches.letGo(connection, batch, action);
            }
        } else if (entry instanceof JournalEntry.RetroVerdict retro
                && isSuspicious(retro.verdict().verdict())) {
            Suspicion again = batches.suspicion(connection, batch, retro);
            if (again != null) {
                gaps.suspect(again);
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
