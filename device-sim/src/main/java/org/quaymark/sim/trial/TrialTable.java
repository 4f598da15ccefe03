package org.quaymark.sim.trial;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quaymark.sim.score.Score;
import org.quaymark.sim.score.TruthFindings;

/** The sum of trials, by kind of goods and by finding. */
final class TrialTable {
    private static final int SHOWN = 20;

    private final Map<String, Row> rows = new TreeMap<>();
    private final List<Score.Example> examples = new ArrayList<>();
    private int foundByHub;
    private int invented;

    private static final class Row {
        private final Map<String, Integer> verdicts = new TreeMap<>();
        private final Map<String, Integer> findings = new HashMap<>();
        private int scans;
        private int asExpected;
        private int missed;
        private int accused;
        private int accepted;
        private int different;
        private int unanswered;

        void add(Score.Tally tally) {
            scans += tally.scans();
            asExpected += tally.asExpected();
            missed += tally.missed();
            accused += tally.accused();
            accepted += tally.accepted();
            different += tally.different();
            unanswered += tally.unanswered();
        }
    }

    void add(Trial.Outcome outcome) {
        Score score = Score.of(outcome.truths(), outcome.verdicts());
        score.byTruth().forEach((kind, tally) -> row(kind).add(tally));
        TruthFindings.of(outcome.truths(), outcome.verdicts()).forEach((kind, counted) -> {
            Row row = row(kind);
            counted.verdicts().forEach((verdict, count) -> row.verdicts.merge(verdict, count, Integer::sum));
            counted.findings().forEach((finding, count) -> row.findings.merge(finding, count, Integer::sum));
        });
        examples.addAll(score.examples());
        foundByHub += outcome.foundByHub();
        invented += outcome.invented();
    }

    private Row row(String kind) {
        return rows.computeIfAbsent(kind, key -> new Row());
    }

    /** One trial in a line. */
    static String line(long seed, Trial.Outcome outcome) {
        Score score = Score.of(outcome.truths(), outcome.verdicts());
        return "seed %d: %,d scans in %.1f s, found %,d of %,d, missed %d, accused %d, accepted %d, different %d, unanswered %d, clones at the hub %d, invented %d"
                .formatted(
                        seed,
                        score.scans(),
                        outcome.took().toMillis() / 1_000.0,
                        score.found(),
                        score.toFind(),
                        score.missed(),
                        score.accused(),
                        score.accepted(),
                        score.different(),
                        score.unanswered(),
                        outcome.foundByHub(),
                        outcome.invented());
    }

    /** Whether nothing was missed, accused, accepted, invented or left without a verdict. */
    boolean isGood() {
        return invented == 0
                && rows.values().stream()
                        .allMatch(row -> row.missed + row.accused + row.accepted + row.unanswered == 0);
    }

    void print(PrintWriter out) {
        out.printf(
                "%-34s%10s%10s%8s%8s%9s%10s%11s  %s%n",
                "goods+fault",
                "scans",
                "right",
                "missed",
                "accused",
                "accepted",
                "different",
                "unanswered",
                "verdicts; findings");
        Row all = new Row();
        rows.forEach((kind, row) -> {
            print(out, kind, row);
            all.add(new Score.Tally(
                    row.scans, row.asExpected, row.missed, row.accused, row.accepted, row.different, row.unanswered));
        });
        print(out, "all", all);
        out.printf("clones reported by the hub %,d, invented %,d%n", foundByHub, invented);
        examples.stream()
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

    private static void print(PrintWriter out, String kind, Row row) {
        out.printf(
                "%-34s%,10d%,10d%,8d%,8d%,9d%,10d%,11d  %s%n",
                kind,
                row.scans,
                row.asExpected,
                row.missed,
                row.accused,
                row.accepted,
                row.different,
                row.unanswered,
                counts(row.verdicts) + (row.findings.isEmpty() ? "" : "; " + counts(row.findings)));
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
