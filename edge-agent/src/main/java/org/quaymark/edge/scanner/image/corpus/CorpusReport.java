package org.quaymark.edge.scanner.image.corpus;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.quaymark.edge.scanner.image.ImageReading;

/** What came of a collection, set by set and rung by rung. */
public final class CorpusReport {
    private final List<CorpusOutcome> outcomes;

    CorpusReport(List<CorpusOutcome> outcomes) {
        this.outcomes = List.copyOf(outcomes);
    }

    /** The counts by the name of the set. */
    public Map<String, SetCount> sets() {
        Map<String, SetCount> sets = new TreeMap<>();
        for (CorpusOutcome outcome : outcomes) {
            sets.computeIfAbsent(outcome.image().set(), set -> new SetCount()).count(outcome);
        }
        return sets;
    }

    /** The time under which that share of the images was read, in milliseconds. */
    public double quantileMillis(double share) {
        return quantile(share, CorpusOutcome::nanos);
    }

    private double quantile(double share, ToLongFunction<CorpusOutcome> time) {
        long[] sorted = outcomes.stream().mapToLong(time).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }

    /** As a table for people. */
    public void print(PrintWriter out) {
        out.printf("%-20s %7s %6s %6s   %-17s %s%n", "set", "images", "right", "wrong", "ZXing: right wrong", "missed");
        sets().forEach((name, set) -> out.printf(
                "%-20s %7d %6d %6d   %12d %5d   %s%n",
                name,
                set.images(),
                set.right(),
                set.wrong(),
                set.plainRight(),
                set.plainWrong(),
                String.join(" ", set.missed())));
        out.printf(
                Locale.ROOT,
                "%nmilliseconds an image: p50 %.1f, p99 %.1f, most %.1f; ZXing alone: p50 %.1f, p99 %.1f, most %.1f%n%n",
                quantileMillis(0.5),
                quantileMillis(0.99),
                quantileMillis(1),
                quantile(0.5, CorpusOutcome::plainNanos),
                quantile(0.99, CorpusOutcome::plainNanos),
                quantile(1, CorpusOutcome::plainNanos));
        printRungs(out);
    }

    private void printRungs(PrintWriter out) {
        Map<String, long[]> rungs = new LinkedHashMap<>();
        for (CorpusOutcome outcome : outcomes) {
            for (ImageReading.Step step : outcome.reading().steps()) {
                long[] sums = rungs.computeIfAbsent(step.rung(), rung -> new long[4]);
                sums[0]++;
                sums[1] += step.found();
                sums[2] += step.nanos();
                sums[3] = Math.max(sums[3], step.nanos());
            }
        }
        out.printf("%-36s %6s %6s %10s %10s %12s%n", "rung", "tried", "codes", "ms a try", "most ms", "codes/second");
        rungs.forEach((name, sums) -> out.printf(
                Locale.ROOT,
                "%-36s %6d %6d %10.2f %10.1f %12.1f%n",
                name,
                sums[0],
                sums[1],
                sums[2] / 1e6 / sums[0],
                sums[3] / 1e6,
                sums[1] * 1e9 / Math.max(1, sums[2])));
    }
}
