package org.quaymark.edge.journal;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the journal is and how full; who follows it waits here. Thread-safe. */
final class JournalGauge {
    private static final Logger LOG = LoggerFactory.getLogger(JournalGauge.class);
    private static final int[] WARN_AT_PERCENT = {70, 85, 95};

    private final long limitBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();

    private long sequence;
    private long acknowledged;
    private long backlogBytes;
    private long notRecorded;
    private int warned;
    private @Nullable String problem;

    JournalGauge(long limitBytes, long sequence, long acknowledged, long backlogBytes) {
        this.limitBytes = limitBytes;
        this.sequence = sequence;
        this.acknowledged = acknowledged;
        this.backlogBytes = backlogBytes;
    }

    JournalState state() {
        lock.lock();
        try {
            return new JournalState(sequence, acknowledged, backlogBytes, limitBytes, notRecorded, problem);
        } finally {
            lock.unlock();
        }
    }

    long backlogBytes() {
        lock.lock();
        try {
            return backlogBytes;
        } finally {
            lock.unlock();
        }
    }

    boolean full(long withBytes) {
        return backlogBytes() + withBytes >= limitBytes;
    }

    void committed(long newSequence, long bytes) {
        lock.lock();
        try {
            sequence = newSequence;
            backlogBytes += bytes;
            problem = backlogBytes >= limitBytes ? "the journal has reached its limit" : null;
            warn();
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void acknowledged(long through, long bytesFreed) {
        lock.lock();
        try {
            acknowledged = through;
            backlogBytes -= bytesFreed;
            warn();
        } finally {
            lock.unlock();
        }
    }

    void failed(String reason) {
        lock.lock();
        try {
            problem = reason;
        } finally {
            lock.unlock();
        }
    }

    void notRecorded() {
        lock.lock();
        try {
            notRecorded++;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is an entry after that number; false where there is none in time. */
    boolean awaitAfter(long number, Duration atMost) throws InterruptedException {
        long nanos = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (sequence <= number && nanos > 0) {
                nanos = advanced.awaitNanos(nanos);
            }
            return sequence > number;
        } finally {
            lock.unlock();
        }
    }

    private void warn() {
        int percent = (int) (backlogBytes * 100 / limitBytes);
        int level = 0;
        for (int at : WARN_AT_PERCENT) {
            level = percent >= at ? at : level;
        }
        if (level > warned) {
            LOG.warn(
                    "The journal is {} % full: {} MiB of {} MiB wait for the hub",
                    percent, backlogBytes >> 20, limitBytes >> 20);
        }
        warned = level;
    }
}
