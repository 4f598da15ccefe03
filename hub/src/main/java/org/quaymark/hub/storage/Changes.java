package org.quaymark.hub.storage;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who wait in this process that a log has grown: at once where this process wrote it, within a tenth of a
 * second where another hub process did. Thread-safe.
 */
@Singleton
public final class Changes {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final long POLL_MILLIS = 100;

    private final Database database;
    private final Map<String, Long> latest = new ConcurrentHashMap<>();
    private final Map<String, List<LongConsumer>> listeners = new ConcurrentHashMap<>();
    private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "hub-changes");
        thread.setDaemon(true);
        return thread;
    });
    private boolean failing;

    Changes(Database database) {
        this.database = database;
    }

    /** Starts looking at what other hub processes write. */
    public void start() {
        poller.scheduleWithFixedDelay(this::poll, 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A listener's handle. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        /** No further calls, but one that is under way. */
        @Override
        void close();
    }

    /** Has a listener called with the new sequence whenever the head of that name grows. It must not block. */
    public Listening listen(String head, LongConsumer listener) {
        List<LongConsumer> all = listeners.computeIfAbsent(head, name -> new CopyOnWriteArrayList<>());
        all.add(listener);
        return () -> all.remove(listener);
    }

    /** The head's sequence as far as this process knows, 0 where it knows nothing yet. */
    public long latest(String head) {
        return latest.getOrDefault(head, 0L);
    }

    void advanced(String head, long sequence) {
        long known = latest.merge(head, sequence, Math::max);
        if (known == sequence) {
            listeners.getOrDefault(head, List.of()).forEach(listener -> listener.accept(sequence));
        }
    }

    private void poll() {
        try {
            for (Head head : database.read(Heads::all)) {
                if (head.sequence() > latest(head.name())) {
                    advanced(head.name(), head.sequence());
                }
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("Cannot see what other hub processes write; trying on: {}", e.toString());
            }
            failing = true;
        }
    }

    @PreDestroy
    void stop() {
        poller.shutdown();
        try {
            // not interrupted: that would break the connection it reads with
            if (!poller.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("The look at what other hub processes write does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
