package org.quaymark.sim.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.quaymark.process.json.Json;
import org.quaymark.process.settings.Failure;
import org.quaymark.sim.mqtt.Broker;
import org.quaymark.sim.mqtt.MqttLink;

/** What an edge says of itself on its status topic. */
public final class EdgeState implements AutoCloseable, MqttLink.Listener {
    private final MqttLink link;

    private volatile long registrySequence = -1;
    private volatile long backlog = -1;

    private EdgeState(String broker, String site, String edge) {
        String topic = "quaymark/v1/" + site + "/edge/" + edge + "/status";
        this.link = new MqttLink(
                new Broker(broker, null, null), "state-" + Long.toString(System.nanoTime(), 36), topic, this);
    }

    /** Follows that edge. */
    public static EdgeState follow(String broker, String site, String edge) {
        EdgeState state = new EdgeState(broker, site, edge);
        try {
            state.link.open();
        } catch (MqttException e) {
            throw new Failure("no connection to " + broker + ": " + e.getMessage(), e);
        }
        return state;
    }

    @Override
    public void arrived(String topic, MqttMessage message) {
        try {
            JsonNode status = Json.LENIENT.readTree(message.getPayload());
            registrySequence = status.path("registrySequence").asLong(-1);
            backlog = status.path("backlog").asLong(-1);
        } catch (IOException e) {
            throw new Failure("the edge's status is not JSON", e);
        }
    }

    /** The last change of the registry that the edge has. */
    public long registrySequence() {
        return registrySequence;
    }

    /** Journal entries that the hub does not have yet, when the edge last said. */
    public long backlog() {
        return backlog;
    }

    /**
     * Waits until the edge has the registry's changes up to that number.
     *
     * @throws Failure where it has not in that time
     */
    public void awaitRegistry(long sequence, Duration patience) {
        if (!Waiting.until(patience, () -> registrySequence >= sequence)) {
            throw new Failure("the edge has the registry up to " + registrySequence + " of " + sequence + " after "
                    + patience.toSeconds() + " s");
        }
    }

    @Override
    public void close() {
        link.close();
    }
}
