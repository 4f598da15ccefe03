package org.quaymark.hub.intake;

import java.util.List;
import org.quaymark.inspection.log.LogHead;

/**
 * A journal batch as it came, its lines cut apart.
 *
 * @param lines the entries' bytes without the line feed, in sequence; at least one
 * @param head what the edge signed: the journal's head after the last of them
 * @param headNote the note that was signed
 */
record Batch(String edge, List<byte[]> lines, LogHead head, String headNote) {
    /** The sequence of the first entry: the head says the last, the lines how many. */
    long first() {
        return head.sequence() - lines.size() + 1;
    }

    long last() {
        return head.sequence();
    }
}
