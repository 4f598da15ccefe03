package org.quaymark.sim.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quaymark.sim.scenario.TruthLine;

/**
 * Verdicts held against the truth.
 *
 * @param scans scans the truth knows
 * @param asExpected verdicts that are right
 * @param toFind scans of goods that had to be stopped
 * @param found of those, how many were stopped
 * @param missed of those, how many were not, though a verdict came
 * @param accused scans of goods that nothing is wrong with, stopped all the same
 * @param accepted scans let through where no right verdict does
 * @param different other verdicts than the right ones that neither accuse nor let through
 * @param unanswered scans without a verdict
 * @param verdicts how often each verdict was given
 * @param byTruth the same by what the goods really are; a scanner's fault is added as {@code genuine+F1}
 * @param examples the first of those that are not as expected
 */
public record Score(
        int scans,
        int asExpected,
        int toFind,
        int found,
        int missed,
        int accused,
        int accepted,
        int different,
        int unanswered,
        Map<String, Integer> verdicts,
        Map<String, Tally> byTruth,
        List<Example> examples) {
    private static final int MAX_EXAMPLES = 50;

    /** Of one kind of goods. */
    public record Tally(
            int scans, int asExpected, int missed, int accused, int accepted, int different, int unanswered) {
        static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

        Tally and(Judgement judgement, boolean acceptedWrongly) {
            return new Tally(
                    scans + 1,
                    asExpected + (judgement == Judgement.AS_EXPECTED ? 1 : 0),
                    missed + (judgement == Judgement.MISSED ? 1 : 0),
                    accused + (judgement == Judgement.ACCUSED ? 1 : 0),
                    accepted + (acceptedWrongly ? 1 : 0),
                    different + (judgement == Judgement.DIFFERENT ? 1 : 0),
                    unanswered + (judgement == Judgement.UNANSWERED ? 1 : 0));
        }
    }

    /** A scan whose verdict is not as expected. */
    public record Example(
            String scan,
            String kind,
            String judgement,
            List<String> expected,
            @Nullable String verdict,
            List<String> findings) {}

    /** Judges; verdicts of scans that the truth does not know are left out. */
    public static Score of(List<TruthLine> truths, List<VerdictLine> verdicts) {
        Map<String, VerdictLine> byScan = new HashMap<>();
        verdicts.forEach(line -> byScan.put(line.scan(), line));
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, Tally> tallies = new TreeMap<>();
        List<Example> examples = new ArrayList<>();
        Tally all = Tally.NONE;
        int toFind = 0;
        int found = 0;
        for (TruthLine truth : truths) {
            VerdictLine line = byScan.get(truth.scan());
            @Nullable String verdict = line == null ? null : line.verdict();
            Judgement judgement = Judgement.of(truth.expected(), verdict);
            boolean acceptedWrongly = Judgement.acceptsWrongly(truth.expected(), verdict);
            if (verdict != null) {
                counts.merge(verdict, 1, Integer::sum);
            }
            if (Judgement.toBeStopped(truth.expected())) {
                toFind++;
                found += Judgement.stops(verdict) ? 1 : 0;
            }
            String kind = truth.kind();
            all = all.and(judgement, acceptedWrongly);
            tallies.put(kind, tallies.getOrDefault(kind, Tally.NONE).and(judgement, acceptedWrongly));
            if (judgement != Judgement.AS_EXPECTED && examples.size() < MAX_EXAMPLES) {
                examples.add(new Example(
                        truth.scan(),
                        kind,
                        judgement.name().toLowerCase(Locale.ROOT),
                        truth.expected(),
                        verdict,
                        line == null ? List.of() : line.findings()));
            }
        }
        return new Score(
                all.scans(),
                all.asExpected(),
                toFind,
                found,
                all.missed(),
                all.accused(),
                all.accepted(),
                all.different(),
                all.unanswered(),
                counts,
                tallies,
                examples);
    }
}
