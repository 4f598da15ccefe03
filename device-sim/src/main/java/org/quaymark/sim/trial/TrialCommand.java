package org.quaymark.sim.trial;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.settings.BadUsage;
import org.quaymark.sim.deployment.Jars;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code device-sim trial}. */
@Command(
        name = "trial",
        description =
                "Plays scenarios with every kind of goods and every scanner fault to a hub and an edge for each site, real"
                        + " processes, and prints what was found, missed, accused and accepted by kind and finding."
                        + " Exit 1 where anything was missed, accused, accepted or unanswered.")
@SuppressWarnings("NullAway.Init")
public final class TrialCommand implements Callable<Integer> {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,9})(?:\\.\\.([0-9]{1,9}))?");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seeds",
            defaultValue = "1..3",
            paramLabel = "FROM..TO",
            description = "A scenario for each (default: ${DEFAULT-VALUE}).")
    private String seeds;

    @Option(names = "--parcels", defaultValue = "2000", description = "In each scenario (default: ${DEFAULT-VALUE}).")
    private int parcels;

    @Option(names = "--docks", defaultValue = "12", description = "Over two sites (default: ${DEFAULT-VALUE}).")
    private int docks;

    @Option(
            names = "--outstanding",
            defaultValue = "25",
            description = "Most scans without a verdict on one of eight connections (default: ${DEFAULT-VALUE}).")
    private int outstanding;

    @Option(names = "--hub-jar", description = "The hub (default: that of this build).")
    private @Nullable Path hubJar;

    @Option(names = "--edge-jar", description = "The edge agent (default: that of this build).")
    private @Nullable Path edgeJar;

    @Option(names = "--out", paramLabel = "DIR", description = "Keep scenarios, data and logs there.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Matcher range = RANGE.matcher(seeds);
        if (!range.matches()) {
            throw new BadUsage("--seeds is not like 1..20: " + seeds);
        }
        int from = Integer.parseInt(range.group(1));
        int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
        if (to < from || to - from >= 1_000) {
            throw new BadUsage("--seeds are not 1 to 1000 in their order: " + seeds);
        }
        if (parcels < 1 || parcels > 1_000_000 || docks < 2 || docks > 1_000 || outstanding < 1) {
            throw new BadUsage("--parcels is 1 to 1000000, --docks 2 to 1000, --outstanding from 1");
        }
        Path data = out == null ? Files.createTempDirectory("quaymark-trial-") : Files.createDirectories(out);
        PrintWriter text = spec.commandLine().getOut();
        text.println("data and logs  " + data);
        text.flush();
        Jars jars = Jars.find(hubJar, edgeJar);
        TrialTable table = new TrialTable();
        for (int seed = from; seed <= to; seed++) {
            Trial trial =
                    new Trial(jars, data.resolve("seed-" + seed), new Trial.Request(seed, parcels, docks, outstanding));
            Trial.Outcome outcome = trial.run();
            table.add(outcome);
            text.println(TrialTable.line(seed, outcome));
            text.flush();
        }
        table.print(text);
        return table.isGood() ? 0 : 1;
    }
}
