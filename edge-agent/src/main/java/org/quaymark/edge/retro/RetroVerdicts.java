package org.quaymark.edge.retro;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.quaymark.edge.history.Memory;
import org.quaymark.edge.journal.Draft;
import org.quaymark.edge.journal.SqliteJournal;
import org.quaymark.edge.registry.Replica;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.decision.Inspector;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.inspection.registry.Registry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides again what was scanned without a registry or against an old one, as soon as it is fresh: the first verdict stays in the
 * journal as it was, and another one is a new entry. The scanner is not told, because the parcel has left it; the dock page, the
 * journal and by it the hub are.
 *
 * <p>Works off what waits, oldest first and one at a time, on a thread of its own; what changes later is the hub's to find.
 */
public final class RetroVerdicts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RetroVerdicts.class);
    private static final int AT_ONCE = 200;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final long STOP_MILLIS = 3_000;

    private final Inspector inspector;
    private final Replica replica;
    private final Memory memory;
    private final SqliteJournal journal;
    private final BiConsumer<JournalEntry.Sighting, Verdict> told;
    private final Clock clock;
    private final Semaphore changed = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "retro-verdicts");
    private volatile boolean closed;

    /** @param told gets the first verdict's entry and the new verdict, after that is on disk */
    public RetroVerdicts(
            Inspector inspector,
            Replica replica,
            Memory memory,
            SqliteJournal journal,
            BiConsumer<JournalEntry.Sighting, Verdict> told,
            Clock clock) {
        this.inspector = inspector;
        this.replica = replica;
        this.memory = memory;
        this.journal = journal;
        this.told = told;
        this.clock = clock;
    }

    /** Begins. */
    public void start() {
        replica.onChange(() -> {
            if (changed.availablePermits() == 0) {
                changed.release();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!closed) {
            try {
                if (isFresh(replica.current())) {
                    workOff();
                }
                changed.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                changed.drainPermits();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.error("Deciding again failed, trying later: {}", e.getMessage(), e);
                    waitALittle();
                }
            }
        }
    }

    private void waitALittle() {
        try {
            changed.tryAcquire(1 + changed.drainPermits(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isFresh(Registry registry) {
        Instant asOf = registry.asOf();
        Duration stale = inspector.policy().thresholds().staleAfter();
        return asOf != null && Duration.between(asOf, clock.instant()).compareTo(stale) <= 0;
    }

    private void workOff() {
        long after = 0;
        for (List<Long> some = memory.waiting(after, AT_ONCE);
                !some.isEmpty() && !closed;
                some = memory.waiting(after, AT_ONCE)) {
            for (long sequence : some) {
                JournalEntry.Sighting entry = closed ? null : journal.sighting(sequence);
                if (entry != null) {
                    decideAgain(entry);
                }
                if (!closed) {
                    memory.settled(sequence);
                }
                after = sequence;
            }
        }
    }

    private void decideAgain(JournalEntry.Sighting entry) {
        Verdict first = entry.verdict();
        Verdict again = verdict(entry);
        if (!isAnother(again, first)) {
            return;
        }
        try {
            journal.append(new Draft.Retro(entry.scan().id(), again))
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("a verdict given again is not recorded: " + e.getMessage(), e);
        }
        told.accept(entry, again);
    }

    private Verdict verdict(JournalEntry.Sighting entry) {
        long start = System.nanoTime();
        Verdict again = replica.unchanged(state -> inspector.inspect(
                entry.scan(),
                state,
                memory.history().before(entry),
                Locale.forLanguageTag(entry.verdict().locale())));
        return again.answered(clock.instant(), (System.nanoTime() - start) / 1_000);
    }

    /** Whether it says something else than that the registry is there now. */
    private static boolean isAnother(Verdict again, Verdict first) {
        return again.verdict() != first.verdict() || !found(again).equals(found(first));
    }

    private static List<FindingCode> found(Verdict verdict) {
        return verdict.findings().stream()
                .map(Finding::code)
                .filter(code -> code != FindingCode.REGISTRY_STALE && code != FindingCode.REGISTRY_ABSENT)
                .toList();
    }

    @Override
    public void close() {
        closed = true;
        // Not interrupted: an entry that is being written is written.
        changed.release();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
