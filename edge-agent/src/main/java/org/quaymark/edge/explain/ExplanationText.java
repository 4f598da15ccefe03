package org.quaymark.edge.explain;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Explanation;
import org.quaymark.inspection.decision.History;
import org.quaymark.inspection.decision.Recollection;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.reading.Attempt;
import org.quaymark.inspection.reading.Identification;
import org.quaymark.process.json.Json;

/** An explanation as people read it. */
final class ExplanationText {
    private final PrintWriter out;

    ExplanationText(PrintWriter out) {
        this.out = out;
    }

    void print(ExplainCommand.Explained explained) {
        Verdict given = explained.given();
        Explanation explanation = explained.explanation();
        out.println("Scan " + printable(given.scan()) + ": " + given.verdict() + " at " + Json.millis(given.at())
                + ", policy " + given.policy() + ", registry at change "
                + given.registry().sequence() + ", "
                + age(given.registry().ageSeconds()));
        out.println("  " + given.instruction());
        if (explained.unknown() != null) {
            out.println("NOT EXPLAINED FROM THE SAME STATE: " + explained.unknown() + ".");
            out.println(
                    "What follows rests on the records as they are known now, and need not be what was decided on.");
        } else {
            out.println(
                    Boolean.TRUE.equals(explained.reproduced())
                            ? "Decided again from the same inputs: the same verdict."
                            : "Decided again from the same inputs: ANOTHER verdict, "
                                    + explanation.verdict().verdict() + ". This is a fault of the program.");
        }
        codes(explanation.codes());
        before(explanation.before());
        facts(explanation.facts());
        rules(explanation.rules());
        for (Verdict again : explained.again()) {
            out.println("Given again at " + Json.millis(again.at()) + ", registry at change "
                    + again.registry().sequence() + ": " + again.verdict() + " "
                    + again.findings().stream().map(f -> f.code().name()).toList());
        }
    }

    private void codes(List<Explanation.Read> codes) {
        out.println("Codes");
        for (Explanation.Read code : codes) {
            out.println(
                    "  " + (code.code().symbology() == null ? "" : code.code().symbology() + " ")
                            + printable(code.code().data()) + ": "
                            + code.certainty().name().toLowerCase(Locale.ROOT)
                            + (code.repaired().isEmpty() ? "" : ", repaired " + code.repaired()) + " "
                            + item(code.identification()));
            if (!code.tried().isEmpty()) {
                out.println("    " + code.attempts() + " texts tried, undoing " + shortened(code.tried()));
            }
            for (Attempt attempt : code.readings()) {
                out.println("    " + attempt.proof().name().toLowerCase(Locale.ROOT) + " "
                        + (attempt.faults().isEmpty() ? "as it came" : String.join("+", attempt.faults())) + ": "
                        + printable(attempt.text()) + " " + item(attempt.identification()));
            }
        }
    }

    private void before(@Nullable Recollection before) {
        if (before == null) {
            out.println("Before: nothing was known of it");
            return;
        }
        out.println("Before");
        History.Tries tries = before.tries();
        if (tries != null) {
            out.println("  tries: " + tries.rescans() + " on " + tries.devices()
                    + (tries.labelDamaged() ? ", the label is damaged" : ""));
        }
        before.sightings()
                .forEach(seen -> out.println("  the unit was seen at " + seen.site() + " " + Json.millis(seen.at())
                        + " by " + seen.device()
                        + (seen.parcel() == null ? "" : " on parcel " + printable(seen.parcel()))
                        + (seen.closed() ? ", then let go" : "") + " (scan " + printable(seen.scan()) + ")"));
        before.packed()
                .forEach(packed -> out.println(
                        "  in the parcel: " + packed.gtin() + " lot " + packed.lot() + " serial " + packed.serial()));
        if (before.calibration() != null) {
            out.println("  the device is calibrated");
        }
        if (before.country() != null) {
            out.println("  the edge was told its country: " + before.country());
        }
    }

    private void facts(List<Explanation.Fact> facts) {
        out.println("Facts of the registry");
        for (Explanation.Fact fact : facts) {
            String question = "  " + fact.question() + " " + printable(fact.asked()) + ": ";
            if (fact.answers().isEmpty()) {
                out.println(question + "none" + since(fact.changed()));
            }
            for (Explanation.Answer answer : fact.answers()) {
                out.println(question + answer.key() + since(answer.changed()) + " " + fields(answer.record()));
            }
        }
    }

    private void rules(List<Explanation.Judged> rules) {
        out.println("Rules");
        Map<Explanation.Outcome, List<String>> silent = new TreeMap<>();
        for (Explanation.Judged rule : rules) {
            if (rule.found().isEmpty()) {
                silent.computeIfAbsent(rule.outcome(), o -> new ArrayList<>())
                        .add(rule.rule().name());
            }
            for (Explanation.Weighed found : rule.found()) {
                out.println("  " + rule.rule() + ": " + weight(found) + " " + new TreeMap<>(found.detail()));
            }
        }
        silent.forEach((outcome, names) -> out.println(
                "  " + outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + String.join(", ", names)));
    }

    private static String weight(Explanation.Weighed found) {
        StringBuilder text = new StringBuilder(found.effect().name());
        if (found.decided() != found.standard()) {
            text.append(", by policy or order ")
                    .append(found.decided())
                    .append(" instead of ")
                    .append(found.standard());
        }
        if (found.raised() != found.decided()) {
            text.append(", raised to ").append(found.raised());
        }
        if (found.withRights() != found.raised()) {
            text.append(", no right in force there: ").append(found.withRights());
        }
        if (found.effect() != found.withRights()) {
            text.append(", cleared by an authority: ").append(found.effect());
        }
        return text.toString();
    }

    private static String age(long seconds) {
        return seconds < 0 ? "never vouched for" : seconds + " s old";
    }

    private static String since(@Nullable Long change) {
        return change == null ? "" : " (since change " + change + ")";
    }

    private static String item(Identification item) {
        String fields = fields(item);
        return fields.equals("{}") ? "" : fields;
    }

    private static String fields(Object record) {
        return Json.LENIENT.valueToTree(record).toString();
    }

    private static String shortened(List<String> tried) {
        String some = tried.stream().limit(8).collect(Collectors.joining(", "));
        return tried.size() > 8 ? some + " and " + (tried.size() - 8) + " more" : some;
    }

    /** Text of strangers, without what would move a terminal's cursor. */
    static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
