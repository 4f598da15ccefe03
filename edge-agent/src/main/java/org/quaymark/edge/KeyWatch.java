package org.quaymark.edge;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.uplink.EdgeIdentity;
import org.quaymark.edge.uplink.HubClient;
import org.quaymark.edge.uplink.KeyChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes the edge's key when it is asked to, and goes on with a change that an end of the process interrupted. */
final class KeyWatch implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(KeyWatch.class);
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final String edge;
    private final KeyRequests requests;
    private final KeyChange change;
    private final HubClient client;
    private final Consumer<EdgeIdentity> changed;

    // Valid for the run: what was said last.
    private @Nullable String problem;

    /** Whoever signs is told of the next key. */
    KeyWatch(String edge, KeyRequests requests, KeyChange change, HubClient client, Consumer<EdgeIdentity> changed) {
        this.edge = edge;
        this.requests = requests;
        this.change = change;
        this.client = client;
        this.changed = changed;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                look();
                problem = null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException | RuntimeException e) {
                if (!String.valueOf(e.getMessage()).equals(problem)) {
                    problem = String.valueOf(e.getMessage());
                    LOG.warn("The edge's key is not changed yet: {}", problem);
                }
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private void look() throws IOException, InterruptedException {
        if (requests.isAsked()) {
            change.begin(edge);
            requests.done();
        }
        if (change.isBegun()) {
            EdgeIdentity identity = change.finish(client);
            changed.accept(identity);
            LOG.info(
                    "The edge has a new key, and the hub knows it: {}",
                    identity.key().verifyingKey());
        }
    }
}
