package org.quaymark.edge.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The single writer. A commit starts as soon as the last one ended and takes everything that waits: under load the
 * groups grow by themselves, without it nobody waits for a timer. What cannot be written is kept in memory and tried again, four
 * times a second, before what is new.
 */
final class GroupCommit implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    static final int MAX_GROUP = 1_024;
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Recorder recorder;
    private final BlockingQueue<Pending> queue;
    private final Unrecorded unrecorded;
    private final JournalGauge gauge;
    private final DistributionSummary groupSize;
    private final Timer commitTime;

    // Of the disk: why it does not take anything, and when it is worth another try.
    private @Nullable String broken;
    private long retryAt;

    GroupCommit(
            Recorder recorder,
            BlockingQueue<Pending> queue,
            Unrecorded unrecorded,
            JournalGauge gauge,
            MeterRegistry meters) {
        this.recorder = recorder;
        this.queue = queue;
        this.unrecorded = unrecorded;
        this.gauge = gauge;
        this.groupSize =
                DistributionSummary.builder("quaymark.journal.commit.entries").register(meters);
        this.commitTime = Timer.builder("quaymark.journal.commit").register(meters);
    }

    @Override
    public void run() {
        List<Pending> group = new ArrayList<>(MAX_GROUP);
        boolean open = true;
        boolean progress = false;
        while (open) {
            try {
                Pending first = recorder.isBehind()
                        ? queue.poll(progress ? 0 : RETRY_NANOS, TimeUnit.NANOSECONDS)
                        : queue.take();
                if (first != null) {
                    group.add(first);
                }
            } catch (InterruptedException e) {
                // Closing goes by the Stop that is put on the queue, so that nothing in front of it is lost.
                continue;
            }
            queue.drainTo(group, MAX_GROUP - 1);
            open = !group.removeIf(p -> p == SqliteJournal.STOP);
            progress = commit(group, !open) && !recorder.lacksRoom();
            group.clear();
        }
        while (unrecorded.size() > 0 && broken == null) {
            int before = unrecorded.size();
            commit(group, true);
            if (unrecorded.size() == before) {
                break;
            }
        }
        if (unrecorded.size() > 0) {
            LOG.error("{} answered scans could not be recorded before the end and are lost", unrecorded.size());
        }
        recorder.close();
    }

    /** Whether it was committed. */
    private boolean commit(List<Pending> group, boolean last) {
        if (broken != null && System.nanoTime() - retryAt < 0 && !last) {
            putAside(group, broken);
            return false;
        }
        if (group.isEmpty() && !recorder.isBehind()) {
            return true;
        }
        long start = System.nanoTime();
        List<@Nullable Appended> outcomes;
        try {
            outcomes = recorder.record(group);
        } catch (SQLException | IOException | RuntimeException e) {
            String reason = "writing the journal failed: " + e.getMessage();
            if (broken == null) {
                LOG.error("Writing the journal failed; verdicts go on, what they say is kept in memory", e);
            }
            broken = reason;
            retryAt = System.nanoTime() + RETRY_NANOS;
            gauge.failed(reason);
            recorder.failed(e);
            putAside(group, reason);
            return false;
        }
        if (broken != null && !recorder.lacksRoom()) {
            LOG.warn("The journal can be written again");
            broken = null;
        }
        if (!group.isEmpty()) {
            commitTime.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            groupSize.record(group.size());
        }
        for (int i = 0; i < group.size(); i++) {
            complete(group.get(i), outcomes.get(i));
        }
        return true;
    }

    private void complete(Pending pending, @Nullable Appended outcome) {
        try {
            if (pending instanceof Pending.Change change) {
                change.done().complete(null);
            } else if (pending instanceof Pending.Append append) {
                if (outcome == null) {
                    keep(append);
                } else if (outcome.sequence() < 0) {
                    append.fail("it cannot be written as JSON");
                } else {
                    append.done().complete(outcome);
                }
            }
        } catch (RuntimeException e) {
            LOG.error("What follows a commit failed", e);
        }
    }

    private void putAside(List<Pending> group, String reason) {
        for (Pending pending : group) {
            try {
                if (pending instanceof Pending.Append append) {
                    keep(append);
                } else {
                    pending.fail(reason);
                }
            } catch (RuntimeException e) {
                LOG.error("What follows a failed commit failed", e);
            }
        }
    }

    /** Answers without the disk: the verdict goes out, marked as not recorded. */
    private void keep(Pending.Append append) {
        append.done().complete(recorder.keep(append));
    }

    /** Of a group's entry that can never be written. */
    static Appended unwritable(JsonProcessingException e) {
        LOG.error("An entry cannot be written as JSON", e);
        return new Appended(-1, false, null);
    }
}
