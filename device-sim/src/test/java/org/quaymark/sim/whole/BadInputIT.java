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
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quaymark.inspection.log.RequestSignature;
import org.quaymark.inspection.log.SigningKey;
import org.quaymark.process.json.Json;
import org.quaymark.sim.deployment.HubClient;

/** What is no scan, no journal and no registry gets its answer, and the line goes on. */
@ExtendWith(SharedDeployment.class)
class BadInputIT {
    private static final String DEVICE = "quaymark/v1/HAM1/dock-9/hand-9";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Deployment deployment;

    BadInputIT(Deployment deployment) {
        this.deployment = deployment;
    }

    @AfterEach
    void theLineGoesOn() throws Exception {
        String id = UUID.randomUUID().toString();
        try (Scanner scanner = deployment.scanner()) {
            JsonNode verdict = scanner.scan(Labels.json(id, Labels.court(10_001)));
            assertEquals("PASS", verdict.path("verdict").asText(), verdict::toString);
        }
        await().atMost(PATIENCE).until(() -> deployment.sightings(id) == 1);
    }

    @Test
    void randomBytesAreAskedForAgain() throws Exception {
        byte[] bytes = new byte[3_000];
        new Random(1).nextBytes(bytes);
        bytes[0] = 1;
        try (Scanner scanner = deployment.scanner()) {
            JsonNode verdict = scanner.ask(DEVICE + "/scan", bytes);
            assertEquals("RESCAN", verdict.path("verdict").asText(), verdict::toString);
        }
    }

    @Test
    void brokenJsonIsRefused() throws Exception {
        try (Scanner scanner = deployment.scanner()) {
            scanner.publish(DEVICE + "/scan", "{\"id\":\"x\",\"codes\":[{".getBytes(StandardCharsets.UTF_8), "json");
            awaitRejection(scanner, "/scan");
        }
    }

    @Test
    void aPayloadOfNineMebibytesIsRefused() throws Exception {
        try (Scanner scanner = deployment.scanner()) {
            scanner.publish(DEVICE + "/image", new byte[9 << 20], "large");
            awaitRejection(scanner, "/image");
        }
    }

    @Test
    void aPictureThatIsCorruptIsAskedForAgain() throws Exception {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 9, 1};
        try (Scanner scanner = deployment.scanner()) {
            JsonNode verdict = scanner.ask(DEVICE + "/image", png);
            assertEquals("RESCAN", verdict.path("verdict").asText(), verdict::toString);
        }
    }

    @Test
    void wrongTopicsGetNoVerdict() throws Exception {
        try (Scanner scanner = deployment.scanner()) {
            byte[] label = Labels.court(10_002).getBytes(StandardCharsets.UTF_8);
            scanner.publish("quaymark/v1/HAM1/edge/hand-9/scan", label, "edge");
            scanner.publish("quaymark/v1/HAM1/dock 9/hand-9/scan", label, "space");
            scanner.publish("quaymark/v1/HAM1/dock-9/hand-9/more/scan", label, "deep");
            scanner.publish("quaymark/v1/OTHER/dock-9/hand-9/scan", label, "other");
            await().atMost(PATIENCE).until(() -> scanner.rejected().size() >= 2);
            assertTrue(scanner.rejected().stream()
                    .noneMatch(r -> r.path("topic").asText().contains("OTHER")));
        }
    }

    @Test
    void anUnknownEdgeAndAWrongSignatureAreRefused() throws Exception {
        SigningKey stranger = SigningKey.generate("stranger");
        assertEquals(401, postJournal("nobody", stranger, "nobody"));
        assertEquals(401, postJournal(Deployment.EDGE, stranger, Deployment.EDGE));
        assertEquals(401, postJournal(Deployment.EDGE, stranger, "nobody"));
    }

    @Test
    void registryLinesAroundAWrongOneAreTaken() {
        String lines = """
            {"type":"party","id":"bad-input-1","name":"One","roles":["supplier"]}
            {"type":"party","id":
            {"type":"party","id":"bad-input-2","nam":"Two","roles":["supplier"]}
            {"type":"product","gtin":"09506000134353","holder":"acme"}
            {"type":"party","id":"bad-input-3","name":"Three","roles":["supplier"]}
            """;
        JsonNode answer = deployment.api().importLines(lines);
        assertEquals(2, answer.path("accepted").asInt(), answer::toString);
        assertEquals(3, answer.path("rejected").size(), answer::toString);
        assertEquals(2, answer.path("rejected").path(0).path("line").asInt());
        assertTrue(answer.path("rejected").path(1).path("reason").asText().contains("nam"), answer::toString);
        assertEquals(200, deployment.api().get("/registry/party/bad-input-3").status());
        assertEquals(404, deployment.api().get("/registry/party/bad-input-2").status());
    }

    @Test
    void aWrongKeyIsRefusedWithAProblem() throws Exception {
        HubClient.Reply reply = new HubClient(deployment.hub().url(), "qm_wrong").get("/cases");
        assertEquals(401, reply.status());
        assertEquals(401, Json.LENIENT.readTree(reply.body()).path("status").asInt());
    }

    private static void awaitRejection(Scanner scanner, String end) {
        await().atMost(PATIENCE)
                .until(() -> scanner.rejected().stream()
                        .anyMatch(r -> r.path("topic").asText().equals(DEVICE + end)
                                && !r.path("reason").asText().isEmpty()));
    }

    private int postJournal(String edge, SigningKey key, String keyId) throws Exception {
        String path = "/api/v1/edges/" + edge + "/journal";
        byte[] body = "{}\n".getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(deployment.hub().url() + path))
                .header("content-type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        RequestSignature.sign(key, keyId, "POST", path, null, body, now).forEach(request::header);
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
