package org.quaymark.edge.scanner;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Sentences;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.device.DeviceSentences;
import org.quaymark.inspection.device.SelfTest;
import org.quaymark.inspection.reading.ControlCode;
import org.quaymark.inspection.reading.Identification;

/** What is said to a worker who scanned the printed sheet (interfaces.md 2.3). Thread-safe. */
final class ControlAnswers {
    private final Locale locale;
    private final Supplier<Verdict.RegistryState> registry;

    ControlAnswers(Locale locale, Supplier<Verdict.RegistryState> registry) {
        this.locale = Sentences.spoken(locale);
        this.registry = registry;
    }

    /** The answer to a code of the sheet; a self-test that failed is to be done again. */
    Verdict answer(String id, Control control, @Nullable SelfTest test, Instant at, long elapsedMicros) {
        if (test == null) {
            return answer(id, Effect.PASS, Sentences.of(control.code(), locale), at, elapsedMicros);
        }
        Effect effect = test.step() == SelfTest.Step.REFUSED ? Effect.RESCAN : Effect.PASS;
        return answer(id, effect, DeviceSentences.of(test, locale), at, elapsedMicros);
    }

    /** The answer to an action of the journal, which may have been written by a later version: then without its sentence. */
    Verdict again(String id, String action, Instant at) {
        String sentence = Sentences.of(Effect.PASS, locale);
        for (ControlCode code : ControlCode.values()) {
            if (action.equals(code.wireName()) || action.startsWith(code.wireName() + "-")) {
                sentence = Sentences.of(code, locale);
            }
        }
        return answer(id, Effect.PASS, sentence, at, 0);
    }

    private Verdict answer(String id, Effect effect, String sentence, Instant at, long elapsedMicros) {
        return new Verdict(
                id,
                effect,
                List.of(),
                Identification.NONE,
                new Verdict.ReadingReport(null, List.of(), 1),
                null,
                sentence,
                locale.toLanguageTag(),
                registry.get(),
                null,
                at,
                elapsedMicros);
    }
}
