package org.quaymark.edge.explain;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.process.json.Json;

/** What a policy would change, as tables. */
final class TrialText {
    private static final int SHOWN = 50;

    private final PrintWriter out;

    TrialText(PrintWriter out) {
        this.out = out;
    }

    void print(Trial.Result result) {
        out.println("Policy " + result.policy() + " on " + result.scans() + " scans since "
                + Json.millis(result.since()) + ": " + result.changed() + " verdicts would change");
        result.unknown()
                .forEach((reason, count) -> out.println("  " + count + " scans cannot be decided again: " + reason));
        out.println();
        row("verdict", "were", "would be");
        for (Effect effect : Effect.values()) {
            Trial.Counts counts = result.verdicts().getOrDefault(effect, new Trial.Counts(0, 0));
            row(effect.name(), String.valueOf(counts.were()), String.valueOf(counts.wouldBe()));
        }
        if (result.changed() == 0) {
            return;
        }
        out.println();
        result.moves().forEach((move, count) -> row(move, String.valueOf(count), ""));
        out.println();
        result.byFinding().forEach((code, count) -> row(code.name(), String.valueOf(count), ""));
        out.println();
        out.printf(Locale.ROOT, "%-24s  %-9s %-9s %-12s %-14s %s%n", "at", "was", "would be", "dock", "gtin", "scan");
        List<Trial.Change> changes = result.changes();
        for (Trial.Change change : changes.subList(0, Math.min(SHOWN, changes.size()))) {
            out.printf(
                    Locale.ROOT,
                    "%-24s  %-9s %-9s %-12s %-14s %s%n",
                    Json.millis(change.at()),
                    change.was(),
                    change.wouldBe(),
                    change.dock(),
                    change.gtin() == null ? "" : change.gtin(),
                    ExplanationText.printable(change.scan()));
        }
        if (result.changed() > SHOWN) {
            out.println("… and " + (result.changed() - SHOWN) + " more: --json lists them");
        }
    }

    private void row(String first, String second, String third) {
        out.printf(Locale.ROOT, "  %-24s %10s %10s%n", first, second, third);
    }
}
