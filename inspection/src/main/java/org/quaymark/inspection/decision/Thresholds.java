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
    /** The third try on two devices: the second {@code RESCAN} stands before it. */
    public static final Thresholds STANDARD =
            new Thresholds(Duration.ofHours(24), Duration.ofDays(7), 15, 50, 900, 3, 2);
}
