package org.quaymark.edge.journal;

import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.inspection.reading.Scan;

/**
 * Which scan it is: the same id from the same device is the same scan.
 *
 * @param device {@code site/dock/device}
 * @param id the scan's id
 */
record ScanKey(String device, String id) {
    /** The identity of an entry; null where it is of no scan. */
    static @Nullable ScanKey of(JournalEntry entry) {
        if (entry instanceof JournalEntry.Sighting sighting) {
            Scan scan = sighting.scan();
            return new ScanKey(scan.site() + "/" + scan.dock() + "/" + scan.device(), scan.id());
        }
        if (entry instanceof JournalEntry.WorkerAction action) {
            return new ScanKey(action.site() + "/" + action.dock() + "/" + action.device(), action.id());
        }
        return null;
    }

    /** The identity of a draft; null where it is of no scan. */
    static @Nullable ScanKey of(Draft draft) {
        if (draft instanceof Draft.Sighting sighting) {
            Scan scan = sighting.scan();
            return new ScanKey(scan.site() + "/" + scan.dock() + "/" + scan.device(), scan.id());
        }
        if (draft instanceof Draft.Action action) {
            return new ScanKey(action.device().key(), action.id());
        }
        return null;
    }
}
