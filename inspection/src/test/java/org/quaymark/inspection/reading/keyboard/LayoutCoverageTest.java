package org.quaymark.inspection.reading.keyboard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * How much of what arrives distorted can be recovered, without and with calibration. Prints its figures:
 *
 * <pre>mvn -pl inspection test -Dtest=LayoutCoverageTest</pre>
 */
class LayoutCoverageTest {
    private static final int TEXTS = 25;

    @Test
    @EnabledIf("org.quaymark.inspection.reading.keyboard.MeasuredPairs#present")
    void recoversWhatWasMeasured() throws IOException {
        Tally tally = new Tally("measured pairs");
        for (MeasuredPairs.Pair pair : MeasuredPairs.read()) {
            tally.count(pair.layout(), calibrated(pair.layout(), true), pair.printed(), pair.reported());
        }
        tally.printed();
        assertTrue(tally.share(tally.recovered) >= 0.85 && tally.share(tally.calibrated) >= 0.97);
    }

    @Test
    void recoversUsualLayouts() {
        Tally shown = new Tally("usual layouts, dead keys shown");
        Tally hidden = new Tally("usual layouts, characters only");
        List<KeyboardLayout> usual = KeyboardLayouts.usual();
        count(usual, shown, hidden, new PrintedTexts(1));
        assertTrue(shown.share(shown.recovered) >= 0.95 && shown.share(shown.calibrated) >= 0.97);
        assertTrue(hidden.share(hidden.recovered) >= 0.95 && hidden.share(hidden.calibrated) >= 0.97);
    }

    @Test
    void recoversEveryLayoutOfTheTable() {
        Tally shown = new Tally("all layouts, dead keys shown");
        Tally hidden = new Tally("all layouts, characters only");
        count(KeyboardLayouts.all(), shown, hidden, new PrintedTexts(2));
        assertTrue(shown.share(shown.recovered) >= 0.93 && hidden.share(hidden.recovered) >= 0.93);
    }

    @Test
    void recoversTextsWithoutIdentifier() {
        Tally tally = new Tally("usual layouts, no identifier");
        PrintedTexts texts = new PrintedTexts(3);
        for (KeyboardLayout layout : KeyboardLayouts.usual()) {
            CalibratedDevice device = calibrated(layout, false);
            for (int i = 0; i < TEXTS; i++) {
                String printed = texts.next("");
                tally.count(layout, device, printed, layout.distort(printed));
            }
        }
        tally.printed();
        assertTrue(tally.share(tally.recovered) >= 0.85 && tally.share(tally.calibrated) >= 0.97);
    }

    /** As if each layout in turn were not in the table: what the others make of its texts is a guess, and mostly none. */
    @Test
    void tellsHowOftenAnUnknownLayoutIsTakenForAnother() {
        PrintedTexts texts = new PrintedTexts(4);
        int distorted = 0;
        int right = 0;
        int nothing = 0;
        for (KeyboardLayout layout : KeyboardLayouts.usual()) {
            for (int i = 0; i < TEXTS; i++) {
                String printed = texts.next();
                String reported = layout.distort(printed);
                if (!reported.equals(printed)) {
                    List<String> others = KeyboardLayouts.undo(reported).candidates().stream()
                            .filter(candidate -> !candidate.layouts().equals(List.of(layout.name())))
                            .map(Candidate::printed)
                            .toList();
                    distorted++;
                    right += others.contains(printed) ? 1 : 0;
                    nothing += others.isEmpty() ? 1 : 0;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "each usual layout as if unknown  %6d distorted: explained by another layout rightly %.2f %%, not at all"
                        + " %.2f %%, wrongly only %.2f %%%n",
                distorted,
                100.0 * right / distorted,
                100.0 * nothing / distorted,
                100.0 * (distorted - right - nothing) / distorted);
        assertTrue(right + nothing > distorted / 2);
    }

    private static void count(List<KeyboardLayout> layouts, Tally shown, Tally hidden, PrintedTexts texts) {
        for (KeyboardLayout layout : layouts) {
            CalibratedDevice showing = calibrated(layout, true);
            CalibratedDevice hiding = calibrated(layout, false);
            for (int i = 0; i < TEXTS; i++) {
                String printed = texts.next();
                shown.count(layout, showing, printed, layout.distortShowingDeadKeys(printed));
                hidden.count(layout, hiding, printed, layout.distort(printed));
            }
        }
        shown.printed();
        hidden.printed();
    }

    private static @Nullable CalibratedDevice calibrated(KeyboardLayout layout, boolean showing) {
        List<String> reported = new ArrayList<>();
        for (String code : CalibrationSheet.codes()) {
            reported.add(showing ? layout.distortShowingDeadKeys("]d1" + code) : layout.distort("]d1" + code));
        }
        return Calibration.learn(reported) instanceof CalibrationOutcome.Learned learned
                ? new CalibratedDevice(learned.profile())
                : null;
    }

    /** Counts texts that arrived otherwise than they were printed. */
    private static final class Tally {
        private final String what;
        private int distorted;
        private int recovered;
        private int named;
        private int foreseen;
        private int candidates;
        private int calibrated;
        private int calibratedCandidates;

        Tally(String what) {
            this.what = what;
        }

        void count(KeyboardLayout layout, @Nullable CalibratedDevice device, String printed, String reported) {
            if (reported.equals(printed)) {
                return;
            }
            distorted++;
            Undone undone = KeyboardLayouts.undo(reported);
            candidates += undone.candidates().size();
            boolean found = PrintedTexts.printed(undone).contains(printed);
            recovered += found ? 1 : 0;
            foreseen += !found && !undone.complete() || layout.isLossy() && !found ? 1 : 0;
            named += undone.candidates().stream()
                            .anyMatch(candidate -> candidate.printed().equals(printed)
                                    && candidate.layouts().contains(layout.name()))
                    ? 1
                    : 0;
            if (device != null) {
                Undone known = device.undo(reported);
                calibrated += PrintedTexts.printed(known).contains(printed) ? 1 : 0;
                calibratedCandidates += known.candidates().size();
            }
        }

        double share(int part) {
            return part / (double) distorted;
        }

        void printed() {
            System.out.printf(
                    Locale.ROOT,
                    "%-32s %6d distorted: printed text among the candidates %.2f %% (layout named %.2f %%, missing with"
                            + " warning %.2f %%), %.2f candidates a text; calibrated %.2f %%, %.2f candidates%n",
                    what,
                    distorted,
                    100 * share(recovered),
                    100 * share(named),
                    100 * share(foreseen),
                    share(candidates),
                    100 * share(calibrated),
                    share(calibratedCandidates));
        }
    }
}
