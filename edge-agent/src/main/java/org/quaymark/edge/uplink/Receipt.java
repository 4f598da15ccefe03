package org.quaymark.edge.uplink;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.log.LogHead;

/**
 * The hub's signed word that it has the journal up to a number.
 *
 * @param through the number
 * @param checkpoint the hub's ledger checkpoint, null where the answer has none
 */
record Receipt(long through, @Nullable String checkpoint) {
    /**
     * Reads and verifies an answer: the hub's key, this journal's origin, the number, and the chain at it.
     *
     * @param lastSent nothing beyond it can be received
     * @param chainAt this journal's chain at a number, null where it is not known any more
     * @throws BadReceipt where any of it is not right; nothing must be freed then
     */
    static Receipt verified(
            EdgeIdentity identity, HubAnswer answer, long lastSent, LongFunction<byte @Nullable []> chainAt)
            throws BadReceipt {
        JsonNode json = answer.json();
        if (!json.path("acceptedThrough").isIntegralNumber()
                || !json.path("receipt").isTextual()) {
            throw new BadReceipt("the answer is no receipt: " + answer);
        }
        long through = json.path("acceptedThrough").asLong();
        String text = identity.hubKey().openNote(json.path("receipt").asText());
        if (text == null) {
            throw new BadReceipt("the receipt is not signed by the hub this edge is enrolled at");
        }
        LogHead head;
        try {
            head = LogHead.ofNoteText(text);
        } catch (IllegalArgumentException e) {
            throw new BadReceipt("the receipt is no log head: " + e.getMessage());
        }
        if (!head.origin().equals(origin(identity.edge()))) {
            throw new BadReceipt("the receipt is for " + head.origin());
        }
        if (head.sequence() != through || through > lastSent || through < 0) {
            throw new BadReceipt("the receipt is for entry " + head.sequence() + ", the answer says " + through
                    + ", the last one sent is " + lastSent);
        }
        byte[] ours = chainAt.apply(through);
        if (ours == null || !Arrays.equals(ours, head.chain())) {
            throw new BadReceipt("the receipt is for another chain at entry " + through);
        }
        return new Receipt(
                through,
                json.path("checkpoint").isTextual() ? json.path("checkpoint").asText() : null);
    }

    static String origin(String edge) {
        return "quaymark/journal/" + edge;
    }

    /** Not a receipt for what was sent. */
    static final class BadReceipt extends Exception {
        private static final long serialVersionUID = 1;

        BadReceipt(String message) {
            super(message);
        }
    }
}
