package org.quaymark.edge.dock;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Sentences;
import org.quaymark.inspection.device.DeviceSentences;
import org.quaymark.inspection.device.SelfTest;
import org.quaymark.process.json.Json;

/**
 * A worker's answer as the page shows it.
 *
 * @param word what the worker said
 * @param sentence what was noted, and what to do next
 * @param failed whether it is to be done again
 * @param at ISO 8601, UTC
 */
public record NoteView(String word, String sentence, boolean failed, String device, String at) {
    static @Nullable NoteView of(@Nullable Note note, Words words) {
        if (note == null) {
            return null;
        }
        Locale locale = Locale.forLanguageTag(words.tag());
        SelfTest test = note.test();
        return new NoteView(
                words.of(note.code()),
                test == null ? Sentences.of(note.code(), locale) : DeviceSentences.of(test, locale),
                test != null && test.step() == SelfTest.Step.REFUSED,
                note.device(),
                Json.millis(note.at()));
    }
}
