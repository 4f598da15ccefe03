package org.quaymark.sim.replay;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What a run counts. Thread-safe. */
final class Counters {
    private static final long MAX_MICROS = TimeUnit.HOURS.toMicros(1);

    final AtomicInteger repeats = new AtomicInteger();
    final AtomicInteger dropped = new AtomicInteger();
    final AtomicInteger notRecorded = new AtomicInteger();
    final AtomicInteger duplicated = new AtomicInteger();
    final AtomicInteger reordered = new AtomicInteger();
    final AtomicInteger contradictions = new AtomicInteger();
    final Histogram latencies = histogram();

    private final CountDownLatch open;
    private final Progress progress;

    Counters(int scans, Progress progress) {
        this.open = new CountDownLatch(scans);
        this.progress = progress;
    }

    /** Microseconds up to an hour, three digits. */
    private static Histogram histogram() {
        Histogram histogram = new ConcurrentHistogram(MAX_MICROS, 3);
        histogram.setAutoResize(true);
        return histogram;
    }

    /** One more scan has its verdict, or was given up. */
    void settled() {
        progress.step();
        open.countDown();
    }

    void awaitAll() throws InterruptedException {
        open.await();
    }
}
