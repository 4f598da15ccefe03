package org.quaymark.edge.registry;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.log.LogHead;
import org.quaymark.inspection.log.VerifyingKey;

/**
 * Opens the hub's note about its feed: signed by the hub, of this replica's epoch, not older than what was seen before.
 *
 * @param note as received
 * @param epoch the data set's
 */
record HeadCheck(LogHead head, String note, String epoch) {
    private static final String ORIGIN = "quaymark/registry/";
    /** Several hub processes vouch by their own clocks. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    static HeadCheck verified(@Nullable String header, VerifyingKey hub, ReplicaHead replica) throws FeedRefused {
        if (header == null) {
            throw new FeedRefused("the answer is not signed");
        }
        String note;
        try {
            note = new String(Base64.getDecoder().decode(header.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new FeedRefused("the answer's head is not base64", e);
        }
        String text = hub.openNote(note);
        if (text == null) {
            throw new FeedRefused("the answer is not signed by the hub this edge is enrolled at");
        }
        LogHead head;
        try {
            head = LogHead.ofNoteText(text);
        } catch (IllegalArgumentException e) {
            throw new FeedRefused("the answer's head is malformed: " + e.getMessage(), e);
        }
        if (!head.origin().startsWith(ORIGIN) || head.origin().length() == ORIGIN.length()) {
            throw new FeedRefused("the answer's head is of another log: " + head.origin());
        }
        String epoch = head.origin().substring(ORIGIN.length());
        if (replica.epoch() != null && !replica.epoch().equals(epoch)) {
            throw new FeedRefused("the hub's registry is of another epoch, " + epoch + " instead of " + replica.epoch()
                    + ": the hub was restored or replaced");
        }
        if (head.sequence() < replica.sequence()) {
            throw new FeedRefused("the hub's registry ends at " + head.sequence() + ", this replica has "
                    + replica.sequence() + ": the hub was set back");
        }
        Instant before = replica.headAt();
        if (before != null && head.at().isBefore(before.minus(CLOCKS))) {
            throw new FeedRefused("the answer is of " + head.at() + ", older than the one of " + before);
        }
        return new HeadCheck(head, note, epoch);
    }
}
