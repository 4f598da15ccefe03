package org.quaymark.edge.journal;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.log.JournalEntry;

/** The durable log of this edge. Every method may be called from any thread. */
public interface Journal {
    /**
     * Appends an entry. The stage completes once the entry is on disk (after the group commit's fsync), on the journal's own
     * thread and never on the caller's; it completes exceptionally where it could not be written, and then nothing of it was.
     */
    CompletionStage<Appended> append(Draft draft);

    /**
     * The sighting or worker action of that id from that device, null where there is none. One indexed look into the
     * database: not for event loops.
     */
    @Nullable
    JournalEntry entryOf(DeviceId device, String id);

    /** The last sightings, newest first, for the dock page and the repeat window after a restart. */
    List<JournalEntry.Sighting> latestSightings(int limit);

    /** Entries the hub has not given its receipt for yet. */
    long backlog();
}
