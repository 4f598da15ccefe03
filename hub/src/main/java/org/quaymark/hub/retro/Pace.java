package org.quaymark.hub.retro;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.quaymark.hub.intake.BatchArrivals;

/**
 * Has deciding again give way: it writes no more at a time than takes about {@value #WRITE_MILLIS} ms, because the other writers
 * wait for that, and while journals come in it rests nine times as long as it worked.
 */
@Singleton
final class Pace {
    private static final long BUSY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long RESTS = 9;
    private static final int WRITE_MILLIS = 25;
    /** Less would be spent on the transaction itself where the disk is slow. */
    private static final int LEAST = 10;
    /** As many as a lookup by keys takes in one query. */
    private static final int MOST = 200;

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final CountDownLatch stopped = new CountDownLatch(1);
    /** Of the one thread that decides again. */
    private int atOnce = LEAST;

    private volatile long lastArrival = System.nanoTime() - BUSY_NANOS;

    Pace(BatchArrivals arrivals) {
        arrivals.listen(() -> lastArrival = System.nanoTime());
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** How many changed verdicts a transaction may write. */
    int atOnce() {
        return atOnce;
    }

    /** Notes how long a transaction with so many took, and rests after it. */
    void wrote(int count, long nanos) {
        long fits = count * TimeUnit.MILLISECONDS.toNanos(WRITE_MILLIS) / Math.max(1, nanos);
        // slowly up, so that one that was lucky does not make the next one long
        atOnce = (int) Math.max(LEAST, Math.min(MOST, Math.min(fits, 2L * atOnce)));
        worked(nanos);
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
