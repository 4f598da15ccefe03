package org.quaymark.hub.retro;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.quaymark.hub.intake.BatchArrivals;

/** Has deciding again give way: while journals come in, it rests three times as long as it worked. */
@Singleton
final class Pace {
    private static final long BUSY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long RESTS = 3;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile long lastArrival = System.nanoTime() - BUSY_NANOS;

    Pace(BatchArrivals arrivals) {
        arrivals.listen(() -> lastArrival = System.nanoTime());
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Rests after work that took so long, where others have work to do. */
    void worked(long nanos) {
        if (System.nanoTime() - lastArrival >= BUSY_NANOS) {
            return;
        }
        try {
            if (stopped.await(Math.min(RESTS * nanos, LONGEST_NANOS), TimeUnit.NANOSECONDS)) {
                // stopping: whoever works looks at that himself
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }
}
