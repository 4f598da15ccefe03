package org.quaymark.edge.journal;

import java.time.Duration;

/**
 * The journal's bounds.
 *
 * @param limitBytes room for entries that no hub has confirmed; at the limit new ones are not recorded, and that is said
 * @param queue appends that may wait for a commit; beyond it the caller is told to hold back
 * @param keepEntries confirmed entries kept, so that a scan that comes again is known
 * @param keepFor how long confirmed entries are kept at most
 */
public record JournalSettings(long limitBytes, int queue, int keepEntries, Duration keepFor) {
    /** 1 GiB of unconfirmed entries, 4,096 waiting, 200,000 confirmed ones for seven days. */
    public static final JournalSettings DEFAULT = new JournalSettings(1L << 30, 4_096, 200_000, Duration.ofDays(7));

    public JournalSettings {
        if (limitBytes < 1 || queue < 1 || keepEntries < 1 || keepFor.isNegative()) {
            throw new IllegalArgumentException("the journal's bounds are positive");
        }
    }

    /** The same with another limit. */
    public JournalSettings withLimitBytes(long bytes) {
        return new JournalSettings(bytes, queue, keepEntries, keepFor);
    }
}
