package org.quaymark.sim.whole;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quaymark.sim.deployment.EdgeProcess;
import org.quaymark.sim.deployment.EdgeState;

/** A recall finds what has passed already, wherever it is by now. */
@ExtendWith(SharedDeployment.class)
class RecallIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SCAN = "quaymark/v1/%s/dock-9/hand-9/scan";
    private static final List<String> PARCELS = List.of("QMRECALL0001", "QMRECALL0002", "QMRECALL0003");

    private final Deployment deployment;

    RecallIT(Deployment deployment) {
        this.deployment = deployment;
    }

    private static String lot(String status) {
        return "{\"type\":\"batch\",\"gtin\":\"09506000134369\",\"lot\":\"Y1\",\"expiry\":\"2060-12-31\","
                + "\"markets\":[\"EEA\"],\"quantity\":1000,\"status\":\"" + status + "\"}\n";
    }

    @Test
    void whatPassedYesterdayIsStoppedAtEveryEdge() throws Exception {
        deployment.importLines(
                "{\"type\":\"site\",\"id\":\"ROT2\",\"name\":\"Rotterdam 2\",\"country\":\"NL\"}\n" + lot("released")
                        + "{\"type\":\"serials\",\"gtin\":\"09506000134369\",\"lot\":\"Y1\",\"from\":\"00050000\",\"to\":\"00059999\",\"status\":\"issued\"}\n");
        try (EdgeProcess other = deployment.anotherEdge("ROT2", "edge-2")) {
            other.awaitReady();
            deployment.awaitReplica();
            try (EdgeState state = EdgeState.follow(other.broker(), "ROT2", "edge-2")) {
                state.awaitRegistry(deployment.api().registryHead(), PATIENCE);
            }
            try (Scanner here = deployment.scanner();
                    Scanner there = Scanner.at(other.broker(), "ROT2")) {
                passYesterday(here);
                await().atMost(PATIENCE).until(() -> seen().containsAll(PARCELS));

                long recalled = System.nanoTime();
                deployment.importLines(lot("recalled"));
                for (String parcel : PARCELS) {
                    awaitHeld(here, Deployment.SITE, parcel);
                    awaitHeld(there, "ROT2", parcel);
                }
                Duration took = Duration.ofNanos(System.nanoTime() - recalled);
                System.out.println("recalled: " + PARCELS.size()
                        + " parcels that had passed are stopped at both edges after " + took.toMillis() + " ms");

                String page = page(other.url() + "/docks/dock-9");
                assertTrue(page.contains("verdict HOLD") && page.contains("BATCH_BLOCKED (recalled)"), page);
            }
        }
    }

    private static void passYesterday(Scanner scanner) throws Exception {
        Instant yesterday = Instant.ofEpochMilli(System.currentTimeMillis()).minus(Duration.ofDays(1));
        int serial = 50_000;
        for (String parcel : PARCELS) {
            String label = "010950600013436921%08d\\u001d10Y1\\u001d17601231".formatted(serial++);
            JsonNode verdict = ask(
                    scanner,
                    Deployment.SITE,
                    "{\"at\":\"" + yesterday + "\",\"parcel\":\"" + parcel + "\",\"codes\":[{\"data\":\"" + label
                            + "\",\"symbology\":\"]d2\"}]}");
            assertEquals("PASS", verdict.path("verdict").asText(), verdict::toString);
        }
    }

    private Set<String> seen() {
        return deployment.api().all("/sightings?device=hand-9").stream()
                .map(sighting -> sighting.path("parcel").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The parcel's own label is enough: what is in it nobody looks at again. */
    private static void awaitHeld(Scanner scanner, String site, String parcel) throws Exception {
        long began = System.nanoTime();
        JsonNode verdict;
        do {
            verdict = ask(scanner, site, "{\"parcel\":\"" + parcel + "\"}");
        } while (!verdict.path("verdict").asText().equals("HOLD") && System.nanoTime() - began < PATIENCE.toNanos());
        assertEquals("INTERCEPTION", verdict.at("/findings/0/code").asText(), verdict::toString);
        assertEquals("hub:retro", verdict.at("/findings/0/detail/requestedBy").asText(), verdict::toString);
    }

    private static JsonNode ask(Scanner scanner, String site, String scan) throws Exception {
        // an id of its own: the same parcel again is another scan
        String withId = "{\"id\":\"" + java.util.UUID.randomUUID() + "\"," + scan.substring(1);
        return scanner.ask(SCAN.formatted(site), withId.getBytes(StandardCharsets.UTF_8));
    }

    private static String page(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
