package org.quaymark.edge.journal;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What waits for the writer's next transaction. */
sealed interface Pending {
    /** Tells who waits that it did not happen. */
    void fail(String reason);

    /** An entry; {@code key} is null for entries that are of no scan. */
    record Append(@Nullable ScanKey key, Draft draft, CompletableFuture<Appended> done) implements Pending {
        @Override
        public void fail(String reason) {
            done.completeExceptionally(new NotRecorded(reason));
        }
    }

    /** Any other change of the file: receipts, settings. */
    record Change(Work work, CompletableFuture<@Nullable Void> done) implements Pending {
        @Override
        public void fail(String reason) {
            done.completeExceptionally(new JournalUnusable(reason));
        }
    }

    /** Runs inside the writer's transaction. */
    interface Work {
        void on(JournalStore store) throws SQLException;
    }
}
