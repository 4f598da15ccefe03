package org.quaymark.edge.journal;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the journal is and how full; who follows it waits here. Thread-safe. */
final class JournalGauge {
    static final String DISK_FULL = "the disk is full: there is room for receipts only";
    static final String LIMIT = "the journal has reached its limit";

    private static final Logger LOG = LoggerFactory.getLogger(JournalGauge.class);

    private final long limitBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();

    private long sequence;
    private long acknowledged;
    private long backlogBytes;
    private long notRecorded;
    private long lost;
    private int warned;
    private @Nullable String problem;
    private @Nullable String damage;
    private final Unrecorded unrecorded;

    JournalGauge(long limitBytes, Unrecorded unrecorded) {
        this.limitBytes = limitBytes;
        this.unrecorded = unrecorded;
    }

    /** Reads off how far a journal is that was opened, begun anew or given its next generation. */
    void begin(JournalStore store) throws SQLException {
        JournalStore.Row last = store.last();
        long confirmed = store.acknowledged();
        long bytes = store.bytesBetween(confirmed, Long.MAX_VALUE);
        byte[] damaged = store.setting(JournalStore.DAMAGE);
        lock.lock();
        try {
            sequence = last == null ? 0 : last.sequence();
            acknowledged = confirmed;
            backlogBytes = bytes;
            damage = damaged == null ? null : new String(damaged, StandardCharsets.UTF_8);
            warn();
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    JournalState state() {
        lock.lock();
        try {
            return new JournalState(
                    sequence,
                    acknowledged,
                    backlogBytes,
                    limitBytes,
                    notRecorded,
                    unrecorded.size(),
                    lost,
                    problem,
                    damage);
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

    void committed(long newSequence, long bytes, boolean diskFull) {
        lock.lock();
        try {
            sequence = newSequence;
            backlogBytes += bytes;
            problem = diskFull ? DISK_FULL : backlogBytes >= limitBytes ? LIMIT : null;
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
            if (LIMIT.equals(problem) && backlogBytes < limitBytes) {
                problem = null;
            }
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

    /** An entry could not be written at once; whether it is kept in memory. */
    void notRecorded(boolean kept) {
        lock.lock();
        try {
            notRecorded++;
            lost += kept ? 0 : 1;
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
        JournalState now = state();
        int percent = now.percentFull();
        int level = now.warning();
        if (level > warned) {
            LOG.warn(
                    "The journal is {} % full: {} MiB of {} MiB wait for the hub",
                    percent, backlogBytes >> 20, limitBytes >> 20);
        }
        warned = level;
    }
}
