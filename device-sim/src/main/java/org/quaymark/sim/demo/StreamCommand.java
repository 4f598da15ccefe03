package org.quaymark.sim.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.quaymark.process.settings.Failure;
import org.quaymark.process.settings.Secret;
import org.quaymark.sim.deployment.EdgeState;
import org.quaymark.sim.deployment.HubClient;
import org.quaymark.sim.mqtt.Broker;
import org.quaymark.sim.replay.Plan;
import org.quaymark.sim.replay.Progress;
import org.quaymark.sim.replay.Replay;
import org.quaymark.sim.scenario.Scenario;
import org.quaymark.sim.scenario.ScenarioFiles;
import org.quaymark.sim.scenario.ScenarioMaker;
import org.quaymark.sim.score.Score;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code device-sim stream}. */
@Command(
        name = "stream",
        description =
                "Plays new scans against a deployment: imports their registry at the hub, waits until the edge has"
                        + " it, and scans at a steady rate.")
@SuppressWarnings("NullAway.Init")
public final class StreamCommand implements Callable<Integer> {
    private static final Duration REPLICA = Duration.ofMinutes(5);

    @Spec
    private CommandSpec spec;

    @Option(names = "--hub", required = true, description = "The hub's address, such as http://127.0.0.1:8080.")
    private String hub;

    @Secret
    @Option(names = "--key", required = true, description = "Bearer key with scopes registry:read,registry:write.")
    private String key;

    @Option(
            names = "--broker",
            defaultValue = "tcp://127.0.0.1:1883",
            description = "tcp://host:port or ssl://host:port (default: ${DEFAULT-VALUE}).")
    private String broker;

    @Option(names = "--edge", defaultValue = "edge-1", description = "The edge at HAM1 (default: ${DEFAULT-VALUE}).")
    private String edge;

    @Option(names = "--parcels", defaultValue = "10000", description = "How many parcels (default: ${DEFAULT-VALUE}).")
    private int parcels;

    @Option(names = "--docks", defaultValue = "6", description = "How many docks (default: ${DEFAULT-VALUE}).")
    private int docks;

    @Option(names = "--rate", defaultValue = "5", description = "Scans a second (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Instant now = Clock.systemUTC().instant();
        // a new seed each time, because a scan whose id an edge knows is no new scan
        Scenario scenario = ScenarioMaker.standard(new Scenario.Request(now.getEpochSecond(), parcels, docks, 1, now));
        HubClient api = new HubClient(hub, key);
        out.println("registry       " + importRegistry(api, scenario) + " lines imported");
        out.flush();
        try (EdgeState state = EdgeState.follow(broker, "HAM1", edge)) {
            state.awaitRegistry(api.registryHead(), REPLICA);
        }
        Replay.Result result;
        try (Progress progress = Progress.to("scans", scenario.scans().size())) {
            result = new Replay(Plan.atRate(new Broker(broker, null, null), rate)).play(scenario.scans(), progress);
        }
        Score score = Score.of(scenario.truths(), result.verdicts());
        out.println("scans          " + scenario.scans().size() + ", missed " + score.missed() + ", wrongly accused "
                + score.accused() + ", unanswered " + score.unanswered());
        return score.missed() == 0 && score.accused() == 0 && score.unanswered() == 0 ? 0 : 1;
    }

    private static int importRegistry(HubClient api, Scenario scenario) throws IOException {
        Path folder = Files.createTempDirectory("quaymark-stream");
        ScenarioFiles files = new ScenarioFiles(folder);
        files.write(scenario);
        JsonNode imported = api.importRegistry(files.registry());
        if (!imported.path("rejected").isEmpty()) {
            throw new Failure("the hub refused registry lines: " + imported);
        }
        return imported.path("accepted").asInt();
    }
}
