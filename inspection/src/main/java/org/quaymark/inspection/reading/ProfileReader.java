package org.quaymark.inspection.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Registry;

/**
 * Reads a code whose device has a known profile that explains it as another text. The profile's word goes before any guess
 * at the keyboard, and what came is one reading among the others: the device may read clean again, so it stands where it alone is
 * proved, and where it and another are, neither is taken.
 */
final class ProfileReader {
    /** Looks at the registry for one code, where there are too many texts to look at each or characters got lost. */
    private static final int MAX_LOOKS = 16_384;

    private final Registry registry;
    private final Interpreter interpreter;
    private final KnownDevice device;
    private final BiConsumer<Hypothesis, Interpretation> tried;

    /** @param tried is told of each reading that is looked at */
    ProfileReader(
            Registry registry,
            Interpreter interpreter,
            KnownDevice device,
            BiConsumer<Hypothesis, Interpretation> tried) {
        this.tried = tried;
        this.device = device;
        this.registry = registry;
        this.interpreter = interpreter;
    }

    /** Null where the profile makes no code of the text that we know: then it tells nothing. */
    ProfileReadings.@Nullable Outcome read(Envelope raw, Interpretation asIs, KnownDevice.Printed printed) {
        ProfileReadings readings = new ProfileReadings(registry, interpreter, asIs, printed);
        Function<Character, String> alike =
                printed.complete() ? String::valueOf : device.lookalikes().orElse(null);
        Lookalikes search = printed.isWhole() || alike == null
                ? null
                : new Lookalikes(registry, new Variants(alike, printed.lost(), MAX_LOOKS));
        boolean all = printed.isWhole() || search != null;
        for (Hypothesis hypothesis : hypotheses(raw, printed, search != null)) {
            Interpretation reading = interpreter.interpret(hypothesis.code());
            tried.accept(hypothesis, reading);
            if (reading.isLegal() && hypothesis.blamesTheLayout()) {
                readings.add(reading, hypothesis.faults());
                if (search != null) {
                    Lookalikes.Found found = search.of(hypothesis.code(), reading);
                    readings.add(found.printed(), hypothesis.faults());
                    all &= found.complete();
                }
            }
        }
        return readings.outcome(all);
    }

    private static List<Hypothesis> hypotheses(Envelope raw, KnownDevice.Printed printed, boolean searched) {
        List<Envelope> texts = printed.texts();
        if (!printed.complete() && searched) {
            // What is alike in one of them is in all: the first stands for them.
            texts = texts.subList(0, Math.min(1, texts.size()));
        }
        List<Hypothesis> hypotheses = new ArrayList<>(Hypothesis.underProfile(raw, texts));
        if (printed.asItCame() && searched) {
            hypotheses.add(new Hypothesis(raw, List.of(ScannerFault.CALIBRATED)));
        }
        return hypotheses;
    }
}
