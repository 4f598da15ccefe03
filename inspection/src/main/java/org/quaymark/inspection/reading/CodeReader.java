package org.quaymark.inspection.reading;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.inspection.registry.Serialisation;

/** Reads one code: as it came where that is legal, else by the one proved way of undoing scanner faults. */
final class CodeReader {
    private final Registry registry;
    private final Interpreter interpreter;
    private final @Nullable KnownDevice device;
    private final Attempt.Listener listener;

    CodeReader(Registry registry, LocalDate scanned, @Nullable KnownDevice device, Attempt.Listener listener) {
        this.registry = registry;
        this.listener = listener;
        this.interpreter = new Interpreter(scanned);
        this.device = device;
    }

    private static final List<ScannerFault> CASE_FORCED = List.of(ScannerFault.CASE_FORCED);

    private record Proved(Hypothesis hypothesis, Interpretation reading) {}

    CodeReading read(Code code) {
        Envelope raw = Envelope.open(code);
        Interpretation asIs = interpreter.interpret(raw);
        if (asIs.kind() == CodeKind.UNKNOWN && isKnownParcel(raw.data())) {
            asIs = Interpretation.of(CodeKind.PARCEL, Identifications.parcel(raw.data(), null));
        }
        tell(code, raw, List.of(), asIs);
        CodeReading known = device == null || registry.asOf() == null ? null : known(code, raw, asIs, device);
        if (known != null) {
            return known;
        }
        boolean stands = asIs.isLegal() && (!asIs.isGs1() || Support.of(asIs, registry) != Support.UNPROVED);
        if (stands || registry.asOf() == null) {
            return asIs.isLegal() ? clean(code, raw, asIs) : doubtful(code, raw, asIs, 0);
        }
        return repaired(code, raw, asIs);
    }

    /** By the device's profile; null where that tells nothing of this code. */
    private @Nullable CodeReading known(Code code, Envelope raw, Interpretation asIs, KnownDevice device) {
        KnownDevice.Printed printed = device.printed(code, raw);
        ProfileReadings.Outcome outcome = printed.explainsOtherwise()
                ? new ProfileReader(
                                registry,
                                interpreter,
                                device,
                                (tried, reading) -> tell(code, tried.code(), tried.faults(), reading))
                        .read(raw, asIs, printed)
                : null;
        if (outcome == null) {
            return null;
        }
        ProfileReadings.Taken taken = outcome.taken();
        if (taken == null) {
            return doubtful(code, raw, asIs, outcome.proved());
        }
        if (taken.faults().isEmpty()) {
            return clean(code, raw, taken.reading());
        }
        Certainty certainty = isOfAnItem(taken.reading()) ? Certainty.REPAIRED : Certainty.NONE;
        return reading(code, raw, taken.reading(), asIs, certainty, taken.faults(), 1);
    }

    private CodeReading repaired(Code code, Envelope raw, Interpretation asIs) {
        Map<Identification, Proved> proved = new LinkedHashMap<>();
        // GS1 data is in no symbol but those for it (GenSpecs 5.1.2): another one's identifier may be a distorted one,
        // as ]s2 is the ]d2 of a Colemak keyboard.
        boolean looksClean = asIs.isLegal() && !(asIs.isGs1() && raw.carrier() == Carrier.OTHER);
        boolean castsDoubt = !looksClean;
        int weight = asIs.isLegal() ? Support.weight(asIs, registry) : 0;
        for (Hypothesis hypothesis : looksClean ? ofLegal(raw, asIs) : Hypothesis.of(raw)) {
            Interpretation reading = interpreter.interpret(hypothesis.code());
            tell(code, hypothesis.code(), hypothesis.faults(), reading);
            boolean isNumber = reading.kind() == CodeKind.PLAIN_GTIN && !asIs.isGs1();
            if (!reading.isLegal() || !(reading.isGs1() || isNumber)) {
                continue;
            }
            if (Support.of(reading, registry) == Support.PROVED || (isNumber && isKnown(reading))) {
                proved.merge(
                        reading.identification(),
                        new Proved(hypothesis, reading),
                        (one, other) -> one.hypothesis().losesCharacters() ? other : one);
            } else if (hypothesis.blamesTheSeparators() && Support.weight(reading, registry) > weight) {
                // Both are legal, and the registry lends the other one more: F11 says never to accuse on that.
                castsDoubt = true;
            }
        }
        Lookalikes.Found forced = new ForcedCase(registry, interpreter).undo(raw);
        for (Envelope printed : forced.printed()) {
            Interpretation reading = interpreter.interpret(printed);
            if (Support.of(reading, registry) == Support.PROVED && !proved.containsKey(reading.identification())) {
                tell(code, printed, CASE_FORCED, reading);
                // Without the fault's tell-tale a forged serial would become an issued one by its letters' case.
                if (looksClean) {
                    return doubtful(code, raw, asIs, proved.size());
                }
                proved.put(reading.identification(), new Proved(new Hypothesis(printed, CASE_FORCED), reading));
            }
        }
        if (looksClean && !forced.complete()) {
            // One case throughout, and more letters than can be asked for: which were printed nobody can say.
            return doubtful(code, raw, asIs, proved.size());
        }
        if (looksClean
                && asIs.isGs1()
                && (new KeyboardTwins(registry, interpreter).castDoubt(raw, asIs, weight, proved.keySet())
                        || (proved.isEmpty() && new LooseEnds(registry).castDoubt(raw, asIs)))) {
            return doubtful(code, raw, asIs, proved.size());
        }
        if (proved.size() == 1
                && forced.complete()
                && !proved.values().iterator().next().hypothesis().losesCharacters()) {
            Proved only = proved.values().iterator().next();
            if (only.hypothesis().blamesTheLayout()
                    && new KeyboardTwins(registry, interpreter)
                            .rival(raw, only.reading().identification())) {
                return doubtful(code, raw, asIs, 2);
            }
            return reading(
                    code,
                    raw,
                    only.reading(),
                    asIs,
                    Certainty.REPAIRED,
                    only.hypothesis().faults(),
                    1);
        }
        return proved.isEmpty() && !castsDoubt ? clean(code, raw, asIs) : doubtful(code, raw, asIs, proved.size());
    }

    private List<Hypothesis> ofLegal(Envelope raw, Interpretation asIs) {
        // Who listens wants to hear of every hypothesis.
        if (listener != Attempt.Listener.NONE || !provesNoCapsLock(asIs)) {
            return Hypothesis.ofLegal(raw);
        }
        return Hypothesis.isSeparated(raw)
                ? List.of()
                : Hypothesis.ofLegal(raw).stream()
                        .filter(hypothesis -> !hypothesis.isCapsLock())
                        .toList();
    }

    private void tell(Code code, Envelope read, List<ScannerFault> faults, Interpretation reading) {
        if (listener != Attempt.Listener.NONE) {
            Attempt.Proof proof = !reading.isLegal()
                    ? Attempt.Proof.ILLEGAL
                    : switch (Support.of(reading, registry)) {
                        case PROVED -> Attempt.Proof.PROVED;
                        case UNPROVED -> Attempt.Proof.UNPROVED;
                        case SILENT -> Attempt.Proof.SILENT;
                    };
            listener.tried(
                    code,
                    new Attempt(
                            faults.stream().map(ScannerFault::name).toList(),
                            read.symbology(),
                            read.data(),
                            proof,
                            reading.identification()));
        }
    }

    /** Whether the item's serial in the other case is surely not issued: then nobody needs to read the text in the other case. */
    private boolean provesNoCapsLock(Interpretation asIs) {
        String gtin = asIs.identification().gtin();
        String serial = asIs.identification().serial();
        Product product = gtin == null ? null : registry.product(gtin);
        return gtin != null
                && serial != null
                && product != null
                && product.serialisation() == Serialisation.SERIAL
                && registry.unit(gtin, CapsLock.inverted(serial)) == null;
    }

    private boolean isKnown(Interpretation reading) {
        String gtin = reading.identification().gtin();
        return gtin != null && registry.product(gtin) != null;
    }

    /** A carrier's number has no form that proves it, but the registry may know it. */
    private boolean isKnownParcel(String data) {
        return registry.manifest(data) != null
                || !registry.interceptionsOfParcel(data).isEmpty();
    }

    private static CodeReading clean(Code code, Envelope raw, Interpretation asIs) {
        return reading(code, raw, asIs, asIs, isOfAnItem(asIs) ? Certainty.CLEAN : Certainty.NONE, List.of(), 1);
    }

    private static boolean isOfAnItem(Interpretation reading) {
        return reading.isGs1() || reading.kind() == CodeKind.PLAIN_GTIN;
    }

    private static CodeReading doubtful(Code code, Envelope raw, Interpretation asIs, int hypotheses) {
        Interpretation nothing =
                new Interpretation(asIs.kind(), Identification.NONE, false, asIs.elements(), asIs.errors());
        return reading(code, raw, nothing, asIs, Certainty.DOUBTFUL, List.of(), hypotheses);
    }

    private static CodeReading reading(
            Code code,
            Envelope raw,
            Interpretation taken,
            Interpretation asIs,
            Certainty certainty,
            List<ScannerFault> faults,
            int hypotheses) {
        return new CodeReading(
                code,
                raw.carrier(),
                taken.kind(),
                certainty,
                taken.identification(),
                taken.expiryDayOpen(),
                taken.elements(),
                asIs.errors(),
                faults.isEmpty()
                        ? List.of()
                        : faults.stream().map(ScannerFault::name).toList(),
                hypotheses);
    }
}
