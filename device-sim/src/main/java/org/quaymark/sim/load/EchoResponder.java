package org.quaymark.sim.load;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.quaymark.sim.mqtt.Broker;
import org.quaymark.sim.mqtt.MqttLink;

/** Answers every scan of a site of its own at once with the same words: what the broker and the wires cost, and nothing else. */
final class EchoResponder implements AutoCloseable, MqttLink.Listener {
    private static final byte[] ANSWER =
            "{\"scan\":\"echo\",\"verdict\":\"PASS\",\"findings\":[]}".getBytes(StandardCharsets.UTF_8);
    private static final int QUEUE = 10_000;

    private final MqttLink link;
    // A callback of the client's must not wait for the client's window. What does not fit is asked for again.
    private final ThreadPoolExecutor sender = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(QUEUE), new ThreadPoolExecutor.DiscardPolicy());

    EchoResponder(Broker broker, String site) {
        link = new MqttLink(broker, site, "quaymark/v1/" + site + "/+/+/scan", this);
    }

    void open() throws MqttException {
        link.open();
    }

    @Override
    public void arrived(String topic, MqttMessage message) {
        String to = message.getProperties().getResponseTopic();
        if (to == null) {
            return;
        }
        MqttProperties properties = new MqttProperties();
        properties.setCorrelationData(message.getProperties().getCorrelationData());
        sender.execute(() -> {
            try {
                link.publish(to, ANSWER, properties);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        sender.shutdownNow();
        link.close();
    }
}
