package org.quaymark.edge;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.history.SiteHistory;
import org.quaymark.edge.journal.Appended;
import org.quaymark.edge.journal.DeviceId;
import org.quaymark.edge.journal.Draft;
import org.quaymark.edge.journal.Journal;
import org.quaymark.inspection.log.JournalEntry;

/** The journal as the scanners see it; what workers answer also goes into the history that decisions ask. */
record RememberingJournal(Journal journal, SiteHistory history) implements Journal {
    @Override
    public CompletionStage<Appended> append(Draft draft) {
        if (draft instanceof Draft.Action action) {
            history.noted(action.device().key(), action.action(), action.scan());
        }
        return journal.append(draft);
    }

    @Override
    public @Nullable JournalEntry entryOf(DeviceId device, String id) {
        return journal.entryOf(device, id);
    }

    @Override
    public List<JournalEntry.Sighting> latestSightings(int limit) {
        return journal.latestSightings(limit);
    }

    @Override
    public long backlog() {
        return journal.backlog();
    }
}
