package org.quaymark.edge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Verdict;

/**
 * A new edge says that it is ready only once its first replica has come, so that nobody's first scan is UNCHECKED for want of
 * a second's patience. It does not wait for ever: a hub that cannot be reached must not keep a dock from working.
 */
final class FirstReplica {
    /** How long a new edge waits for its hub before it works without. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Supplier<Verdict.RegistryState> registry;
    private final boolean expected;
    private final Clock clock;
    private final Instant started;

    FirstReplica(Supplier<Verdict.RegistryState> registry, boolean expected, Clock clock) {
        this.registry = registry;
        this.expected = expected;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** Why the edge is not ready yet, null where it is. */
    @Nullable
    String problem() {
        boolean vouchedFor = registry.get().ageSeconds() >= 0;
        return !expected || vouchedFor || clock.instant().isAfter(started.plus(PATIENCE))
                ? null
                : "waiting for the first replica of the registry";
    }
}
