package org.quaymark.sim.whole;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedDeployment.class)
class RegistryChangeIT {
    private static final Duration CHANGED_WITHIN = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final char GS = '\u001d';

    private final Deployment deployment;

    RegistryChangeIT(Deployment deployment) {
        this.deployment = deployment;
    }

    private static String batch(String status) {
        return "{\"type\":\"batch\",\"gtin\":\"09506000134369\",\"lot\":\"R1\",\"expiry\":\"2060-12-31\",\"origin\":\"VN\","
                + "\"markets\":[\"EEA\"],\"quantity\":1000,\"status\":\"" + status + "\"}\n";
    }

    private static String label(int serial) {
        return "]d2010950600013436921" + "%08d".formatted(serial) + GS + "10R1" + GS + "17601231";
    }

    @Test
    void aRecallChangesTheVerdictWithinASecond() throws Exception {
        deployment.importLines(
                batch("released")
                        + "{\"type\":\"serials\",\"gtin\":\"09506000134369\",\"lot\":\"R1\",\"from\":\"00020000\",\"to\":\"00029999\",\"status\":\"issued\"}\n");
        deployment.awaitReplica();
        try (Scanner scanner = deployment.scanner()) {
            int serial = 20_000;
            assertEquals("PASS", scanner.scan(label(serial)).path("verdict").asText());
            deployment.importLines(batch("recalled"));
            long recalled = System.nanoTime();
            JsonNode verdict;
            Duration took;
            do {
                serial++;
                verdict = scanner.scan(label(serial));
                took = Duration.ofNanos(System.nanoTime() - recalled);
            } while (verdict.path("verdict").asText().equals("PASS") && took.compareTo(PATIENCE) < 0);
            assertEquals("HOLD", verdict.path("verdict").asText(), verdict::toString);
            assertEquals(
                    "BATCH_BLOCKED",
                    verdict.path("findings").path(0).path("code").asText());
            assertTrue(took.compareTo(CHANGED_WITHIN) <= 0, "changed after " + took.toMillis() + " ms");
        }
    }

    @Test
    void theEdgeAnswersWithoutTheHubAndEverythingArrivesOnceAfterwards() throws Exception {
        String run = UUID.randomUUID().toString();
        List<String> scans = new ArrayList<>();
        deployment.hub().child().stop();
        try (Scanner scanner = deployment.scanner()) {
            for (int i = 0; i < 20; i++) {
                scans.add(run + "-" + i);
                JsonNode verdict = scanner.scan(Labels.json(run + "-" + i, Labels.court(19_000 + i)));
                assertEquals("PASS", verdict.path("verdict").asText(), verdict::toString);
            }
            scans.add(run + "-bad");
            JsonNode verdict = scanner.scan(Labels.json(run + "-bad", Labels.court(90_000_000)));
            assertEquals("HOLD", verdict.path("verdict").asText(), verdict::toString);
        } finally {
            deployment.hub().restart();
        }
        Map<String, Integer> wanted = new HashMap<>();
        scans.forEach(scan -> wanted.put(scan, 1));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            Map<String, Integer> seen = new HashMap<>();
            deployment.api().all("/sightings").forEach(sighting -> {
                String scan = sighting.path("scan").asText();
                if (scan.startsWith(run)) {
                    seen.merge(scan, 1, Integer::sum);
                }
            });
            assertEquals(wanted, seen);
        });
    }
}
