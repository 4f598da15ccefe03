package org.quaymark.sim.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.json.Json;
import org.quaymark.process.settings.BadUsage;
import org.quaymark.process.settings.Failure;
import org.quaymark.process.settings.Secret;
import org.quaymark.sim.mqtt.Broker;
import org.quaymark.sim.replay.Plan;
import org.quaymark.sim.replay.Progress;
import org.quaymark.sim.replay.Replay;
import org.quaymark.sim.scenario.ScanLine;
import org.quaymark.sim.scenario.Scenario;
import org.quaymark.sim.scenario.ScenarioFiles;
import org.quaymark.sim.scenario.ScenarioMaker;
import org.quaymark.sim.score.Latencies;
import org.quaymark.sim.score.VerdictLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code device-sim load}. */
@Command(
        name = "load",
        description = "Loads a site at a constant rate, between two runs of a bare echo over the same broker.")
@SuppressWarnings("NullAway.Init")
public final class LoadCommand implements Callable<Integer> {
    private static final int MAX_SCANS = 5_000_000;
    private static final int MADE_UP_PARCELS = 2_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--broker",
            defaultValue = "tcp://127.0.0.1:1883",
            description = "tcp://host:port or ssl://host:port (default: ${DEFAULT-VALUE}).")
    private String broker;

    @Option(names = "--broker-user", description = "User name at the broker.")
    private @Nullable String user;

    @Secret
    @Option(names = "--broker-password", description = "Password at the broker.")
    private @Nullable String password;

    @Option(
            names = "--site",
            defaultValue = "HAM1",
            description = "The site that is loaded (default: ${DEFAULT-VALUE}).")
    private String site;

    @Option(names = "--rate", defaultValue = "200", description = "Scans a second (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--seconds", defaultValue = "20", description = "For how long (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--connections", defaultValue = "4", description = "MQTT connections (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--scenario",
            paramLabel = "DIR",
            description = "Take the codes from this scenario (default: made up, unknown to the registry).")
    private @Nullable Path scenario;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(rate > 0) || seconds < 1 || rate * seconds > MAX_SCANS) {
            throw new BadUsage("--rate and --seconds make no number of scans from 1 to " + MAX_SCANS);
        }
        if (!site.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new BadUsage("--site is no site id: " + site);
        }
        if (connections < 1 || connections > 1_000) {
            throw new BadUsage("--connections is not from 1 to 1000: " + connections);
        }
        Broker where = new Broker(broker, user, password);
        Plan plan = Plan.atRate(where, rate).withConnections(connections).impatient();
        String run = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        List<ScanLine> source = source();
        int count = (int) Math.max(1, rate * seconds);
        PrintWriter out = spec.commandLine().getOut();
        String echoSite = "echo-" + run;
        try (EchoResponder echo = new EchoResponder(where, echoSite)) {
            open(echo, where);
            List<ScanLine> first = scans(source, echoSite, run + "-a", Math.max(1, count / 4));
            Replay.Result floor = play(plan, "echo", first);
            Replay.Result loaded = play(plan, "scans", scans(source, site, run, count));
            Replay.Result floorAfter = play(plan, "echo", scans(source, echoSite, run + "-b", Math.max(1, count / 4)));
            floor.latencies().add(floorAfter.latencies());
            return print(Latencies.of(floor.latencies()), loaded, out);
        }
    }

    private int print(Latencies floor, Replay.Result loaded, PrintWriter out) {
        Latencies latencies = Latencies.of(loaded.latencies());
        Map<String, Integer> verdicts = new TreeMap<>();
        loaded.verdicts()
                .forEach(line ->
                        verdicts.merge(line.verdict() == null ? "unanswered" : line.verdict(), 1, Integer::sum));
        out.printf(
                "%,d scans in %.1f s (asked for %.0f a second): %s, asked again %,d%n",
                loaded.verdicts().size(), loaded.took().toMillis() / 1_000.0, rate, verdicts, loaded.repeats());
        out.printf("verdict  %s%n", latencies);
        out.printf("echo     %s%n", floor);
        out.printf(
                "ratio    p50 %.1f, p90 %.1f, p99 %.1f%n",
                ratio(latencies.p50(), floor.p50()),
                ratio(latencies.p90(), floor.p90()),
                ratio(latencies.p99(), floor.p99()));
        out.flush();
        return loaded.verdicts().stream().map(VerdictLine::verdict).allMatch(Objects::nonNull) ? 0 : 1;
    }

    private static double ratio(long value, long floor) {
        return floor == 0 ? Double.NaN : (double) value / floor;
    }

    private static Replay.Result play(Plan plan, String task, List<ScanLine> scans) throws InterruptedException {
        try (Progress progress = Progress.to(task, scans.size())) {
            return new Replay(plan).play(scans, progress);
        }
    }

    private static void open(EchoResponder echo, Broker where) {
        try {
            echo.open();
        } catch (MqttException e) {
            throw new Failure("no connection to " + where + ": " + e.getMessage(), e);
        }
    }

    /** Scans whose payload is the JSON object: those can be given ids of their own. */
    private List<ScanLine> source() throws IOException {
        List<ScanLine> scans = scenario == null
                ? ScenarioMaker.standard(new Scenario.Request(1, MADE_UP_PARCELS, 12, 1, now()))
                        .scans()
                : new ScenarioFiles(scenario).readScans();
        List<ScanLine> json = new ArrayList<>();
        for (ScanLine scan : scans) {
            if (scan.payload() != null && scan.payload().startsWith("{\"id\"")) {
                json.add(scan);
            }
        }
        if (json.isEmpty()) {
            throw new Failure("the scenario has no scan in the JSON form");
        }
        return json;
    }

    private static List<ScanLine> scans(List<ScanLine> source, String site, String run, int count) throws IOException {
        List<ScanLine> scans = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ScanLine from = source.get(i % source.size());
            String id = "L" + run + "-" + i;
            JsonNode payload = Json.LENIENT.readTree(from.payload());
            ((ObjectNode) payload).put("id", id).remove("at");
            scans.add(new ScanLine(id, from.at(), site, from.dock(), from.device(), payload.toString(), null, 0));
        }
        return scans;
    }

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }
}
