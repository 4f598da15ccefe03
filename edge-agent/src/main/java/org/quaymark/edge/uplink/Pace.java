package org.quaymark.edge.uplink;

import java.time.Duration;

/**
 * How much goes into a batch and when the next may go: about a second of what the link carries, so that a hold never waits
 * longer than that for what is in the same batch; and no more bytes a second than the edge was given. Used by the uplink's
 * thread only.
 */
final class Pace {
    private static final int FIRST_ENTRIES = 500;
    private static final int MOST_ENTRIES = 2_000;
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(2);

    private final long bytesPerSecond;
    private int entries = FIRST_ENTRIES;
    private double bytesPerEntry = 1_024;

    /** @param bytesPerSecond on the wire, compressed; 0 for as many as there are */
    Pace(long bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    /** How many entries the next batch may have. */
    int entries() {
        if (bytesPerSecond == 0) {
            return entries;
        }
        return (int) Math.max(1, Math.min(entries, bytesPerSecond / bytesPerEntry));
    }

    /** A batch was taken; how long to wait before the next. */
    Duration taken(int count, long wireBytes, Duration took) {
        if (took.compareTo(SHORT) < 0) {
            entries = Math.min(MOST_ENTRIES, entries * 2);
        } else if (took.compareTo(LONG) > 0) {
            entries = Math.max(1, entries / 2);
        }
        bytesPerEntry = Math.max(1, (double) wireBytes / Math.max(1, count));
        if (bytesPerSecond == 0) {
            return Duration.ZERO;
        }
        Duration due = Duration.ofNanos((long) (wireBytes * 1e9 / bytesPerSecond));
        return due.compareTo(took) > 0 ? due.minus(took) : Duration.ZERO;
    }

    /** No answer came: smaller pieces get through where large ones do not. */
    void failed() {
        entries = Math.max(1, entries / 2);
    }

    /** A batch of so many was too large. */
    void tooLarge(int count) {
        entries = Math.max(1, count / 2);
    }
}
