package org.quaymark.sim.score;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * Latencies in microseconds.
 *
 * @param count how many were measured
 */
public record Latencies(long count, long p50, long p90, long p99, long p999, long max) {

    /** Of a histogram of microseconds. */
    public static Latencies of(Histogram micros) {
        return new Latencies(
                micros.getTotalCount(),
                micros.getValueAtPercentile(50),
                micros.getValueAtPercentile(90),
                micros.getValueAtPercentile(99),
                micros.getValueAtPercentile(99.9),
                micros.getMaxValue());
    }

    /** For people: {@code p50 1.2 ms, p90 …}. */
    @Override
    public String toString() {
        return "p50 %s, p90 %s, p99 %s, p99.9 %s, max %s"
                .formatted(millis(p50), millis(p90), millis(p99), millis(p999), millis(max));
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%.2f ms", micros / 1_000.0);
    }
}
