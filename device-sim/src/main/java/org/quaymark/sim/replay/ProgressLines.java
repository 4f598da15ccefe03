package org.quaymark.sim.replay;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A line every few seconds, for logs. */
final class ProgressLines implements Progress {
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final String task;
    private final long total;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong nextNanos = new AtomicLong(System.nanoTime() + EVERY_NANOS);

    ProgressLines(String task, long total) {
        this.task = task;
        this.total = total;
    }

    @Override
    public void step() {
        long now = System.nanoTime();
        long due = nextNanos.get();
        long count = done.incrementAndGet();
        if (now - due >= 0 && nextNanos.compareAndSet(due, now + EVERY_NANOS)) {
            say(count);
        }
    }

    @Override
    public void close() {
        say(done.get());
    }

    private void say(long count) {
        System.err.printf("%s: %,d of %,d (%d %%)%n", task, count, total, total == 0 ? 100 : 100 * count / total);
    }
}
