package org.quaymark.edge.dock;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.DeadLetter;

/** What a person can do about messages that were set aside. Its stages complete on any thread; {@link #newest} reads a disk. */
public interface LetterDesk {
    /** Newest first. */
    List<DeadLetter> newest(int limit);

    /** Tries one again: null where it was answered and is gone, else why not. */
    CompletionStage<@Nullable String> retry(long id);

    /** Gives one up; false where there is none of that number. */
    CompletionStage<Boolean> dismiss(long id);
}
