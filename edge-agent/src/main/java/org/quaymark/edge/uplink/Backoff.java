package org.quaymark.edge.uplink;

import java.net.ConnectException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long to wait after failures: doubling, with full jitter, so that a thousand edges do not come back at once. */
public final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REFUSED = Duration.ofSeconds(5);
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

    /**
     * It failed: the time to wait. At most 5 s where nobody listens at the other end, for asking costs next to nothing then and a
     * hub that is back should hear of the docks at once; at most 30 s where somebody does.
     */
    public Duration next(@Nullable Throwable why) {
        return next(isRefused(why) ? LONGEST_REFUSED : LONGEST);
    }

    /** It failed: the time to wait, at most 30 s. */
    public Duration next() {
        return next(LONGEST);
    }

    private static boolean isRefused(@Nullable Throwable why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return true;
            }
        }
        return false;
    }

    private Duration next(Duration longest) {
        long bound = Math.min(longest.toMillis(), FIRST.toMillis() << Math.min(failures, MAX_DOUBLINGS));
        failures++;
        return Duration.ofMillis(1 + random.nextLong(bound));
    }
}
