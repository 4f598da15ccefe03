package org.quaymark.edge.scanner;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.DeadLetter;

/** Where a message goes that failed twice by our fault. */
@FunctionalInterface
public interface LetterBox {
    /** Keeps it; the stage completes once it is on disk, and fails where it cannot be kept. */
    CompletionStage<@Nullable Void> put(DeadLetter letter);
}
