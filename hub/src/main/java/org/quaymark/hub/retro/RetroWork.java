package org.quaymark.hub.retro;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.Background;
import org.quaymark.hub.storage.Changes;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Head;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides again what the registry's changes touch, on one thread of its own. Woken at once by a change in this process, and
 * looking by itself for what others left. Everything is done in small steps that each end in the database, so that a hub that
 * dies has lost the last step and another one goes on.
 */
@Singleton
final class RetroWork implements Background {
    private static final Logger LOG = LoggerFactory.getLogger(RetroWork.class);
    private static final long LOOK_MILLIS = 250;
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(30);

    private final Database database;
    private final Changes changes;
    private final Planner planner;
    private final Arrivals arrivals;
    private final Tasks tasks;
    private final SightedStore sightings;
    private final Rework rework;
    private final RetroMetrics metrics;
    private final Pace pace;
    private final AtomicBoolean woken = new AtomicBoolean();
    private boolean failing;
    private @Nullable Future<?> looking;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "hub-retro");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });

    RetroWork(
            Database database,
            Changes changes,
            Planner planner,
            Arrivals arrivals,
            Tasks tasks,
            SightedStore sightings,
            Rework rework,
            RetroMetrics metrics,
            Pace pace) {
        this.database = database;
        this.changes = changes;
        this.planner = planner;
        this.arrivals = arrivals;
        this.tasks = tasks;
        this.sightings = sightings;
        this.rework = rework;
        this.metrics = metrics;
        this.pace = pace;
    }

    @Override
    public void start() {
        changes.listen(Head.REGISTRY, sequence -> wake());
        looking = worker.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        pace.stop();
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
        } catch (CancellationException e) {
            LOG.debug("Deciding again ends: {}", e.getMessage());
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("Deciding again; trying on: {}", e.toString());
            }
            failing = true;
        }
    }

    /** A little of everything that waits; false where nothing does. */
    boolean step() {
        boolean planned = planner.step();
        boolean arrived = arrivals.step();
        boolean worked = work();
        Tasks.Left left = tasks.left();
        metrics.left(left.sightings(), planned ? planner.behind() : 0);
        return planned || arrived || worked;
    }

    private boolean work() {
        if (tasks.left().tasks() == 0) {
            return false;
        }
        Task task = tasks.claim();
        if (task == null) {
            return false;
        }
        try {
            List<Sighted> read = rework.redo((connection, registry) ->
                    sightings.touched(connection, task.touched(), task.after(), Rework.CHUNK));
            database.transact(connection -> {
                if (read.size() < Rework.CHUNK) {
                    tasks.done(connection, task);
                } else {
                    tasks.advance(connection, task, read.get(read.size() - 1).key(), read.size());
                }
            });
        } catch (CancellationException e) {
            tasks.giveBack(task, Duration.ZERO);
            return false;
        } catch (RuntimeException e) {
            LOG.warn("Deciding again what {} touches: {}", task.touched(), e.toString());
            tasks.giveBack(task, AGAIN_AFTER);
        }
        return true;
    }
}
