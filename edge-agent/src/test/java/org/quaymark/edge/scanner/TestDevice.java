package org.quaymark.edge.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.quaymark.process.json.Json;

/** A scanner that hears everything said at its site. */
final class TestDevice implements AutoCloseable {
    static final String SCAN = "quaymark/v1/HAM1/dock-3/hand-7/scan";
    static final String IMAGE = "quaymark/v1/HAM1/dock-3/hand-7/image";
    static final String VERDICT = "quaymark/v1/HAM1/dock-3/hand-7/verdict";
    static final String REJECTED = "quaymark/v1/HAM1/rejected";

    private static final int TOO_MANY_IN_FLIGHT = 32_202;

    record Heard(String topic, JsonNode json, MqttMessage message) {}

    final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final MqttAsyncClient client;

    TestDevice(String uri) throws MqttException {
        client = new MqttAsyncClient(uri, "test-" + UUID.randomUUID(), new MemoryPersistence());
        client.setCallback(new MqttCallback() {
            @Override
            public void messageArrived(String topic, MqttMessage message) {
                if (topic.endsWith("/scan") || topic.endsWith("/image")) {
                    return;
                }
                try {
                    heard.add(new Heard(topic, Json.LENIENT.readTree(message.getPayload()), message));
                } catch (IOException e) {
                    heard.add(new Heard(topic, Json.LENIENT.createObjectNode(), message));
                }
            }

            @Override
            public void disconnected(MqttDisconnectResponse response) {}

            @Override
            public void mqttErrorOccurred(MqttException exception) {}

            @Override
            public void deliveryComplete(IMqttToken token) {}

            @Override
            public void connectComplete(boolean reconnect, String server) {}

            @Override
            public void authPacketArrived(int reasonCode, MqttProperties properties) {}
        });
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(new NoDelaySocketFactory(javax.net.SocketFactory.getDefault()));
        client.connect(options).waitForCompletion(20_000);
        client.subscribe(
                        new String[] {"quaymark/v1/HAM1/+/+/verdict", REJECTED, "quaymark/v1/HAM1/edge/#", "reply/#"},
                        new int[] {1, 1, 1, 1})
                .waitForCompletion(20_000);
    }

    void send(String topic, String payload) throws MqttException {
        send(topic, payload.getBytes(StandardCharsets.UTF_8), new MqttProperties());
    }

    void send(String topic, byte[] payload) throws MqttException {
        send(topic, payload, new MqttProperties());
    }

    void send(String topic, byte[] payload, MqttProperties properties) throws MqttException {
        MqttMessage message = new MqttMessage(payload, 1, false, properties);
        // Paho may still count the message before against the broker's receive maximum.
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    try {
                        client.publish(topic, message).waitForCompletion(30_000);
                        return true;
                    } catch (MqttException e) {
                        if (e.getReasonCode() == TOO_MANY_IN_FLIGHT) {
                            return false;
                        }
                        throw e;
                    }
                });
    }

    List<Heard> on(String topic) {
        return heard.stream().filter(one -> one.topic().equals(topic)).toList();
    }

    Heard await(String topic, Predicate<JsonNode> wanted) {
        Awaitility.await("a message on " + topic)
                .atMost(Duration.ofSeconds(30))
                .until(() -> on(topic).stream().anyMatch(one -> wanted.test(one.json())));
        return on(topic).stream()
                .filter(one -> wanted.test(one.json()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws MqttException {
        client.disconnectForcibly(0, 500, true);
        client.close(true);
    }
}
