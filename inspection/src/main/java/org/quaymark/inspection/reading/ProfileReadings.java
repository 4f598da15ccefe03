package org.quaymark.inspection.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Registry;

/** What a code may say under its device's profile, and which of it the registry proves. For one code. */
final class ProfileReadings {
    private final Registry registry;
    private final Interpreter interpreter;
    private final Interpretation asIs;
    private final KnownDevice.Printed printed;

    private final Map<Identification, Taken> proved = new LinkedHashMap<>();
    private final Set<Identification> legal = new LinkedHashSet<>();
    private final List<Taken> unknown = new ArrayList<>();

    /** @param asIs what the text says as it came: one reading among the others */
    ProfileReadings(Registry registry, Interpreter interpreter, Interpretation asIs, KnownDevice.Printed printed) {
        this.registry = registry;
        this.interpreter = interpreter;
        this.asIs = asIs;
        this.printed = printed;
        if (isProved(asIs)) {
            proved.put(asIs.identification(), new Taken(asIs, List.of()));
        }
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

    /** One that is legal. */
    void add(Interpretation reading, List<ScannerFault> faults) {
        Taken taken = new Taken(reading, faults);
        legal.add(reading.identification());
        if (isProved(reading)) {
            proved.putIfAbsent(reading.identification(), taken);
        } else if (isUnknown(reading)) {
            unknown.add(taken);
        }
    }

    /** Those of issued items. */
    void add(Set<Envelope> issued, List<ScannerFault> faults) {
        for (Envelope text : issued) {
            Interpretation reading = interpreter.interpret(text);
            if (reading.isLegal()) {
                add(reading, faults);
            }
        }
    }

    /**
     * Null where the profile tells nothing.
     *
     * @param all whether every proved reading there may be was added
     */
    @Nullable
    Outcome outcome(boolean all) {
        if (legal.isEmpty() && printed.isWhole()) {
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
        boolean only = !asIs.isLegal() && printed.isWhole() && legal.size() == 1 && unknown.size() == 1;
        return only && proved.isEmpty() ? new Outcome(unknown.get(0), 1) : new Outcome(null, proved.size());
    }

    private boolean isProved(Interpretation reading) {
        return reading.isLegal()
                && switch (reading.kind()) {
                    case ELEMENT_STRING, DIGITAL_LINK -> Support.of(reading, registry) == Support.PROVED;
                    case PLAIN_GTIN, PARCEL -> !printed.mayLackDigits();
                    case CONTROL, WEB_ADDRESS, UNKNOWN -> false;
                };
    }

    private boolean isUnknown(Interpretation reading) {
        return reading.isLegal() && !isProved(reading) && Support.of(reading, registry) == Support.SILENT;
    }
}
