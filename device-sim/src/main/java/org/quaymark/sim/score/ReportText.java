package org.quaymark.sim.score;

import java.io.PrintWriter;
import java.util.Map;

/** A report for people. */
public final class ReportText {
    private static final int SHOWN = 10;

    private ReportText() {}

    /** Prints it. */
    public static void print(Report report, PrintWriter out) {
        verdicts(report, out);
        for (Requirement.Checked checked : report.required()) {
            out.printf(
                    "%-15s%s (%,d)%n", checked.holds() ? "holds" : "BROKEN", checked.requirement(), checked.actual());
        }
        out.flush();
    }

    /** Prints all of it but the bounds. */
    public static void verdicts(Report report, PrintWriter out) {
        Score score = report.score();
        out.printf("%-15s%,d in %.1f s%n", "scans", score.scans(), report.durationMillis() / 1_000.0);
        StringBuilder kinds = new StringBuilder();
        for (Map.Entry<String, Integer> entry : score.verdicts().entrySet()) {
            kinds.append(kinds.isEmpty() ? "" : ", ")
                    .append(entry.getKey())
                    .append(' ')
                    .append("%,d".formatted(entry.getValue()));
        }
        out.printf("%-15s%s%n", "verdicts", kinds);
        out.printf(
                "%-15sfound %,d of %,d, missed %,d, falsely accused %,d, wrongly accepted %,d, otherwise than expected"
                        + " %,d, unanswered %,d%n",
                "truth",
                score.found(),
                score.toFind(),
                score.missed(),
                score.accused(),
                score.accepted(),
                score.different(),
                score.unanswered());
        out.printf("%-15s%s%n", "latencies", report.latencyMicros());
        if (report.repeats() + report.dropped() + report.duplicated() + report.reordered() + report.contradictions()
                > 0) {
            out.printf(
                    "%-15sasked again %,d, verdicts dropped %,d, sent twice %,d, held back %,d, contradictions %,d%n",
                    "on the way",
                    report.repeats(),
                    report.dropped(),
                    report.duplicated(),
                    report.reordered(),
                    report.contradictions());
        }
        score.examples().stream()
                .limit(SHOWN)
                .forEach(example -> out.printf(
                        "  %s %s: %s, expected %s, got %s %s%n",
                        example.scan(),
                        example.kind(),
                        example.judgement(),
                        example.expected(),
                        example.verdict(),
                        example.findings()));
        out.flush();
    }
}
