package org.quaymark.edge.journal;

import org.jspecify.annotations.Nullable;

/**
 * How the journal is.
 *
 * @param sequence number of the last committed entry
 * @param acknowledged number of the last entry the hub gave its receipt for
 * @param backlogBytes size of the entries between the two
 * @param limitBytes room for them
 * @param notRecorded verdicts given since the start that could not be recorded at once
 * @param waiting those of them that are kept in memory until there is room
 * @param lost those of them that were not kept: they will never be in the journal
 * @param problem why entries cannot be recorded at the moment, null where they can
 * @param damage what became of a damaged journal that was set aside, null where all is well or the edge was enrolled again
 */
public record JournalState(
        long sequence,
        long acknowledged,
        long backlogBytes,
        long limitBytes,
        long notRecorded,
        long waiting,
        long lost,
        @Nullable String problem,
        @Nullable String damage) {
    private static final int[] WARN_AT_PERCENT = {95, 85, 70};

    /** Entries that wait for the hub. */
    public long backlog() {
        return sequence - acknowledged;
    }

    /** How full it is, in percent of the room given. */
    public int percentFull() {
        return (int) Math.min(100, backlogBytes * 100 / limitBytes);
    }

    /** The highest mark it is above, of 70, 85 and 95 percent; 0 where it is below all. */
    public int warning() {
        for (int mark : WARN_AT_PERCENT) {
            if (percentFull() >= mark) {
                return mark;
            }
        }
        return 0;
    }
}
