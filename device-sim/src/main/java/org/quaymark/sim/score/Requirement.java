package org.quaymark.sim.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quaymark.process.settings.BadUsage;

/**
 * A bound on a report: {@code missed=0}, {@code p99<20ms}.
 *
 * @param metric name of the figure
 * @param operator {@code =}, {@code <}, {@code <=}, {@code >} or {@code >=}
 * @param bound latencies in microseconds
 */
public record Requirement(String text, String metric, String operator, long bound) {
    private static final Pattern FORM = Pattern.compile("([a-z0-9.]+)(<=|>=|=|<|>)([0-9]+)(us|ms|s)?");
    private static final Map<String, ToLongFunction<Report>> COUNTS = new TreeMap<>(Map.of(
            "scans", report -> report.score().scans(),
            "found", report -> report.score().found(),
            "missed", report -> report.score().missed(),
            "accused", report -> report.score().accused(),
            "accepted", report -> report.score().accepted(),
            "different", report -> report.score().different(),
            "unanswered", report -> report.score().unanswered(),
            "contradictions", Report::contradictions,
            "repeats", Report::repeats));
    private static final Map<String, ToLongFunction<Report>> LATENCIES = new TreeMap<>(Map.of(
            "p50", report -> report.latencyMicros().p50(),
            "p90", report -> report.latencyMicros().p90(),
            "p99", report -> report.latencyMicros().p99(),
            "p99.9", report -> report.latencyMicros().p999(),
            "max", report -> report.latencyMicros().max()));

    /**
     * A bound and what came.
     *
     * @param requirement as it was written
     * @param actual latencies in microseconds
     */
    public record Checked(String requirement, long actual, boolean holds) {}

    /**
     * Reads {@code missed=0,accused=0,p99<20ms}.
     *
     * @throws BadUsage where it is not of that form
     */
    public static List<Requirement> parse(String text) {
        List<Requirement> requirements = new ArrayList<>();
        for (String part : text.split(",")) {
            if (!part.isBlank()) {
                requirements.add(parseOne(part.strip()));
            }
        }
        return requirements;
    }

    private static Requirement parseOne(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new BadUsage("--require: '" + text + "' is not like missed=0 or p99<20ms");
        }
        String metric = matcher.group(1);
        String unit = matcher.group(4);
        boolean latency = LATENCIES.containsKey(metric);
        if (!latency && !COUNTS.containsKey(metric)) {
            throw new BadUsage("--require: unknown figure " + metric + " (known: " + String.join(", ", COUNTS.keySet())
                    + ", " + String.join(", ", LATENCIES.keySet()) + ")");
        }
        if (latency != (unit != null)) {
            throw new BadUsage("--require: '" + text + "' " + (latency ? "needs a unit: us, ms or s" : "has no unit"));
        }
        long factor = "s".equals(unit) ? 1_000_000 : "ms".equals(unit) ? 1_000 : 1;
        try {
            long bound = Math.multiplyExact(Long.parseLong(matcher.group(3)), factor);
            return new Requirement(text, metric, matcher.group(2), bound);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new BadUsage("--require: '" + text + "' is out of range", e);
        }
    }

    /** Holds it against a report. */
    Checked check(Report report) {
        ToLongFunction<Report> figure = COUNTS.containsKey(metric) ? COUNTS.get(metric) : LATENCIES.get(metric);
        long actual = Objects.requireNonNull(figure).applyAsLong(report);
        boolean holds = switch (operator) {
            case "=" -> actual == bound;
            case "<" -> actual < bound;
            case "<=" -> actual <= bound;
            case ">" -> actual > bound;
            default -> actual >= bound;
        };
        return new Checked(text, actual, holds);
    }
}
