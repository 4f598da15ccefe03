package org.quaymark.edge.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.log.JournalEntry;

/**
 * A policy tried on the scans of the journal. Each is decided from its own inputs; what a worker would have done after another
 * verdict, such as scanning again, is not guessed.
 */
final class Trial {
    private static final Duration TELL_EVERY = Duration.ofSeconds(2);
    private static final int MOST_CHANGES = 10_000;

    private final EdgeData edge;
    private final Policy policy;
    private final Clock clock;
    private final Consumer<String> progress;

    Trial(EdgeData edge, Policy policy, Clock clock, Consumer<String> progress) {
        this.edge = edge;
        this.policy = policy;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * What the policy would change.
     *
     * @param scans how many were decided again
     * @param unknown how many could not be, by reason
     * @param verdicts how many of each there were, and would be
     * @param moves how many would change, by {@code FROM → TO}
     * @param byFinding how many would change, by the findings whose effect is another one
     * @param changes each of them, the first {@value #MOST_CHANGES}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            String policy,
            Instant since,
            long scans,
            long changed,
            Map<String, Long> unknown,
            Map<Effect, Counts> verdicts,
            Map<String, Long> moves,
            Map<FindingCode, Long> byFinding,
            List<Change> changes) {}

    /** How many verdicts there were, and would be. */
    record Counts(long were, long wouldBe) {}

    /** A verdict that would be another one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            String scan,
            Instant at,
            String dock,
            String device,
            @Nullable String gtin,
            @Nullable String parcel,
            @Nullable String policy,
            Effect was,
            Effect wouldBe,
            List<FindingCode> findings) {}

    Result since(Instant since) {
        long all = edge.journal.countSince(since);
        long done = 0;
        long changed = 0;
        Map<String, Long> unknown = new TreeMap<>();
        Map<Effect, Counts> verdicts = new TreeMap<>();
        Map<String, Long> moves = new TreeMap<>();
        Map<FindingCode, Long> byFinding = new TreeMap<>();
        List<Change> changes = new ArrayList<>();
        Instant tell = clock.instant().plus(TELL_EVERY);
        long read = 0;
        long last = 0;
        for (List<JournalEntry.Sighting> some = edge.journal.sightingsSince(since, last);
                !some.isEmpty();
                some = edge.journal.sightingsSince(since, last)) {
            for (JournalEntry.Sighting entry : some) {
                last = entry.sequence();
                read++;
                String problem = edge.redecision.problem(entry);
                if (problem != null) {
                    unknown.merge(kind(problem), 1L, Long::sum);
                    continue;
                }
                done++;
                Verdict was = entry.verdict();
                Verdict wouldBe = edge.redecision.verdict(entry, policy);
                count(verdicts, was.verdict(), 1, 0);
                count(verdicts, wouldBe.verdict(), 0, 1);
                if (was.verdict() != wouldBe.verdict()) {
                    changed++;
                    moves.merge(was.verdict() + " → " + wouldBe.verdict(), 1L, Long::sum);
                    Set<FindingCode> moved = moved(was, wouldBe);
                    moved.forEach(code -> byFinding.merge(code, 1L, Long::sum));
                    if (changes.size() < MOST_CHANGES) {
                        changes.add(change(entry, wouldBe, moved));
                    }
                }
            }
            if (clock.instant().isAfter(tell)) {
                progress.accept(read + " of " + all + " scans decided again");
                tell = clock.instant().plus(TELL_EVERY);
            }
        }
        return new Result(policy.version(), since, done, changed, unknown, verdicts, moves, byFinding, changes);
    }

    private static void count(Map<Effect, Counts> verdicts, Effect effect, long were, long wouldBe) {
        verdicts.merge(effect, new Counts(were, wouldBe), (a, b) -> new Counts(a.were + b.were, a.wouldBe + b.wouldBe));
    }

    /** The findings that are there in one of them only, or have another effect. */
    private static Set<FindingCode> moved(Verdict was, Verdict wouldBe) {
        Set<FindingCode> moved = new LinkedHashSet<>();
        was.findings().stream()
                .filter(f -> !wouldBe.findings().contains(f))
                .map(Finding::code)
                .forEach(moved::add);
        wouldBe.findings().stream()
                .filter(f -> !was.findings().contains(f))
                .map(Finding::code)
                .forEach(moved::add);
        return moved;
    }

    private static Change change(JournalEntry.Sighting entry, Verdict wouldBe, Set<FindingCode> moved) {
        Verdict was = entry.verdict();
        return new Change(
                entry.scan().id(),
                entry.scan().at(),
                entry.scan().dock(),
                entry.scan().device(),
                was.identified().gtin(),
                was.identified().parcel(),
                was.policy(),
                was.verdict(),
                wouldBe.verdict(),
                List.copyOf(moved));
    }

    /** The reason without its numbers, so that like ones are counted together. */
    private static String kind(String problem) {
        int colon = problem.indexOf(':');
        return (colon < 0 ? problem : problem.substring(colon + 2)).replaceAll("[0-9]{2,}", "…");
    }
}
