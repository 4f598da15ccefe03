package org.quaymark.hub.retro;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** Deciding again in figures. Thread-safe. */
@Singleton
final class RetroMetrics {
    private final Counter decided;
    private final Counter changed;
    private final Counter released;
    private final AtomicLong left;
    private final AtomicLong behind;

    RetroMetrics(MeterRegistry registry) {
        decided = registry.counter("quaymark.retro.decided");
        changed = registry.counter("quaymark.retro.changed");
        released = registry.counter("quaymark.retro.released");
        left = registry.gauge("quaymark.retro.sightings.left", new AtomicLong());
        behind = registry.gauge("quaymark.retro.changes.left", new AtomicLong());
    }

    void decided(int sightings, RetroWriter.Written written) {
        decided.increment(sightings);
        changed.increment(written.changed());
        released.increment(written.released());
    }

    /** How much there is left to do. */
    void left(long sightings, long changes) {
        left.set(sightings);
        behind.set(changes);
    }
}
