package org.quaymark.sim.whole;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.quaymark.process.json.Json;
import org.quaymark.sim.mqtt.Broker;
import org.quaymark.sim.mqtt.MqttLink;

/** A scanner in a test's hand: sends, and waits for the answer. */
final class Scanner implements AutoCloseable, MqttLink.Listener {
    private static final long PATIENCE_SECONDS = 20;

    private final String replyTopic = "quaymark-test/" + UUID.randomUUID();
    private final MqttLink link;
    private final Map<String, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final List<JsonNode> rejected = new CopyOnWriteArrayList<>();
    private final String site;
    private final MqttLink rejections;

    private Scanner(String broker, String site) {
        Broker where = new Broker(broker, null, null);
        this.site = site;
        this.link = new MqttLink(where, "test-" + UUID.randomUUID(), replyTopic, this);
        this.rejections = new MqttLink(
                where,
                "test-" + UUID.randomUUID(),
                "quaymark/v1/" + site + "/rejected",
                (topic, message) -> rejected.add(read(message)));
    }

    static Scanner at(String broker, String site) throws MqttException {
        Scanner scanner = new Scanner(broker, site);
        scanner.link.open();
        scanner.rejections.open();
        return scanner;
    }

    /** The verdict on a payload of a device at dock-3. */
    JsonNode scan(String payload) throws Exception {
        return ask("quaymark/v1/" + site + "/dock-3/hand-7/scan", payload.getBytes(StandardCharsets.UTF_8));
    }

    /** The verdict on what is published on that topic. */
    JsonNode ask(String topic, byte[] payload) throws Exception {
        String correlation = UUID.randomUUID().toString();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        open.put(correlation, answer);
        try {
            publish(topic, payload, correlation);
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no verdict after " + PATIENCE_SECONDS + " s", e);
        } finally {
            open.remove(correlation);
        }
    }

    /** Sends to any topic, and waits for nothing. */
    void publish(String topic, byte[] payload, String correlation) throws InterruptedException {
        MqttProperties properties = new MqttProperties();
        properties.setResponseTopic(replyTopic);
        properties.setCorrelationData(correlation.getBytes(StandardCharsets.UTF_8));
        if (!link.publish(topic, payload, properties)) {
            throw new AssertionError("not published: the link is down");
        }
    }

    /** What came on the site's topic of refused payloads. */
    List<JsonNode> rejected() {
        return rejected;
    }

    @Override
    public void arrived(String topic, MqttMessage message) {
        byte[] correlation = message.getProperties().getCorrelationData();
        CompletableFuture<JsonNode> answer =
                correlation == null ? null : open.get(new String(correlation, StandardCharsets.UTF_8));
        if (answer != null) {
            answer.complete(read(message));
        }
    }

    private static JsonNode read(MqttMessage message) {
        try {
            return Json.LENIENT.readTree(message.getPayload());
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + new String(message.getPayload(), StandardCharsets.UTF_8), e);
        }
    }

    @Override
    public void close() {
        link.close();
        rejections.close();
    }
}
