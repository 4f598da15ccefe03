package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void takesWhatMakesSense() {
        assertDoesNotThrow(() -> new Thresholds(DAY, DAY, 0, 0, 1, 1, 1));
        assertDoesNotThrow(
                () -> new Thresholds(Duration.ofDays(366), Duration.ofDays(366), 1_000, 1_000_000, 100_000, 100, 100));
        assertDoesNotThrow(() -> new Thresholds(Duration.ofNanos(1), DAY, 0, 0, 1, 1, 1));
    }

    @Test
    void refusesWhatDoesNotAndNamesIt() {
        refuses("stale-after is not above 0 and at most 366 days", Duration.ZERO, DAY, 15, 50, 900, 3, 2);
        refuses("stale-after is not above 0 and at most 366 days", DAY.negated(), DAY, 15, 50, 900, 3, 2);
        refuses(
                "stale-after is not above 0 and at most 366 days",
                Duration.ofDays(367),
                Duration.ofDays(367),
                15,
                50,
                900,
                3,
                2);
        refuses("unsafe-after is more than 366 days", DAY, Duration.ofDays(367), 15, 50, 900, 3, 2);
        refuses("unsafe-after is shorter than stale-after", DAY, Duration.ofHours(23), 15, 50, 900, 3, 2);
        refuses("weight-percent is not from 0 to 1000: -1", DAY, DAY, -1, 50, 900, 3, 2);
        refuses("weight-percent is not from 0 to 1000: 1001", DAY, DAY, 1_001, 50, 900, 3, 2);
        refuses("weight-grams is not from 0 to 1000000: -1", DAY, DAY, 15, -1, 900, 3, 2);
        refuses("travel-kilometres-per-hour is not from 1 to 100000: 0", DAY, DAY, 15, 50, 0, 3, 2);
        refuses("rescans-before-review is not from 1 to 100: 0", DAY, DAY, 15, 50, 900, 0, 2);
        refuses("devices-before-review is not from 1 to 100: 0", DAY, DAY, 15, 50, 900, 3, 0);
    }

    private static void refuses(
            String reason,
            Duration stale,
            Duration unsafe,
            int percent,
            int grams,
            int speed,
            int rescans,
            int devices) {
        assertEquals(
                reason,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Thresholds(stale, unsafe, percent, grams, speed, rescans, devices))
                        .getMessage());
    }
}
