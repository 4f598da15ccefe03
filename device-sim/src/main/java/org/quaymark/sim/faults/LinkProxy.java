package org.quaymark.sim.faults;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.quaymark.process.settings.Failure;

/** A link between two of our processes that can be cut, or go silent. Thread-safe. */
final class LinkProxy implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;
    private static final int CONNECT_MILLIS = 2_000;

    private final Vertx vertx;
    private final int target;
    private final NetClient client;
    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile long connections;
    private volatile long lastReplyNanos = System.nanoTime();
    private volatile long lastReplyConnection;

    /** Two halves of a connection; what is dropped is read and thrown away, so that neither side notices. */
    private static final class Pair {
        private final long number;
        private final NetSocket near;
        private volatile NetSocket far;
        private volatile boolean silent;

        @SuppressWarnings("NullAway.Init")
        Pair(long number, NetSocket near) {
            this.number = number;
            this.near = near;
        }

        void close() {
            near.close();
            NetSocket other = far;
            if (other != null) {
                other.close();
            }
        }
    }

    /** A link to that port of the loopback address, by a free port of its own. */
    LinkProxy(Vertx vertx, int target) {
        this.vertx = vertx;
        this.target = target;
        this.client =
                vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true).setConnectTimeout(CONNECT_MILLIS));
        try {
            this.port = vertx.createNetServer(new NetServerOptions().setTcpNoDelay(true))
                    .connectHandler(this::connected)
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .actualPort();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted while opening a link", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new Failure("a link to port " + target + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Where the near side connects. */
    int port() {
        return port;
    }

    /** Resets every connection. */
    void cut() {
        pairs.forEach(Pair::close);
    }

    /** Lets every connection go silent, for good; new ones work. */
    void goSilent() {
        pairs.forEach(pair -> pair.silent = true);
    }

    /** How many connections there were so far: those made later have higher numbers. */
    long connections() {
        return connections;
    }

    /** Whether the far side has said something, after that time, on a connection made after so many. */
    boolean repliedSince(long nanos, long after) {
        return lastReplyConnection > after && lastReplyNanos - nanos > 0;
    }

    private synchronized long next() {
        connections++;
        return connections;
    }

    private void connected(NetSocket near) {
        Pair pair = new Pair(next(), near);
        pairs.add(pair);
        near.pause();
        near.closeHandler(closed -> ended(pair));
        near.exceptionHandler(broken -> ended(pair));
        client.connect(target, "127.0.0.1")
                .onSuccess(far -> {
                    pair.far = far;
                    far.closeHandler(closed -> ended(pair));
                    far.exceptionHandler(broken -> ended(pair));
                    carry(pair, near, far, false);
                    carry(pair, far, near, true);
                    near.resume();
                })
                .onFailure(refused -> ended(pair));
    }

    private void carry(Pair pair, NetSocket from, NetSocket to, boolean reply) {
        from.handler((Buffer data) -> {
            if (pair.silent) {
                return;
            }
            if (reply) {
                lastReplyNanos = System.nanoTime();
                lastReplyConnection = Math.max(lastReplyConnection, pair.number);
            }
            to.write(data);
            if (to.writeQueueFull()) {
                from.pause();
                to.drainHandler(drained -> from.resume());
            }
        });
    }

    private void ended(Pair pair) {
        // a silent link does not even tell that the other side is gone
        if (!pair.silent) {
            pairs.remove(pair);
            pair.close();
        } else if (pairs.remove(pair)) {
            vertx.setTimer(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), late -> pair.close());
        }
    }

    @Override
    public void close() {
        cut();
        client.close();
    }
}
