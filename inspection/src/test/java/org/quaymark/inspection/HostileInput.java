package org.quaymark.inspection;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * Holds what handles a stranger's input to a time, and to giving its memory back. One for each fuzz target, for all of its
 * inputs; not thread-safe.
 */
public final class HostileInput {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Code that is not compiled yet, or a pause of the machine, is no fault of the input: only what is slow every time is. */
    private static final int TRIES = 20;

    private static final int INPUTS_BETWEEN_MEASURES = 5_000;
    private static final long GROWTH_BYTES = 64L << 20;

    private final Duration limit;
    private long inputs;
    private long usedAtFirst;

    /** Of processor time. */
    public HostileInput(Duration limit) {
        this.limit = limit;
    }

    /** @throws AssertionError where it takes longer than the limit each time, or memory has grown */
    public void handle(Runnable handling) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && fastest > limit.toNanos(); i++) {
            long started = THREADS.getCurrentThreadCpuTime();
            handling.run();
            fastest = Math.min(fastest, THREADS.getCurrentThreadCpuTime() - started);
        }
        if (fastest > limit.toNanos()) {
            throw new AssertionError("took " + fastest / 1_000_000 + " ms, at least, of " + limit.toMillis());
        }
        if (++inputs % INPUTS_BETWEEN_MEASURES == 0) {
            checkMemory();
        }
    }

    private void checkMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        if (usedAtFirst == 0) {
            usedAtFirst = used;
        } else if (used > usedAtFirst + GROWTH_BYTES) {
            throw new AssertionError("memory grew from " + usedAtFirst + " to " + used + " bytes");
        }
    }
}
