package org.quaymark.sim.replay;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.quaymark.sim.mqtt.Broker;
import org.quaymark.sim.mqtt.MqttLink;

/** Something at the other end of the line that gives the verdicts a test wants. */
final class Responder implements AutoCloseable, MqttLink.Listener {
    private final MqttLink link;
    private final ExecutorService sender = Executors.newSingleThreadExecutor();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final BiFunction<String, Integer, @Nullable String> verdicts;

    /**
     * Answers at that broker.
     *
     * @param verdicts from the scan and how often it was asked for, from 1, to its verdict; null for no answer
     */
    Responder(String broker, BiFunction<String, Integer, @Nullable String> verdicts) throws MqttException {
        this.verdicts = verdicts;
        link = new MqttLink(new Broker(broker, null, null), "responder", "quaymark/v1/+/+/+/scan", this);
        link.open();
    }

    int asked(String scan) {
        AtomicInteger count = asked.get(scan);
        return count == null ? 0 : count.get();
    }

    @Override
    public void arrived(String topic, MqttMessage message) {
        MqttProperties request = message.getProperties();
        String scan = new String(request.getCorrelationData(), StandardCharsets.UTF_8);
        int times = asked.computeIfAbsent(scan, ignored -> new AtomicInteger()).incrementAndGet();
        String verdict = verdicts.apply(scan, times);
        if (verdict == null) {
            return;
        }
        byte[] answer = ("{\"scan\":\"" + scan + "\",\"verdict\":\"" + verdict + "\",\"findings\":[]}")
                .getBytes(StandardCharsets.UTF_8);
        MqttProperties properties = new MqttProperties();
        properties.setCorrelationData(request.getCorrelationData());
        sender.execute(() -> {
            try {
                link.publish(request.getResponseTopic(), answer, properties);
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
