package org.quaymark.edge.journal;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.log.JournalEntry;

/** The durable log of this edge. Every method may be called from any thread. */
public interface Journal {
    /**
     * Appends an entry. The stage completes once the entry is on disk (after the group commit's fsync), on the journal's own
     * thread and never on the caller's. Where it cannot be written (a full or read-only disk, the journal's limit) it completes
     * with {@link Appended#recorded()} false: the entry waits in memory, and beyond the bound there it is counted as lost. It
     * completes exceptionally only where nothing is known of it: too much waits, or the journal is closed.
     */
    CompletionStage<Appended> append(Draft draft);

    /**
     * The sighting or worker action of that id from that device, null where there is none or where the disk cannot be read;
     * its sequence is 0 where it is not recorded yet. One indexed look into the database: not for event loops.
     */
    @Nullable
    JournalEntry entryOf(DeviceId device, String id);

    /** The last sightings, newest first, for the dock page and the repeat window after a restart. */
    List<JournalEntry.Sighting> latestSightings(int limit);

    /** Entries the hub has not given its receipt for yet. */
    long backlog();
}
