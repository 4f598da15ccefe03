package org.quaymark.edge.journal;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages set aside, on disk before the broker is told that they are dealt with. At most {@value #MOST} of them and 64 MiB
 * together: then the oldest goes, which is counted and logged. Thread-safe.
 */
public final class DeadLetters {
    /** How many are kept. */
    public static final int MOST = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final long MOST_BYTES = 64L << 20;

    private final SqliteJournal journal;
    private final LongAdder dropped = new LongAdder();

    DeadLetters(SqliteJournal journal) {
        this.journal = journal;
    }

    /** Keeps a letter; the stage fails where it cannot be written. */
    public CompletionStage<@Nullable Void> put(DeadLetter letter) {
        return journal.change(store -> {
            int gone = store.deadLetters().insert(letter, MOST, MOST_BYTES);
            if (gone > 0) {
                dropped.add(gone);
                LOG.error("{} dead letters were dropped to make room: look at the page /dead-letters", gone);
            }
        });
    }

    /** Newest first. */
    public List<DeadLetter> newest(int limit) {
        return Objects.requireNonNull(
                journal.read(store -> store.deadLetters().newest(limit), "reading the dead letters"));
    }

    /** One letter, null where there is none of that number. */
    public @Nullable DeadLetter find(long id) {
        return journal.read(store -> store.deadLetters().find(id), "reading dead letter " + id);
    }

    /** How many wait for a person. */
    public long count() {
        Long count = journal.read(store -> store.deadLetters().count(), "counting the dead letters");
        return count == null ? 0 : count;
    }

    /** How many were dropped to make room since the start. */
    public long dropped() {
        return dropped.sum();
    }

    /** Takes a letter out: it was answered after all, or a person gave it up. False where there is none of that number. */
    public CompletableFuture<Boolean> remove(long id) {
        boolean[] removed = {false};
        return journal.change(store -> removed[0] = store.deadLetters().delete(id))
                .thenApply(nothing -> removed[0]);
    }

    /** It was tried again and failed again. */
    public CompletableFuture<@Nullable Void> failedAgain(long id, String reason) {
        return journal.change(store -> store.deadLetters().failedAgain(id, reason));
    }
}
