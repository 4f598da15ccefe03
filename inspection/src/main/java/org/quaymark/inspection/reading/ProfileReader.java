package org.quaymark.inspection.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Registry;

/**
 * Reads a code whose device has a known profile that explains it as another text. The profile's word goes before any guess
 * at the keyboard, and what came is one reading among the others: the device may read clean again, so it stands where it alone is
 * proved, and where it and another are, neither is taken.
 */
final class ProfileReader {
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

    /**
     * What came of it.
     *
     * @param taken the one reading there is; null where there is none, or none that can be told from another
     * @param proved how many readings were proved
     */
    record Outcome(@Nullable Taken taken, int proved) {}

    /** A reading and the faults undone for it; none where it is the text as it came. */
    record Taken(Interpretation reading, List<ScannerFault> faults) {}

    /** Null where the profile makes no code of the text that we know: then it tells nothing. */
    @Nullable
    Outcome read(Envelope raw, Interpretation asIs, KnownDevice.Printed printed) {
        Map<Identification, Taken> proved = new LinkedHashMap<>();
        Set<Identification> legal = new LinkedHashSet<>();
        List<Taken> unknown = new ArrayList<>();
        if (isProved(asIs)) {
            proved.put(asIs.identification(), new Taken(asIs, List.of()));
        }
        Lookalikes.Found found = printed.doubtful() ? lookalikes(printed) : null;
        boolean all = !printed.doubtful() || (found != null && found.complete());
        List<Envelope> texts = found != null && found.complete() ? List.copyOf(found.printed()) : printed.printed();
        for (Hypothesis hypothesis : Hypothesis.underProfile(raw, texts)) {
            Interpretation reading = interpreter.interpret(hypothesis.code());
            tried.accept(hypothesis, reading);
            if (!reading.isLegal() || !hypothesis.blamesTheLayout()) {
                continue;
            }
            Taken taken = new Taken(reading, hypothesis.faults());
            legal.add(reading.identification());
            if (isProved(reading)) {
                proved.putIfAbsent(reading.identification(), taken);
            } else if (isUnknown(reading)) {
                unknown.add(taken);
            }
        }
        if (legal.isEmpty() && !printed.doubtful()) {
            return null;
        }
        // Where there may be more texts than these, one of them proved proves nothing.
        if (proved.size() == 1 && (all || proved.containsKey(asIs.identification()))) {
            return new Outcome(proved.values().iterator().next(), 1);
        }
        if (proved.isEmpty() && isUnknown(asIs)) {
            return new Outcome(new Taken(asIs, List.of()), 1);
        }
        // The registry has nothing to say of such goods, and nothing is found against them: check digits and syntax, in
        // the only text that the device makes this of, are all the proof there is.
        boolean only = !asIs.isLegal() && !printed.doubtful() && legal.size() == 1 && unknown.size() == 1;
        return only && proved.isEmpty() ? new Outcome(unknown.get(0), 1) : new Outcome(null, proved.size());
    }

    /** Those of issued items, where there are too many texts to look at each; null where the device tells no more of them. */
    private Lookalikes.@Nullable Found lookalikes(KnownDevice.Printed printed) {
        if (printed.printed().isEmpty()) {
            return null;
        }
        Envelope first = printed.printed().get(0);
        return device.lookalikes()
                .map(alike -> new Lookalikes(registry, alike).of(first, interpreter.interpret(first)))
                .orElse(null);
    }

    private boolean isProved(Interpretation reading) {
        return reading.isLegal()
                && switch (reading.kind()) {
                    case ELEMENT_STRING, DIGITAL_LINK -> Support.of(reading, registry) == Support.PROVED;
                    case PLAIN_GTIN, PARCEL -> true;
                    case CONTROL, WEB_ADDRESS, UNKNOWN -> false;
                };
    }

    private boolean isUnknown(Interpretation reading) {
        return reading.isLegal() && !isProved(reading) && Support.of(reading, registry) == Support.SILENT;
    }
}
