package org.quaymark.sim.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.settings.BadUsage;
import org.quaymark.sim.deployment.Jars;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code device-sim demo}. */
@Command(
        name = "demo",
        description =
                "Starts a hub, an edge with its broker, a customs office and a platform, and plays a day of scans.")
@SuppressWarnings("NullAway.Init")
public final class DemoCommand implements Callable<Integer> {
    private static final int LEAST_SCANS = 100;
    private static final int MOST_SCANS = 200_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--scans", defaultValue = "2500", description = "About how many scans (default: ${DEFAULT-VALUE}).")
    private int scans;

    @Option(
            names = "--seed",
            defaultValue = "7",
            description = "What the scenario is drawn from (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--rate", defaultValue = "100", description = "Scans a second (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--keep", description = "Leave everything up to look at, until Ctrl-C.")
    private boolean keep;

    @Option(names = "--data", paramLabel = "DIR", description = "Directory for data and logs (default: a new one).")
    private @Nullable Path data;

    @Option(
            names = "--hub-port",
            defaultValue = "8080",
            description = "The hub's port; another where it is taken (default: ${DEFAULT-VALUE}).")
    private int hubPort;

    @Option(
            names = "--edge-port",
            defaultValue = "8081",
            description = "The dock page's port; another where it is taken (default: ${DEFAULT-VALUE}).")
    private int edgePort;

    @Option(
            names = "--mqtt-port",
            defaultValue = "1883",
            description = "The broker's port; another where it is taken (default: ${DEFAULT-VALUE}).")
    private int mqttPort;

    @Option(
            names = "--hub-jar",
            paramLabel = "FILE",
            description = "hub.jar (default: from the build, or beside this program).")
    private @Nullable Path hubJar;

    @Option(
            names = "--edge-jar",
            paramLabel = "FILE",
            description = "edge-agent.jar (default: from the build, or beside this program).")
    private @Nullable Path edgeJar;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (scans < LEAST_SCANS || scans > MOST_SCANS) {
            throw new BadUsage("--scans is not from " + LEAST_SCANS + " to " + MOST_SCANS + ": " + scans);
        }
        if (!(rate > 0 && rate <= 100_000)) {
            throw new BadUsage("--rate is not above 0: " + rate);
        }
        if (data != null && Files.exists(data.resolve("hub"))) {
            throw new BadUsage("--data: " + data + " holds another run's data");
        }
        Jars jars = Jars.find(hubJar, edgeJar);
        Path directory = data == null ? Files.createTempDirectory("quaymark-demo-") : Files.createDirectories(data);
        PrintWriter out = spec.commandLine().getOut();
        Demo.Settings settings =
                new Demo.Settings(jars, directory.toAbsolutePath(), scans, seed, rate, hubPort, edgePort, mqttPort);
        return Demo.run(settings, keep, out);
    }
}
