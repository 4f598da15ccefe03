package org.quaymark.sim.whole;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quaymark.sim.mqtt.Broker;
import org.quaymark.sim.replay.Plan;
import org.quaymark.sim.replay.Progress;
import org.quaymark.sim.replay.Replay;
import org.quaymark.sim.scenario.Scenario;
import org.quaymark.sim.scenario.ScenarioFiles;
import org.quaymark.sim.scenario.ScenarioMaker;
import org.quaymark.sim.score.Score;

class PostgresIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PARCELS = 600;

    @Test
    void theSameLineRunsOnPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Deployment deployment = Deployment.start(
                        "postgres",
                        List.of(
                                "--database",
                                postgres.getJdbcUrl("postgres", "postgres"),
                                "--database-user",
                                "postgres",
                                "--database-password",
                                "postgres"))) {
            Scenario scenario = ScenarioMaker.standard(
                    new Scenario.Request(11, PARCELS, 6, 1, Instant.ofEpochMilli(System.currentTimeMillis())));
            ScenarioFiles files = new ScenarioFiles(deployment.directory().resolve("scenario"));
            files.write(scenario);
            deployment.importLines(Files.readString(files.registry()));
            deployment.edge().awaitReady();
            deployment.awaitReplica();
            Plan plan = Plan.atRate(new Broker(deployment.edge().broker(), null, null), 100);
            Replay.Result result;
            try (Progress progress = Progress.to("scans", scenario.scans().size())) {
                result = new Replay(plan).play(scenario.scans(), progress);
            }
            Score score = Score.of(scenario.truths(), result.verdicts());
            assertEquals(
                    List.of(0, 0, 0), List.of(score.missed(), score.accused(), score.unanswered()), score::toString);
            Map<String, Integer> wanted = new HashMap<>();
            Set<String> ofGoods = scenario.ofGoods();
            result.verdicts().stream()
                    .filter(line -> ofGoods.contains(line.scan()))
                    .forEach(line -> wanted.merge(String.valueOf(line.answered()), 1, Integer::sum));
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> {
                Map<String, Integer> seen = new HashMap<>();
                deployment
                        .api()
                        .all("/sightings")
                        .forEach(sighting -> seen.merge(sighting.path("scan").asText(), 1, Integer::sum));
                assertEquals(wanted, seen);
            });
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertTrue(!deployment.api().all("/cases").isEmpty()));
        }
    }
}
