package org.quaymark.inspection.decision;

import java.time.Duration;

/**
 * The numbers of a policy.
 *
 * @param staleAfter age of the replica from which it is said to be stale
 * @param unsafeAfter age from which what would pass is decided again later
 * @param weightPercent how far a measured mass may be off, in percent of the expected one
 * @param weightGrams and in grams: both must be exceeded
 * @param travelKilometresPerHour as fast as goods can be
 */
public record Thresholds(
        Duration staleAfter,
        Duration unsafeAfter,
        int weightPercent,
        int weightGrams,
        int travelKilometresPerHour,
        int rescansBeforeReview,
        int devicesBeforeReview) {
    private static final Duration LONGEST = Duration.ofDays(366);

    /** The third try on two devices: the second {@code RESCAN} stands before it. */
    public static final Thresholds STANDARD =
            new Thresholds(Duration.ofHours(24), Duration.ofDays(7), 15, 50, 900, 3, 2);

    /** @throws IllegalArgumentException when a number makes no sense, with its name in the policy file */
    public Thresholds {
        check(!staleAfter.isZero() && isSensible(staleAfter), "stale-after is not above 0 and at most 366 days");
        check(isSensible(unsafeAfter), "unsafe-after is more than 366 days");
        check(unsafeAfter.compareTo(staleAfter) >= 0, "unsafe-after is shorter than stale-after");
        within(weightPercent, 0, 1_000, "weight-percent");
        within(weightGrams, 0, 1_000_000, "weight-grams");
        within(travelKilometresPerHour, 1, 100_000, "travel-kilometres-per-hour");
        within(rescansBeforeReview, 1, 100, "rescans-before-review");
        within(devicesBeforeReview, 1, 100, "devices-before-review");
    }

    private static boolean isSensible(Duration duration) {
        return !duration.isNegative() && duration.compareTo(LONGEST) <= 0;
    }

    private static void within(int value, int least, int most, String name) {
        check(value >= least && value <= most, name + " is not from " + least + " to " + most + ": " + value);
    }

    private static void check(boolean sense, String reason) {
        if (!sense) {
            throw new IllegalArgumentException(reason);
        }
    }
}
