package org.quaymark.edge.dock;

import org.quaymark.edge.journal.DeadLetter;
import org.quaymark.process.json.Json;

/**
 * A message set aside, as the page shows it.
 *
 * @param at ISO 8601, UTC
 * @param size in bytes
 */
public record LetterView(long id, String at, String topic, int size, String reason, int attempts) {
    static LetterView of(DeadLetter letter) {
        return new LetterView(
                letter.id(),
                Json.millis(letter.at()),
                letter.topic(),
                letter.payload().length,
                letter.reason(),
                letter.attempts());
    }
}
