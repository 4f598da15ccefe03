package org.quaymark.edge.scanner;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Sentences;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.reading.ControlCode;
import org.quaymark.inspection.reading.Identification;

/** What a worker says by scanning the printed sheet (interfaces.md 2.3). Thread-safe. */
final class ControlAnswers {
    private final Locale locale;
    private final Supplier<Verdict.RegistryState> registry;

    ControlAnswers(Locale locale, Supplier<Verdict.RegistryState> registry) {
        this.locale = Sentences.spoken(locale);
        this.registry = registry;
    }

    /** The control code a pull is; null where it is goods. */
    @Nullable
    ControlCode control(Pull pull) {
        return pull.codes().size() == 1 && pull.parcel() == null
                ? ControlCode.of(pull.codes().get(0))
                : null;
    }

    /** The answer to an action of the journal, which may have been written by a later version: then without its sentence. */
    Verdict answer(String id, String action, Instant at, long elapsedMicros) {
        for (ControlCode control : ControlCode.values()) {
            if (control.wireName().equals(action)) {
                return answer(id, Sentences.of(control, locale), at, elapsedMicros, registry.get());
            }
        }
        return answer(id, Sentences.of(Effect.PASS, locale), at, elapsedMicros, registry.get());
    }

    private Verdict answer(String id, String sentence, Instant at, long elapsedMicros, Verdict.RegistryState state) {
        return new Verdict(
                id,
                Effect.PASS,
                List.of(),
                Identification.NONE,
                new Verdict.ReadingReport(null, List.of(), 1),
                null,
                sentence,
                locale.toLanguageTag(),
                state,
                null,
                at,
                elapsedMicros);
    }
}
