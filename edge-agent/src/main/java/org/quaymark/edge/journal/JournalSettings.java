package org.quaymark.edge.journal;

import java.time.Duration;

/**
 * The journal's bounds.
 *
 * @param site whose journal it is, for what the edge says of itself
 * @param limitBytes room for entries that no hub has confirmed; at the limit new ones are not recorded, and that is said
 * @param queue appends that may wait for a commit; beyond it the caller is told to hold back
 * @param keepEntries confirmed entries kept, so that a scan that comes again is known
 * @param keepFor how long confirmed entries are kept at most
 * @param unrecorded entries kept in memory while they cannot be written; what comes beyond is lost, counted and told
 */
public record JournalSettings(
        String site, String edge, long limitBytes, int queue, int keepEntries, Duration keepFor, int unrecorded) {
    /** 1 GiB of unconfirmed entries, 4,096 waiting, 200,000 confirmed ones for seven days, 20,000 in memory. */
    public static final JournalSettings DEFAULT =
            new JournalSettings("site", "edge", 1L << 30, 4_096, 200_000, Duration.ofDays(7), 20_000);

    public JournalSettings {
        if (limitBytes < 1 || queue < 1 || keepEntries < 1 || unrecorded < 0 || keepFor.isNegative()) {
            throw new IllegalArgumentException("the journal's bounds are positive");
        }
    }

    /** The same with another limit. */
    public JournalSettings withLimitBytes(long bytes) {
        return new JournalSettings(site, edge, bytes, queue, keepEntries, keepFor, unrecorded);
    }

    /** The same for the journal of that edge. */
    public JournalSettings of(String newSite, String newEdge) {
        return new JournalSettings(newSite, newEdge, limitBytes, queue, keepEntries, keepFor, unrecorded);
    }

    /** The same with another number of confirmed entries kept. */
    public JournalSettings keeping(int entries) {
        return new JournalSettings(site, edge, limitBytes, queue, entries, keepFor, unrecorded);
    }

    /** The same with another bound in memory. */
    public JournalSettings withUnrecorded(int entries) {
        return new JournalSettings(site, edge, limitBytes, queue, keepEntries, keepFor, entries);
    }
}
