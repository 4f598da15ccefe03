package org.quaymark.edge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.SqliteJournal;
import org.quaymark.edge.registry.FeedClient;
import org.quaymark.edge.registry.Replica;
import org.quaymark.edge.uplink.Backoff;
import org.quaymark.edge.uplink.EdgeIdentity;
import org.quaymark.edge.uplink.Enrolment;
import org.quaymark.edge.uplink.EnrolmentRefused;
import org.quaymark.edge.uplink.HubClient;
import org.quaymark.edge.uplink.KeyChange;
import org.quaymark.edge.uplink.Uplink;
import org.quaymark.process.settings.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything between this edge and its hub: enrolment once, then the journal up and the registry down, each on a thread of
 * its own. The docks do not wait for any of it.
 */
final class HubLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubLink.class);
    private static final long STOP_MILLIS = 3_000;

    private final HubClient client;
    private final Enrolment enrolment;
    private final @Nullable String code;
    private final String site;
    private final SqliteJournal journal;
    private final Replica replica;
    private final Path snapshotPart;
    private final KeyRequests keyRequests;
    private final long uplinkRate;
    private final MeterRegistry meters;
    private final RandomGenerator random;
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable Uplink uplink;
    private @Nullable FeedClient feed;
    private volatile boolean closed;

    HubLink(
            HubClient client,
            Enrolment enrolment,
            @Nullable String code,
            String site,
            SqliteJournal journal,
            Replica replica,
            Path snapshotPart,
            KeyRequests keyRequests,
            long uplinkRate,
            MeterRegistry meters,
            RandomGenerator random) {
        this.client = client;
        this.enrolment = enrolment;
        this.code = code;
        this.site = site;
        this.journal = journal;
        this.replica = replica;
        this.snapshotPart = snapshotPart;
        this.keyRequests = keyRequests;
        this.uplinkRate = uplinkRate;
        this.meters = meters;
        this.random = random;
        client.tellClock(journal::clockIsOff);
    }

    /**
     * Starts. A hub that cannot be reached is tried again in the background; one that refuses the code ends the start, for a
     * person stands in front of it.
     */
    void start() throws InterruptedException {
        EdgeIdentity known = enrolment.identity();
        if (code != null && enrolment.isNew(code)) {
            if (!enrol(code)) {
                begin("enrolment", () -> enrolLater(code));
            }
        } else if (known != null) {
            follow(known);
        } else if (journal.state().damage() != null) {
            LOG.error("This edge works on without a hub: {}", journal.state().damage());
        } else {
            throw new Failure(
                    "this edge is not enrolled yet: give --enrol CODE, which 'hub enrol' or the console prints");
        }
    }

    /** Whether it is settled; false where the hub could not be reached. */
    private boolean enrol(String newCode) throws InterruptedException {
        try {
            EdgeIdentity identity = enrolment.enrol(client, newCode);
            LOG.info("Enrolled as {} at site {}", identity.edge(), identity.site());
            follow(identity);
        } catch (EnrolmentRefused e) {
            refused(newCode, e);
        } catch (IOException e) {
            LOG.warn("The hub cannot be reached for the enrolment, trying again: {}", e.getMessage());
            return false;
        }
        return true;
    }

    /** A code that stayed in the settings since it was used must not keep a dock from working. */
    private void refused(String newCode, EnrolmentRefused refusal) {
        EdgeIdentity known = enrolment.identity();
        if (known != null) {
            LOG.warn("{}; going on as enrolled before", refusal.getMessage());
            enrolment.forget(newCode);
            follow(known);
        } else if (journal.state().damage() != null) {
            LOG.error(
                    "{}; this edge works on without a hub: {}",
                    refusal.getMessage(),
                    journal.state().damage());
        } else {
            throw new Failure(String.valueOf(refusal.getMessage()), refusal);
        }
    }

    private void enrolLater(String newCode) {
        Backoff backoff = new Backoff(random);
        try {
            while (!closed) {
                LockSupport.parkNanos(backoff.next().toNanos());
                if (!Thread.currentThread().isInterrupted() && enrol(newCode)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Failure e) {
            LOG.error("This edge works on without a hub: {}", e.getMessage());
        }
    }

    private synchronized void follow(EdgeIdentity identity) {
        if (closed) {
            return;
        }
        if (!identity.site().isEmpty() && !identity.site().equals(site)) {
            throw new Failure(
                    "the hub enrolled edge " + identity.edge() + " for site " + identity.site() + ", not for " + site);
        }
        Uplink newUplink = new Uplink(journal, client, identity, new Backoff(random), uplinkRate, meters);
        FeedClient newFeed = new FeedClient(replica, client, identity, new Backoff(random), snapshotPart);
        gauge("quaymark.uplink.connected", () -> newUplink.state().connected());
        gauge("quaymark.uplink.alarm", () -> newUplink.state().alarm() != null);
        gauge("quaymark.registry.feed.connected", () -> newFeed.state().connected());
        gauge("quaymark.registry.feed.refused", () -> newFeed.state().refused() != null);
        newFeed.whenWell(newUplink::wake);
        uplink = newUplink;
        feed = newFeed;
        begin("registry-feed", newFeed);
        begin("uplink", newUplink);
        begin(
                "key-watch",
                new KeyWatch(identity.edge(), keyRequests, new KeyChange(journal, enrolment), client, changed -> {
                    newUplink.goOnAs(changed);
                    newFeed.goOnAs(changed);
                }));
    }

    private void gauge(String name, BooleanSupplier state) {
        Gauge.builder(name, () -> state.getAsBoolean() ? 1 : 0).register(meters);
    }

    private synchronized void begin(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    @Override
    public void close() {
        List<Thread> running;
        synchronized (this) {
            closed = true;
            if (uplink != null) {
                uplink.stop();
            }
            if (feed != null) {
                feed.stop();
            }
            running = List.copyOf(threads);
        }
        running.forEach(Thread::interrupt);
        for (Thread thread : running) {
            try {
                thread.join(STOP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
