package org.quaymark.sim.scenario;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.settings.BadUsage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code device-sim generate}. */
@Command(
        name = "generate",
        description = "Makes a scenario: registry.ndjson, scans.ndjson and truth.ndjson, the same for the same seed.")
@SuppressWarnings("NullAway.Init")
public final class GenerateCommand implements Callable<Integer> {
    private static final int MAX_PARCELS = 5_000_000;
    private static final int MAX_DOCKS = 1_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seed",
            defaultValue = "7",
            description = "What everything is drawn from (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--parcels", defaultValue = "10000", description = "How many parcels (default: ${DEFAULT-VALUE}).")
    private int parcels;

    @Option(names = "--docks", defaultValue = "12", description = "How many docks (default: ${DEFAULT-VALUE}).")
    private int docks;

    @Option(
            names = "--sites",
            defaultValue = "1",
            description =
                    "Over how many sites the docks are spread: HAM1, CDG1, MXP1, AMS1 (default: ${DEFAULT-VALUE}).")
    private int sites;

    @Option(
            names = "--start",
            defaultValue = "2026-11-21T08:00:00Z",
            description = "Time of the first scan, or 'now' (default: ${DEFAULT-VALUE}).")
    private String start;

    @Option(
            names = "--mix",
            paramLabel = "FILE",
            description = "Weights of truth, faults and forms (default: mostly genuine).")
    private @Nullable Path mixFile;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Directory to write to.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        between("--parcels", parcels, 1, MAX_PARCELS);
        between("--docks", docks, 1, MAX_DOCKS);
        between("--sites", sites, 1, Math.min(SitePlan.MAX_SITES, docks));
        Scenario.Request request = new Scenario.Request(seed, parcels, docks, sites, startTime());
        Scenario scenario = new ScenarioMaker(request, mix()).make();
        new ScenarioFiles(out).write(scenario);
        Map<String, Integer> counts = new TreeMap<>();
        scenario.truths().forEach(line -> counts.merge(line.truth(), 1, Integer::sum));
        spec.commandLine()
                .getOut()
                .printf(
                        "%s: %,d registry lines, %,d scans %s%n",
                        out, scenario.registry().size(), scenario.scans().size(), counts);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private Mix mix() throws IOException {
        if (mixFile == null) {
            return Mix.standard();
        }
        try {
            return MixFile.read(mixFile);
        } catch (MixFile.InvalidMix e) {
            throw refused(String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            throw refused("--mix: no such file: " + mixFile);
        }
    }

    private Instant startTime() {
        if (start.equals("now")) {
            return Instant.ofEpochMilli(System.currentTimeMillis());
        }
        try {
            return Instant.parse(start);
        } catch (DateTimeParseException e) {
            throw refused("--start is neither 'now' nor a time such as 2026-11-21T08:00:00Z: " + start);
        }
    }

    private static void between(String option, int value, int from, int to) {
        if (value < from || value > to) {
            throw refused(option + " is not from " + from + " to " + to + ": " + value);
        }
    }

    private static BadUsage refused(String reason) {
        return new BadUsage(reason);
    }
}
