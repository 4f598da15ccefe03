package org.quaymark.inspection.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quaymark.inspection.gs1.ElementString;
import org.quaymark.inspection.reading.keyboard.Effort;

/**
 * A text that may have been printed, and the faults that would have made what arrived of it.
 *
 * @param faults in the order they are undone; empty for the text as it came
 */
record Hypothesis(Envelope code, List<ScannerFault> faults) {
    /** The faults we know, in the order they are undone: a later one is looked for in what an earlier one left, and the simplest explanation of a text is kept. */
    private static List<Undo> undos(Effort effort) {
        return List.of(
                new SeparatorSubstituted(),
                new KeyboardLayoutWrong(effort),
                new EnvelopeDamaged(),
                new NumberCut(),
                new CapsLock(),
                new SeparatorLost());
    }

    private static final List<Undo> ON_A_LEGAL_TEXT =
            List.of(new SeparatorSubstituted(), new CapsLock(), new SeparatorLost());

    /** What may have happened besides to a text whose keyboard is known. */
    private static final List<Undo> BUT_THE_KEYBOARD = List.of(new CapsLock(), new SeparatorLost());

    private static final int MAX = 1_024;

    /** All of them but the text as it came, fewest faults first for each text; bounded, as the text is a stranger's. */
    static List<Hypothesis> of(Envelope raw) {
        Effort effort = new Effort();
        Map<Envelope, Hypothesis> all = of(raw, List.of(), undos(effort));
        return effort.isSpent() ? List.of() : List.copyOf(all.values());
    }

    /** Those for a text that is legal as it came: the keyboard's are {@link KeyboardTwins}. */
    static List<Hypothesis> ofLegal(Envelope raw) {
        return List.copyOf(of(raw, List.of(), ON_A_LEGAL_TEXT).values());
    }

    /** Whether its separators came as they are, so that of what may happen to a legal text only Caps Lock can have. */
    static boolean isSeparated(Envelope raw) {
        return raw.data().indexOf(ElementString.GS) >= 0 && !SeparatorSubstituted.mayHoldSubstitute(raw.data());
    }

    /** Those that begin with what the device's profile makes of the text, plainest first. */
    static List<Hypothesis> underProfile(Envelope raw, List<Envelope> printed) {
        List<Hypothesis> known = printed.stream()
                .map(text -> new Hypothesis(text, List.of(ScannerFault.CALIBRATED)))
                .toList();
        return List.copyOf(of(raw, known, BUT_THE_KEYBOARD).values());
    }

    private static Map<Envelope, Hypothesis> of(Envelope raw, List<Hypothesis> known, List<Undo> undos) {
        Map<Envelope, Hypothesis> all = new LinkedHashMap<>();
        all.put(raw, new Hypothesis(raw, List.of()));
        known.forEach(hypothesis -> all.putIfAbsent(hypothesis.code(), hypothesis));
        for (Undo undo : undos) {
            for (Hypothesis before : List.copyOf(all.values())) {
                if (undo instanceof CapsLock && before.clearsCapsLock()) {
                    continue;
                }
                for (Undo.Undone undone : undo.undo(before.code())) {
                    List<ScannerFault> faults = new ArrayList<>(before.faults());
                    faults.add(undone.fault());
                    all.putIfAbsent(undone.code(), new Hypothesis(undone.code(), List.copyOf(faults)));
                }
                if (all.size() > MAX) {
                    return Map.of();
                }
            }
        }
        all.remove(raw);
        return all;
    }

    /** Whether the keyboard is among what it blames. */
    boolean blamesTheLayout() {
        for (ScannerFault fault : faults) {
            if (fault.isLayout() || fault.equals(ScannerFault.CALIBRATED)) {
                return true;
            }
        }
        return false;
    }

    /** Whether characters of the printed text may be missing: then it is no proof, but a rival to one. */
    boolean losesCharacters() {
        for (ScannerFault fault : faults) {
            if (fault.losesCharacters()) {
                return true;
            }
        }
        return false;
    }

    /** An identifier that the keyboard typed, in the right case, proves that Caps Lock was off. */
    private boolean clearsCapsLock() {
        return blamesTheLayout() && code.symbology() != null && code.carrier() != Carrier.DISTORTED;
    }

    /** Whether every letter came in the other case, and nothing else happened. */
    boolean isCapsLock() {
        return faults.size() == 1 && faults.get(0).equals(ScannerFault.CAPS_LOCK);
    }

    /** Whether it takes every character that came for a printed one, or a separator. */
    boolean blamesTheSeparators() {
        return faults.size() == 1
                && (faults.get(0).equals(ScannerFault.SEPARATOR_LOST)
                        || faults.get(0).equals(ScannerFault.SEPARATOR_SUBSTITUTED));
    }
}
