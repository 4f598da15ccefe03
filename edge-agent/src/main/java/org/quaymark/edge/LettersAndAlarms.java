package org.quaymark.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.dock.Alarm;
import org.quaymark.edge.dock.LetterDesk;
import org.quaymark.edge.journal.DeadLetter;
import org.quaymark.edge.journal.DeadLetters;
import org.quaymark.edge.journal.Draft;
import org.quaymark.edge.journal.JournalState;
import org.quaymark.edge.journal.SqliteJournal;
import org.quaymark.edge.scanner.LetterBox;
import org.quaymark.edge.scanner.Scanners;

/**
 * What a person has to look at: messages set aside, and how the journal is. What becomes of a message that was set aside is
 * journalled, so that the hub knows of it. Thread-safe.
 */
final class LettersAndAlarms implements LetterBox, LetterDesk {
    private final SqliteJournal journal;
    private final DeadLetters letters;
    private final String site;
    private final String edge;
    private final AtomicLong waiting = new AtomicLong();
    private @Nullable Scanners scanners;

    LettersAndAlarms(SqliteJournal journal, String site, String edge) {
        this.journal = journal;
        this.letters = journal.deadLetters();
        this.site = site;
        this.edge = edge;
        waiting.set(letters.count());
    }

    /** Whose messages they are: there only once the letter box is. */
    void tryBy(Scanners those) {
        scanners = those;
    }

    long waiting() {
        return waiting.get();
    }

    @Override
    public CompletionStage<@Nullable Void> put(DeadLetter letter) {
        return letters.put(letter).whenComplete((nothing, failure) -> {
            if (failure == null) {
                tell("dead-letter", waiting.updateAndGet(count -> Math.min(count + 1, DeadLetters.MOST)));
            }
        });
    }

    @Override
    public List<DeadLetter> newest(int limit) {
        return letters.newest(limit);
    }

    @Override
    public CompletionStage<@Nullable String> retry(long id) {
        DeadLetter letter = letters.find(id);
        Scanners those = scanners;
        if (letter == null || those == null) {
            return CompletableFuture.completedFuture("there is no such message");
        }
        return those.retry(letter)
                .thenCompose(failure -> failure == null
                        ? remove(id, "dead-letter-answered").thenApply(gone -> null)
                        : letters.failedAgain(id, failure).thenApply(nothing -> failure));
    }

    @Override
    public CompletionStage<Boolean> dismiss(long id) {
        return remove(id, "dead-letter-dismissed");
    }

    private CompletionStage<Boolean> remove(long id, String state) {
        return letters.remove(id).thenApply(removed -> {
            if (removed) {
                tell(state, waiting.decrementAndGet());
            }
            return removed;
        });
    }

    private void tell(String state, long left) {
        var unused = journal.append(new Draft.EdgeHealth(site, edge, state, Map.of("deadLetters", left)));
    }

    /** What the dock page shows at its top. */
    List<Alarm> alarms() {
        JournalState state = journal.state();
        List<Alarm> alarms = new ArrayList<>();
        if (state.problem() != null) {
            alarms.add(new Alarm("alarm.not-recorded", state.waiting()));
        }
        if (state.lost() > 0) {
            alarms.add(new Alarm("alarm.lost", state.lost()));
        }
        if (state.warning() > 0) {
            alarms.add(new Alarm("alarm.filling", state.percentFull()));
        }
        if (state.damage() != null) {
            alarms.add(new Alarm("alarm.damaged", 0));
        }
        if (waiting.get() > 0) {
            alarms.add(new Alarm("alarm.dead-letters", waiting.get()));
        }
        return alarms;
    }

    /** What an operator reads in the health page while scans go on; null where there is nothing. */
    @Nullable
    String journalWarning() {
        JournalState state = journal.state();
        if (state.damage() != null) {
            return state.damage();
        }
        if (state.lost() > 0) {
            return state.lost() + " verdicts since the start are in no journal";
        }
        return state.warning() == 0 ? null : "the journal is " + state.percentFull() + " % full";
    }

    @Nullable
    String letterWarning() {
        return waiting.get() == 0 ? null : waiting.get() + " messages were set aside: /dead-letters";
    }
}
