package org.quaymark.edge.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.log.HashChain;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.process.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The single writer. A commit starts as soon as the last one ended and takes everything that waits: under load the
 * groups grow by themselves, without it nobody waits for a timer.
 */
final class GroupCommit implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int MAX_GROUP = 1_024;

    private final JournalStore store;
    private final BlockingQueue<Pending> queue;
    private final RecentAnswers recent;
    private final JournalGauge gauge;
    private final Clock clock;
    private final DistributionSummary groupSize;
    private final Timer commitTime;
    private final Counter notRecorded;

    // Valid between two transactions.
    private HashChain chain;
    private long sequence;

    GroupCommit(
            JournalStore store,
            BlockingQueue<Pending> queue,
            RecentAnswers recent,
            JournalGauge gauge,
            Clock clock,
            MeterRegistry meters)
            throws SQLException {
        this.store = store;
        this.queue = queue;
        this.recent = recent;
        this.gauge = gauge;
        this.clock = clock;
        JournalStore.Row last = store.last();
        this.sequence = last == null ? 0 : last.sequence();
        this.chain = last == null ? HashChain.empty() : HashChain.from(last.chain());
        this.groupSize =
                DistributionSummary.builder("quaymark.journal.commit.entries").register(meters);
        this.commitTime = Timer.builder("quaymark.journal.commit").register(meters);
        this.notRecorded = Counter.builder("quaymark.journal.not.recorded").register(meters);
    }

    @Override
    public void run() {
        List<Pending> group = new ArrayList<>(MAX_GROUP);
        boolean open = true;
        while (open) {
            try {
                group.add(queue.take());
            } catch (InterruptedException e) {
                // Closing goes by the Stop that is put on the queue, so that nothing in front of it is lost.
                continue;
            }
            queue.drainTo(group, MAX_GROUP - 1);
            open = !group.removeIf(p -> p == SqliteJournal.STOP);
            if (!group.isEmpty()) {
                long start = System.nanoTime();
                commit(group);
                commitTime.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
                groupSize.record(group.size());
            }
            group.clear();
        }
    }

    private void commit(List<Pending> group) {
        Map<ScanKey, Appended> fresh = new HashMap<>();
        List<@Nullable Appended> outcomes = new ArrayList<>(group.size());
        byte[] headBefore = chain.head();
        long sequenceBefore = sequence;
        try {
            long bytes = 0;
            for (Pending pending : group) {
                if (pending instanceof Pending.Append append) {
                    Appended outcome = known(append.key(), fresh);
                    if (outcome == null && !gauge.full(bytes)) {
                        bytes += write(append);
                        outcome = new Appended(sequence, false, null);
                        if (append.key() != null) {
                            fresh.put(append.key(), asRepeated(append));
                        }
                    }
                    outcomes.add(outcome);
                } else if (pending instanceof Pending.Change change) {
                    change.work().on(store);
                    outcomes.add(null);
                }
            }
            store.commit();
            gauge.committed(sequence, bytes);
        } catch (SQLException | IOException | RuntimeException e) {
            rollBack(headBefore, sequenceBefore);
            gauge.failed("writing the journal failed: " + e.getMessage());
            LOG.error("Writing the journal failed; {} entries are not recorded", group.size(), e);
            group.forEach(pending -> refuse(pending, "writing the journal failed: " + e.getMessage()));
            return;
        }
        fresh.forEach(recent::put);
        for (int i = 0; i < group.size(); i++) {
            complete(group.get(i), outcomes.get(i));
        }
    }

    private void complete(Pending pending, @Nullable Appended outcome) {
        try {
            if (pending instanceof Pending.Change change) {
                change.done().complete(null);
            } else if (outcome == null) {
                refuse(pending, "the journal has reached its limit");
            } else if (pending instanceof Pending.Append append) {
                append.done().complete(outcome);
            }
        } catch (RuntimeException e) {
            LOG.error("What follows a commit failed", e);
        }
    }

    private void refuse(Pending pending, String reason) {
        if (pending instanceof Pending.Append) {
            notRecorded.increment();
            gauge.notRecorded();
        }
        pending.fail(reason);
    }

    private Appended asRepeated(Pending.Append append) {
        Verdict verdict = append.draft() instanceof Draft.Sighting sighting ? sighting.verdict() : null;
        return new Appended(sequence, true, verdict);
    }

    /** The outcome of the same scan before, in this group, in memory or on disk. */
    private @Nullable Appended known(@Nullable ScanKey key, Map<ScanKey, Appended> fresh)
            throws SQLException, IOException {
        if (key == null) {
            return null;
        }
        Appended before = fresh.get(key);
        if (before == null) {
            before = recent.get(key);
        }
        if (before != null) {
            return before;
        }
        JournalStore.Row row = store.byScan(key);
        if (row == null) {
            return null;
        }
        JournalEntry entry = Json.LENIENT.readValue(row.body(), JournalEntry.class);
        return new Appended(
                row.sequence(), true, entry instanceof JournalEntry.Sighting sighting ? sighting.verdict() : null);
    }

    private int write(Pending.Append append) throws SQLException, JsonProcessingException {
        Instant now = clock.instant();
        byte[] body = Json.LENIENT
                .writerFor(JournalEntry.class)
                .writeValueAsBytes(Numbering.entry(append.draft(), sequence + 1, now));
        byte[] link = chain.append(body);
        sequence++;
        store.insert(sequence, now, append.key(), body, link);
        return body.length;
    }

    private void rollBack(byte[] head, long number) {
        chain = HashChain.from(head);
        sequence = number;
        try {
            store.rollback();
        } catch (SQLException e) {
            LOG.error("Rolling back the journal's transaction failed", e);
        }
    }
}
