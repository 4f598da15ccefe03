package org.quaymark.edge.journal;

import org.jspecify.annotations.Nullable;

/**
 * How the journal is.
 *
 * @param sequence number of the last committed entry
 * @param acknowledged number of the last entry the hub gave its receipt for
 * @param backlogBytes size of the entries between the two
 * @param limitBytes room for them
 * @param notRecorded verdicts given since the start that could not be recorded
 * @param problem why entries cannot be recorded at the moment, null where they can
 */
public record JournalState(
        long sequence,
        long acknowledged,
        long backlogBytes,
        long limitBytes,
        long notRecorded,
        @Nullable String problem) {
    /** Entries that wait for the hub. */
    public long backlog() {
        return sequence - acknowledged;
    }

    /** How full it is, in percent of the room given. */
    public int percentFull() {
        return (int) Math.min(100, backlogBytes * 100 / limitBytes);
    }
}
