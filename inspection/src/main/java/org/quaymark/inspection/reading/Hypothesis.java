package org.quaymark.inspection.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text that may have been printed, and the faults that would have made what arrived of it.
 *
 * @param faults in the order they are undone; empty for the text as it came
 */
record Hypothesis(Envelope code, List<ScannerFault> faults) {
    /** The faults we know, in the order they are undone: a later one is looked for in what an earlier one left, and the simplest explanation of a text is kept. */
    private static final List<Undo> UNDOS =
            List.of(new SeparatorSubstituted(), new KeyboardLayoutWrong(), new CapsLock(), new SeparatorLost());

    private static final int MAX = 1_024;

    /** All of them but the text as it came, fewest faults first for each text; bounded, as the text is a stranger's. */
    static List<Hypothesis> of(Envelope raw) {
        Map<Envelope, Hypothesis> all = new LinkedHashMap<>();
        all.put(raw, new Hypothesis(raw, List.of()));
        for (Undo undo : UNDOS) {
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
                    return List.of();
                }
            }
        }
        all.remove(raw);
        return List.copyOf(all.values());
    }

    /** Whether the keyboard is among what it blames. */
    boolean blamesTheLayout() {
        return faults.stream().anyMatch(fault -> fault.name().startsWith("layout:"));
    }

    /** An identifier that the keyboard typed, in the right case, proves that Caps Lock was off. */
    private boolean clearsCapsLock() {
        return blamesTheLayout() && code.symbology() != null && code.carrier() != Carrier.DISTORTED;
    }

    boolean onlyLostSeparators() {
        return faults.equals(List.of(ScannerFault.SEPARATOR_LOST));
    }
}
