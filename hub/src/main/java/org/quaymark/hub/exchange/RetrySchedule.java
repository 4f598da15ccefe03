package org.quaymark.hub.exchange;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When a delivery is tried again: Standard Webhooks 1.0.0, section "Deliverability and reliability". */
final class RetrySchedule {
    private static final List<Duration> WAITS = List.of(
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private RetrySchedule() {}

    /** How often a delivery is tried at most. */
    static int attempts() {
        return WAITS.size();
    }

    /**
     * How long to wait after the {@code made}th attempt failed, or null where it was the last one. Up to a tenth is added
     * at random: a receiver that comes back must not meet all of its deliveries in one instant.
     */
    static @Nullable Duration waitAfter(int made, RandomGenerator random) {
        if (made >= WAITS.size()) {
            return null;
        }
        Duration wait = WAITS.get(made);
        long jitterMillis = (long) (wait.toMillis() / 10.0 * random.nextDouble());
        return wait.plusMillis(jitterMillis);
    }
}
