package org.quaymark.sim.score;

import java.time.Instant;
import java.util.List;

/**
 * What a replay came to.
 *
 * @param scenario the scenario's directory
 * @param broker where it was played
 * @param started when it began
 * @param durationMillis how long it took
 * @param repeats scans sent again because no verdict came in time
 * @param dropped verdicts thrown away on purpose
 * @param duplicated scans sent twice on purpose
 * @param reordered scans held back on purpose
 * @param contradictions scans that were given two different verdicts
 * @param required the bounds that were asked for, and whether they hold
 */
public record Report(
        String scenario,
        String broker,
        Instant started,
        long durationMillis,
        Score score,
        Latencies latencyMicros,
        int repeats,
        int dropped,
        int duplicated,
        int reordered,
        int contradictions,
        List<Requirement.Checked> required) {

    /** Whether every bound that was asked for holds. */
    public boolean good() {
        return required.stream().allMatch(Requirement.Checked::holds);
    }

    /** The same held against other bounds. */
    public Report requiring(List<Requirement> requirements) {
        return new Report(
                scenario,
                broker,
                started,
                durationMillis,
                score,
                latencyMicros,
                repeats,
                dropped,
                duplicated,
                reordered,
                contradictions,
                requirements.stream()
                        .map(requirement -> requirement.check(this))
                        .toList());
    }
}
