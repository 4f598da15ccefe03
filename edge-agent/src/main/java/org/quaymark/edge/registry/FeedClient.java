package org.quaymark.edge.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.quaymark.edge.uplink.Backoff;
import org.quaymark.edge.uplink.EdgeIdentity;
import org.quaymark.edge.uplink.HubAnswer;
import org.quaymark.edge.uplink.HubClient;
import org.quaymark.edge.uplink.HubRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the hub's registry feed by long poll and keeps the replica fresh. What cannot be verified is refused: the last
 * good replica goes on serving.
 */
public final class FeedClient implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedClient.class);
    private static final int MAX_LINES = 1_000;
    private static final int MAX_BYTES = 128 << 20;
    private static final int WAIT_SECONDS = 30;
    private static final Duration TIMEOUT = Duration.ofSeconds(WAIT_SECONDS + 30);
    private static final long FAR_BEHIND = 50_000;

    private final Replica replica;
    private final HubClient client;
    private final Backoff backoff;
    private final SnapshotDownload snapshot;
    private volatile FeedState state = FeedState.BEGIN;
    private volatile EdgeIdentity identity;
    private volatile boolean stopped;
    private volatile Runnable well = () -> {};

    // Valid for the run: how many lines to ask for, and whether a snapshot is worth trying.
    private int limit = MAX_LINES;
    private boolean snapshotFailed;

    /** A follower for an enrolled edge; {@link #run} is to be given a thread of its own. */
    public FeedClient(Replica replica, HubClient client, EdgeIdentity identity, Backoff backoff, Path snapshotPart) {
        this.replica = replica;
        this.client = client;
        this.identity = identity;
        this.backoff = backoff;
        this.snapshot = new SnapshotDownload(client, identity, snapshotPart);
    }

    /** Has somebody told after each answer of the hub. */
    public void whenWell(Runnable listener) {
        well = listener;
    }

    /** How it goes. */
    public FeedState state() {
        return state;
    }

    /** From its next exchange on the edge has another key. From any thread. */
    public void goOnAs(EdgeIdentity other) {
        identity = other;
        snapshot.goOnAs(other);
    }

    /** Ends {@link #run}; its thread is to be interrupted too. */
    public void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped && !Thread.currentThread().isInterrupted()) {
            try {
                poll();
                backoff.reset();
                if (!state.equals(FeedState.WELL)) {
                    LOG.info(
                            "Following the registry from change {}",
                            replica.head().sequence());
                }
                state = FeedState.WELL;
                well.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (FeedRefused e) {
                if (!e.reason().equals(state.refused())) {
                    LOG.error(
                            "Refusing the hub's registry, keeping the one of change {}: {}",
                            replica.head().sequence(),
                            e.reason());
                }
                state = new FeedState(false, null, e.reason());
                pause(backoff.next());
            } catch (IOException | RuntimeException e) {
                Duration pause = backoff.next(e);
                if (HubClient.wasTooMuch(e)) {
                    limit = Math.max(1, limit / 2);
                }
                String problem = String.valueOf(e.getMessage());
                if (!problem.equals(state.problem())) {
                    LOG.warn("The registry feed is away: {}", problem);
                }
                state = new FeedState(false, problem, state.refused());
                pause(pause);
            }
        }
    }

    /** One exchange: waits up to half a minute for a change, or takes in what there is. */
    void poll() throws IOException, InterruptedException, FeedRefused {
        ReplicaHead from = replica.head();
        // Before the first answer there is nothing to wait for: an empty registry is known to be empty at once.
        String wait = from.completeAt() == null ? "0s" : WAIT_SECONDS + "s";
        HubAnswer answer = client.send(
                identity,
                HubRequest.get(
                        "/api/v1/registry/changes",
                        "after=" + from.sequence() + "&limit=" + limit + "&wait=" + wait,
                        TIMEOUT,
                        MAX_BYTES));
        if (answer.status() == 410) {
            takeSnapshot();
            return;
        }
        if (answer.status() == 409) {
            throw new FeedRefused("the hub's registry ends before change " + from.sequence()
                    + ", which this replica has: the hub was set back");
        }
        if (answer.status() != 200) {
            Duration asked = answer.retryAfter();
            if (asked != null) {
                pause(asked);
            }
            throw new IOException("the hub answers " + answer);
        }
        if (answer.header("Quaymark-Head") == null && !isNdjson(answer)) {
            throw new IOException("no answer of a hub: " + answer);
        }
        FeedPage page = FeedPage.verified(answer, identity.hubKey(), from);
        if (page.latest() - page.check().head().sequence() > FAR_BEHIND && !snapshotFailed) {
            takeSnapshot();
            return;
        }
        apply(page, from);
        limit = Math.min(MAX_LINES, limit * 2);
    }

    private void apply(FeedPage page, ReplicaHead from) {
        HeadCheck check = page.check();
        long sequence = check.head().sequence();
        boolean complete = page.latest() >= 0 ? sequence >= page.latest() : page.lines() < limit;
        // A part of the registry is not the registry: what is not in it yet must not look as if it were not issued.
        Instant completeAt = complete ? check.head().at() : from.completeAt();
        replica.apply(
                page.changes(),
                new ReplicaHead(
                        check.epoch(),
                        sequence,
                        check.head().chain(),
                        check.head().at(),
                        completeAt),
                check.note());
    }

    private void takeSnapshot() throws IOException, InterruptedException, FeedRefused {
        try {
            snapshot.into(replica);
            LOG.info(
                    "Took the registry of change {} from a snapshot",
                    replica.head().sequence());
        } catch (IOException | FeedRefused e) {
            // The changes one by one lead there too, only slower.
            snapshotFailed = true;
            throw e;
        }
    }

    private static boolean isNdjson(HubAnswer answer) {
        String type = answer.header("Content-Type");
        return type != null && type.contains("ndjson");
    }

    private static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }
}
