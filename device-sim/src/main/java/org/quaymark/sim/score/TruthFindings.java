package org.quaymark.sim.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quaymark.sim.scenario.TruthLine;

/**
 * What was said of one kind of goods.
 *
 * @param verdicts how often each verdict was given
 * @param findings how often each finding was among a verdict's
 */
public record TruthFindings(Map<String, Integer> verdicts, Map<String, Integer> findings) {

    /** By kind of goods; a scanner's fault is added as {@code genuine+F1}. */
    public static Map<String, TruthFindings> of(List<TruthLine> truths, List<VerdictLine> verdicts) {
        Map<String, VerdictLine> byScan = new HashMap<>();
        verdicts.forEach(line -> byScan.put(line.scan(), line));
        Map<String, TruthFindings> kinds = new TreeMap<>();
        for (TruthLine truth : truths) {
            VerdictLine line = byScan.get(truth.scan());
            if (line != null && line.verdict() != null) {
                TruthFindings kind =
                        kinds.computeIfAbsent(truth.kind(), key -> new TruthFindings(new TreeMap<>(), new TreeMap<>()));
                kind.verdicts.merge(line.verdict(), 1, Integer::sum);
                line.findings().forEach(finding -> kind.findings.merge(finding, 1, Integer::sum));
            }
        }
        return kinds;
    }
}
