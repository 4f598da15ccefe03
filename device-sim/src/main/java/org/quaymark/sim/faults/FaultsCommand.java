package org.quaymark.sim.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.json.Json;
import org.quaymark.process.settings.BadUsage;
import org.quaymark.sim.deployment.Jars;
import org.quaymark.sim.replay.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code device-sim faults}. */
@Command(
        name = "faults",
        description =
                "Kills edges, hubs, brokers and the database, cuts links and lets them go silent, fills disks and moves clocks"
                        + " while scanners repeat numbered scans until they have their verdicts; then compares what they saw with"
                        + " what the edges' journals and the hub have. Exit 1 where a scan is lost, doubled or differs, a held one has no case or several, or a"
                        + " checkpoint does not verify.")
@SuppressWarnings("NullAway.Init")
public final class FaultsCommand implements Callable<Integer> {
    private static final Duration DRAIN = Duration.ofMinutes(5);
    private static final Duration DRAIN_WITH_BUG = Duration.ofSeconds(20);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--scale",
            defaultValue = "0.05",
            description =
                    "Share of the whole campaign's faults; 1 is 200 kills of edges, 100 of hubs, 50 of the broker, 100 cuts,"
                            + " 50 silent links, 20 kills of PostgreSQL, 10 full disks, 10 clock jumps (default: ${DEFAULT-VALUE}).")
    private double scale;

    @Option(names = "--scans", defaultValue = "15000", description = "Over all sites (default: ${DEFAULT-VALUE}).")
    private int scans;

    @Option(names = "--time", defaultValue = "2m", description = "Over how long (default: ${DEFAULT-VALUE}).")
    private Duration time;

    @Option(names = "--seed", defaultValue = "1", description = "What the order of faults is drawn from.")
    private long seed;

    @Option(
            names = "--bug",
            description = "Put a bug into the edges that the campaign must find: acknowledge-before-commit,"
                    + " delete-before-receipt or double-apply.")
    private @Nullable String bug;

    @Option(names = "--hub-jar", description = "The hub (default: that of this build).")
    private @Nullable Path hubJar;

    @Option(names = "--edge-jar", description = "The edge agent (default: that of this build).")
    private @Nullable Path edgeJar;

    @Option(names = "--out", paramLabel = "DIR", description = "Keep data and logs there.")
    private @Nullable Path out;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the report as JSON.")
    private @Nullable Path reportFile;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the report as JUnit XML.")
    private @Nullable Path junitFile;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(scale >= 0 && scale <= 100) || scans < 2 || scans > 10_000_000 || time.toSeconds() < 1) {
            throw new BadUsage("--scale is 0 to 100, --scans 2 to 10000000, --time from 1s");
        }
        Path data = out == null ? Files.createTempDirectory("quaymark-faults-") : Files.createDirectories(out);
        PrintWriter text = spec.commandLine().getOut();
        text.println("data and logs   " + data);
        text.flush();
        FaultReport report = run(Jars.find(hubJar, edgeJar), data);
        report.print(text);
        if (reportFile != null) {
            Json.STRICT.writerWithDefaultPrettyPrinter().writeValue(reportFile.toFile(), report);
        }
        if (junitFile != null) {
            FaultJunit.write(report, junitFile);
        }
        return report.good() ? 0 : 1;
    }

    private FaultReport run(Jars jars, Path data) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Instant started = Instant.ofEpochMilli(System.currentTimeMillis()).truncatedTo(ChronoUnit.SECONDS);
        try (Progress progress = Progress.to("scans", scans);
                Grounds grounds = Grounds.prepare(jars, data, bug == null ? null : bug(bug), progress);
                Checkpoints checkpoints = Checkpoints.collect(grounds.hubs().get(0), grounds.client())) {
            Campaign.Plans plans = new Campaign.Plans(scans, scale, time, seed);
            Campaign.Fought fought = new Campaign(grounds, plans).fight();
            // With a bug in it an edge may never be done.
            boolean drained = grounds.drain(bug == null ? DRAIN : DRAIN_WITH_BUG);
            List<EdgeJournal> journals = grounds.journals();
            return new FaultReport(
                    started.toString(),
                    Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                    fought.verdicts().size(),
                    fought.repeats(),
                    fought.notRecorded(),
                    fought.endedByThemselves(),
                    drained,
                    Checker.check(fought.verdicts(), grounds.client().all("/sightings"), journals),
                    CaseCheck.check(fought.verdicts(), () -> grounds.client().all("/cases")),
                    fought.contradictions(),
                    checkpoints.count(),
                    checkpoints.unverified(),
                    journals.stream().map(FaultReport.Journal::of).toList(),
                    kinds(new Strikes(grounds, new java.util.Random(seed)), fought.struck()));
        }
    }

    private static Bug bug(String name) {
        try {
            return Bug.ofWireName(name);
        } catch (IllegalArgumentException e) {
            throw new BadUsage("--bug: " + e.getMessage(), e);
        }
    }

    private List<FaultReport.Kind> kinds(Strikes strikes, List<Campaign.Struck> struck) {
        List<FaultReport.Kind> kinds = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            long[] recoveries = struck.stream()
                    .filter(one -> one.kind() == kind && one.recoveryMillis() >= 0)
                    .mapToLong(Campaign.Struck::recoveryMillis)
                    .sorted()
                    .toArray();
            int all = (int) struck.stream().filter(one -> one.kind() == kind).count();
            kinds.add(new FaultReport.Kind(
                    kind.wireName(),
                    kind.times(scale),
                    all,
                    strikes.canBe(kind) ? null : Strikes.needs(kind),
                    all - recoveries.length,
                    at(recoveries, 0.5),
                    at(recoveries, 0.99),
                    at(recoveries, 1)));
        }
        return kinds;
    }

    private static long at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
