package org.quaymark.edge.uplink;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after failures: doubling, with full jitter, so that a thousand edges do not come back at once. */
public final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MAX_DOUBLINGS = 10;

    private final RandomGenerator random;
    private int failures;

    /** Nothing failed yet. */
    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** It worked. */
    public void reset() {
        failures = 0;
    }

    /** It failed: the time to wait, at most 30 s. */
    public Duration next() {
        long bound = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, MAX_DOUBLINGS));
        failures++;
        return Duration.ofMillis(1 + random.nextLong(bound));
    }
}
