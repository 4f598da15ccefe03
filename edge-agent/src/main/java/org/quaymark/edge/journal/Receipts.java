package org.quaymark.edge.journal;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;

/** What a receipt of the hub changes in the file: the room of what it covers is free at once. */
final class Receipts {
    private Receipts() {}

    /** Bytes of backlog that the receipt took away; 0 where it says nothing new. */
    static long takeIn(JournalStore store, long through, JournalState state, JournalSettings settings, Instant now)
            throws SQLException {
        JournalStore.Row last = store.last();
        if (last == null || through <= state.acknowledged() || through > last.sequence()) {
            return 0;
        }
        long bytes = store.bytesBetween(state.acknowledged(), through);
        store.putSetting(
                JournalStore.ACKNOWLEDGED,
                ByteBuffer.allocate(Long.BYTES).putLong(through).array());
        store.deleteConfirmed(
                through,
                last.sequence(),
                settings.keepEntries(),
                now.minus(settings.keepFor()),
                state.backlogBytes() > settings.limitBytes() / 2);
        store.schema().returnSpace();
        return bytes;
    }

    /** Gives up the oldest entries that the hub has confirmed, kept only to be looked at, for a disk without room: a bounded number. */
    static void giveUpConfirmed(JournalStore store, long confirmed) throws SQLException {
        JournalStore.Row last = store.last();
        if (last != null) {
            store.deleteConfirmed(confirmed, last.sequence(), 0, Instant.EPOCH, true);
            store.schema().returnSpace();
        }
    }
}
