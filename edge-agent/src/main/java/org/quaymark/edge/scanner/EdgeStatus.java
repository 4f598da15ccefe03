package org.quaymark.edge.scanner;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.process.json.Json;

/** What the edge says of itself on its status topic. Used from one thread. */
final class EdgeStatus {
    private static final long REFRESH_NANOS = 30_000_000_000L;
    private static final int MOST_DEVICES = 500;

    private final Supplier<Verdict.RegistryState> registry;
    private final LongSupplier backlog;
    private final DeviceCounts counts;
    private long saidAt;
    private @Nullable Said said;

    EdgeStatus(Supplier<Verdict.RegistryState> registry, LongSupplier backlog, DeviceCounts counts) {
        this.registry = registry;
        this.backlog = backlog;
        this.counts = counts;
    }

    /** The message to publish now, null where nothing changed and the last one is young. */
    byte @Nullable [] due(boolean force) {
        Verdict.RegistryState state = registry.get();
        long waiting = backlog.getAsLong();
        Said now = new Said(state.sequence(), waiting == 0);
        if (!force && now.equals(said) && System.nanoTime() - saidAt < REFRESH_NANOS) {
            return null;
        }
        said = now;
        saidAt = System.nanoTime();
        return write(new Message(true, state.sequence(), state.ageSeconds(), waiting, devices()));
    }

    /** The message for an edge that stops in order. */
    byte[] offline() {
        Verdict.RegistryState state = registry.get();
        return write(new Message(false, state.sequence(), state.ageSeconds(), backlog.getAsLong(), devices()));
    }

    private Map<String, Device> devices() {
        Map<String, Device> devices = new TreeMap<>();
        counts.snapshot().forEach((name, count) -> {
            if (devices.size() < MOST_DEVICES) {
                devices.put(name, new Device(count.unreadable(), count.repaired()));
            }
        });
        return devices;
    }

    private static byte[] write(Message message) {
        try {
            return Json.LENIENT.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing the edge's status", e);
        }
    }

    private record Said(long sequence, boolean drained) {}

    private record Device(long unreadable, long repaired) {}

    private record Message(
            boolean online,
            long registrySequence,
            long registryAgeSeconds,
            long backlog,
            Map<String, Device> devices) {}
}
