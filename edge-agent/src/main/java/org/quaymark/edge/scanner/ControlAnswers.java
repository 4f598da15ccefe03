package org.quaymark.edge.scanner;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.reading.Identification;

/** What a worker says by scanning the printed sheet (interfaces.md 2.3). Thread-safe. */
final class ControlAnswers {
    private static final Set<String> ACTIONS = Set.of("HELD", "RELEASED", "DAMAGED-LABEL", "SELFTEST", "HELP");

    private final ResourceBundle sentences;
    private final Locale locale;
    private final Supplier<Verdict.RegistryState> registry;

    ControlAnswers(Locale locale, Supplier<Verdict.RegistryState> registry) {
        this.sentences = ResourceBundle.getBundle(
                "org.quaymark.edge.scanner.controls",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.locale = locale;
        this.registry = registry;
    }

    /** The action a pull names, without {@code QM:}; null where it is goods. */
    @Nullable
    String action(Pull pull) {
        if (pull.codes().size() != 1) {
            return null;
        }
        String data = pull.codes().get(0).data().strip();
        if (data.length() > 3 && data.charAt(0) == ']') {
            data = data.substring(3);
        }
        String upper = data.toUpperCase(Locale.ROOT);
        if (!upper.startsWith("QM:")) {
            return null;
        }
        String action = upper.substring(3);
        return ACTIONS.contains(action) ? action : null;
    }

    Verdict answer(String id, String action, Instant at, long elapsedMicros) {
        return new Verdict(
                id,
                Effect.PASS,
                List.of(),
                Identification.NONE,
                new Verdict.ReadingReport(null, List.of(), 1),
                null,
                sentences.getString(action),
                locale.toLanguageTag(),
                registry.get(),
                null,
                at,
                elapsedMicros);
    }
}
