package org.quaymark.hub.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** What was taken in, in figures. Thread-safe. */
@Singleton
final class IntakeMetrics {
    private static final Duration ALARM_AGAIN = Duration.ofMinutes(10);

    private final Counter entries;
    private final Counter quarantined;
    private final Counter forks;
    private final Counter gaps;
    private final Counter sameScans;
    private final Map<String, Instant> alarms = new ConcurrentHashMap<>();

    IntakeMetrics(MeterRegistry registry) {
        entries = registry.counter("quaymark.intake.entries");
        quarantined = registry.counter("quaymark.intake.quarantined");
        forks = registry.counter("quaymark.intake.forks");
        gaps = registry.counter("quaymark.intake.gaps");
        sameScans = registry.counter("quaymark.intake.same.scans");
    }

    void gap() {
        gaps.increment();
    }

    void taken(long count, int unreadable, int again) {
        sameScans.increment(again);
        entries.increment(count);
        quarantined.increment(unreadable);
    }

    /** Counts a fork. Whether the ledger should have it: an edge that tries on is on it every ten minutes. */
    boolean forked(String edge, Instant now) {
        forks.increment();
        AtomicBoolean tell = new AtomicBoolean();
        alarms.compute(edge, (id, last) -> {
            boolean due = last == null || now.isAfter(last.plus(ALARM_AGAIN));
            tell.set(due);
            return due || last == null ? now : last;
        });
        return tell.get();
    }
}
