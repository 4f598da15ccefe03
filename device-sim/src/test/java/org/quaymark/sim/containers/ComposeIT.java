package org.quaymark.sim.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quaymark.process.json.Json;
import org.quaymark.sim.mqtt.Broker;
import org.quaymark.sim.mqtt.MqttLink;

/** The scaled-out form in containers: the same scan gives the same case there, also with a hub less. */
class ComposeIT {
    private static final String TOPIC = "quaymark/v1/HAM1/dock-3/hand-7/";
    private static final String[] IMAGES = {
        "eclipse-temurin:25-jre", "debian:trixie-slim", "eclipse-mosquitto:2", "postgres:17"
    };

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, JsonNode> verdicts = new ConcurrentHashMap<>();

    @Test
    @Timeout(900)
    void theSameScanGivesTheSameCaseAndOneHubMayStop() throws Exception {
        Engine.assumeImages(IMAGES);
        Path root = Path.of("..").toRealPath();
        try (Deployment deployment = new Deployment(root, Path.of("target", "compose-jars"))) {
            deployment.start();
            String hub = "http://" + deployment.address("proxy", 8080) + "/api/v1";
            String key = deployment.key("simulator.key");
            HttpResponse<String> imported = http.send(
                    request(hub + "/registry/imports", key)
                            .header("Content-Type", "application/x-ndjson")
                            .POST(HttpRequest.BodyPublishers.ofFile(root.resolve("docs/example-registry.ndjson")))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(200, imported.statusCode(), imported.body());

            Broker broker = new Broker("tcp://" + deployment.address("mosquitto", 1883), null, null);
            try (MqttLink scanner = new MqttLink(broker, "hand-7", TOPIC + "verdict", this::arrived)) {
                scanner.open();
                String first = caseOfAnUnissuedSerial(scanner, "first", hub, key);

                deployment.stop("hub-1");
                for (int i = 0; i < 10; i++) assertEquals(200, cases(hub, key).statusCode(), "with one hub");
                assertEquals(first, caseOfAnUnissuedSerial(scanner, "again", hub, key), "it joins the same case");
            } catch (Throwable e) {
                throw new AssertionError(deployment.logs(), e);
            }
        }
    }

    /** Scans until the registry has arrived at the edge, then waits for the case at the hub. */
    private String caseOfAnUnissuedSerial(MqttLink scanner, String round, String hub, String key) {
        Awaitility.await("HOLD of " + round)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    String id = round + "-" + verdicts.size();
                    scanner.publish(TOPIC + "scan", scan(id), null);
                    return verdicts.values().stream()
                            .anyMatch(verdict -> verdict.path("scan").asText().startsWith(round)
                                    && verdict.at("/findings/0/code").asText().equals("SERIAL_NOT_ISSUED"));
                });
        return Awaitility.await("case of " + round)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> caseWithSightings(hub, key, round.equals("first") ? 1 : 2), java.util.Objects::nonNull);
    }

    private static byte[] scan(String id) throws IOException {
        String gs1 = "]d20109506000134352" + "10ABC123" + (char) 0x1D + "21NEVER001";
        return Json.STRICT.writeValueAsBytes(Json.STRICT
                .createObjectNode()
                .put("id", id)
                .set(
                        "codes",
                        Json.STRICT
                                .createArrayNode()
                                .add(Json.STRICT.createObjectNode().put("data", gs1))));
    }

    private void arrived(String topic, MqttMessage message) {
        try {
            JsonNode verdict = Json.LENIENT.readTree(message.getPayload());
            verdicts.put(verdict.path("scan").asText(), verdict);
        } catch (IOException e) {
            throw new IllegalStateException(new String(message.getPayload(), StandardCharsets.UTF_8), e);
        }
    }

    private @Nullable String caseWithSightings(String hub, String key, int atLeast) throws Exception {
        HttpResponse<String> answer = cases(hub, key);
        if (answer.statusCode() != 200) return null;
        for (JsonNode item : Json.LENIENT.readTree(answer.body()).path("items")) {
            if (item.path("serial").asText().equals("NEVER001")
                    && item.path("sightings").asInt() >= atLeast)
                return item.path("id").asText();
        }
        return null;
    }

    private HttpResponse<String> cases(String hub, String key) throws IOException, InterruptedException {
        return http.send(request(hub + "/cases", key).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String uri, String key) {
        return HttpRequest.newBuilder(URI.create(uri))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + key);
    }
}
