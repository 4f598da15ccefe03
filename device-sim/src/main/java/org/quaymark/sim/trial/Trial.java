package org.quaymark.sim.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quaymark.process.settings.Failure;
import org.quaymark.sim.deployment.EdgeState;
import org.quaymark.sim.deployment.HubClient;
import org.quaymark.sim.deployment.Jars;
import org.quaymark.sim.deployment.Waiting;
import org.quaymark.sim.mqtt.Broker;
import org.quaymark.sim.replay.Faults;
import org.quaymark.sim.replay.Plan;
import org.quaymark.sim.replay.Progress;
import org.quaymark.sim.replay.Replay;
import org.quaymark.sim.scenario.Scenario;
import org.quaymark.sim.scenario.ScenarioFiles;
import org.quaymark.sim.scenario.ScenarioMaker;
import org.quaymark.sim.scenario.TruthLine;
import org.quaymark.sim.score.VerdictLine;

/**
 * One scenario, played as fast as verdicts come. Of a clone the second site cannot know: it is found where the hub, which sees
 * both journals, opens a case with both sightings.
 */
final class Trial {
    private static final String CLONE = "clone";
    private static final String CLONED = "SERIAL_CLONED";
    private static final Duration ARRIVAL = Duration.ofMinutes(3);
    private static final Duration REPLICA = Duration.ofMinutes(2);
    private static final int CONNECTIONS = 8;
    /** More than any deployment answers: the number of outstanding scans is what limits. */
    private static final double AS_FAST_AS_ANSWERED = 1e6;

    private final Jars jars;
    private final Path data;
    private final Request request;

    /** What is asked for. */
    record Request(long seed, int parcels, int docks, int outstanding) {}

    /**
     * What came of it.
     *
     * @param foundByHub clones that the hub reported
     * @param invented cases of clones that were none
     */
    record Outcome(List<TruthLine> truths, List<VerdictLine> verdicts, int foundByHub, int invented, Duration took) {}

    Trial(Jars jars, Path data, Request request) {
        this.jars = jars;
        this.data = data;
        this.request = request;
    }

    Outcome run() throws IOException, InterruptedException {
        // Nobody says when he scanned: it is played in minutes, and a time that was told would only be doubted.
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        Scenario scenario = ScenarioMaker.standard(
                new Scenario.Request(request.seed(), request.parcels(), request.docks(), 2, now, false));
        ScenarioFiles files = new ScenarioFiles(data.resolve("scenario"));
        files.write(scenario);
        try (TwoSites sites = TwoSites.start(jars, data)) {
            HubClient hub = sites.hub();
            JsonNode imported = hub.importRegistry(files.registry());
            if (!imported.path("rejected").isEmpty()) {
                throw new Failure("the hub refused registry lines: " + imported);
            }
            for (String site : TwoSites.SITES) {
                try (EdgeState state = sites.follow(site)) {
                    state.awaitRegistry(hub.registryHead(), REPLICA);
                }
            }
            Replay.Result result;
            try (Progress progress =
                    Progress.to("seed " + request.seed(), scenario.scans().size())) {
                result = new Replay(plan(sites.broker())).play(scenario.scans(), progress);
            }
            Set<String> clones = clones(scenario.truths());
            List<Set<String>> cases = awaitClones(sites, hub, clones);
            Set<String> found =
                    cases.stream().flatMap(Set::stream).filter(clones::contains).collect(Collectors.toSet());
            long invented = cases.stream()
                    .filter(scans -> scans.stream().noneMatch(clones::contains))
                    .count();
            return new Outcome(
                    scenario.truths(), withHub(result.verdicts(), found), found.size(), (int) invented, result.took());
        }
    }

    private Plan plan(String broker) {
        return new Plan(
                new Broker(broker, null, null),
                AS_FAST_AS_ANSWERED,
                0,
                1,
                Faults.NONE,
                CONNECTIONS,
                Duration.ofSeconds(10),
                Duration.ofMinutes(10),
                request.outstanding(),
                true,
                request.seed());
    }

    private static Set<String> clones(List<TruthLine> truths) {
        return truths.stream()
                .filter(line -> line.truth().equals(CLONE))
                .map(TruthLine::scan)
                .collect(Collectors.toSet());
    }

    /** The scans of each case about a clone, once all journals are in and every clone is reported, or after a while. */
    private static List<Set<String>> awaitClones(TwoSites sites, HubClient hub, Set<String> clones) {
        List<Set<String>> cases = new ArrayList<>();
        boolean complete = Waiting.until(ARRIVAL, () -> {
            if (!sites.drained()) {
                return false;
            }
            cases.clear();
            cases.addAll(cloneCases(hub));
            Set<String> seen = cases.stream().flatMap(Set::stream).collect(Collectors.toSet());
            return seen.containsAll(clones);
        });
        if (!complete && cases.isEmpty()) {
            cases.addAll(cloneCases(hub));
        }
        return cases;
    }

    private static List<Set<String>> cloneCases(HubClient hub) {
        List<Set<String>> cases = new ArrayList<>();
        for (JsonNode item : hub.all("/cases")) {
            if (item.path("findings").findValuesAsText("code").contains(CLONED)) {
                JsonNode file = HubClient.good(
                                hub.get("/cases/" + item.path("id").asText()))
                        .json();
                cases.add(Set.copyOf(file.path("sightings").findValuesAsText("scan")));
            }
        }
        return cases;
    }

    private static List<VerdictLine> withHub(List<VerdictLine> verdicts, Set<String> found) {
        return verdicts.stream()
                .map(line -> found.contains(line.scan())
                        ? new VerdictLine(
                                line.scan(),
                                "HOLD",
                                List.of(CLONED),
                                line.answered(),
                                line.latencyMicros(),
                                line.attempts())
                        : line)
                .toList();
    }
}
