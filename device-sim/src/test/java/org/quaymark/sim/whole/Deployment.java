package org.quaymark.sim.whole;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.quaymark.sim.deployment.EdgeProcess;
import org.quaymark.sim.deployment.EdgeState;
import org.quaymark.sim.deployment.HubClient;
import org.quaymark.sim.deployment.HubProcess;
import org.quaymark.sim.deployment.Ports;

/** A hub and an edge that is enrolled with it, both real processes. */
final class Deployment implements AutoCloseable {
    static final String SITE = "HAM1";
    static final String EDGE = "edge-1";
    private static final Duration REPLICA = Duration.ofSeconds(60);
    private static final String SCOPES = "registry:read,registry:write,cases:read,cases:write,sightings:read,"
            + "exchange:read,exchange:write,edges:read,edges:write,ledger:read";
    private static final Ports PORTS = new Ports();

    private final Path directory;
    private final HubProcess hub;
    private final EdgeProcess edge;
    private final HubClient api;

    private Deployment(Path directory, HubProcess hub, EdgeProcess edge, HubClient api) {
        this.directory = directory;
        this.hub = hub;
        this.edge = edge;
        this.api = api;
    }

    /** Starts both, imports nothing. */
    static Deployment start(String name, List<String> database) throws IOException {
        Path directory = Places.directory(name);
        Path logs = Files.createDirectories(directory.resolve("logs"));
        Files.createDirectories(directory.resolve("logs-" + EDGE));
        HubProcess hub = HubProcess.start(
                new HubProcess.Settings(Places.jars().hub(), directory.resolve("hub"), PORTS.free(), database, logs));
        try {
            hub.awaitReady();
            HubClient api = new HubClient(hub.url(), hub.key("test", SCOPES));
            return new Deployment(directory, hub, edge(directory, hub, SITE, EDGE), api);
        } catch (RuntimeException e) {
            hub.close();
            throw e;
        }
    }

    private static EdgeProcess edge(Path directory, HubProcess hub, String site, String edge) {
        return EdgeProcess.start(new EdgeProcess.Settings(
                Places.jars().edge(),
                directory.resolve(edge),
                site,
                edge,
                "embedded",
                PORTS.free(),
                PORTS.free(),
                List.of("--hub", hub.url(), "--enrol", hub.enrol(site, edge)),
                List.of(),
                directory.resolve("logs-" + edge)));
    }

    /** Starts one more edge that is enrolled with the hub; whoever asked closes it. */
    EdgeProcess anotherEdge(String site, String id) throws IOException {
        Files.createDirectories(directory.resolve("logs-" + id));
        return edge(directory, hub, site, id);
    }

    /** Starts both with the registry of the examples, and waits until the edge has it. */
    static Deployment withExamples(String name) throws IOException {
        Deployment deployment = start(name, List.of());
        deployment.importLines(examples());
        deployment.edge.awaitReady();
        deployment.awaitReplica();
        return deployment;
    }

    static String examples() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(Deployment.class.getResourceAsStream("/example-registry.ndjson"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Path directory() {
        return directory;
    }

    HubProcess hub() {
        return hub;
    }

    EdgeProcess edge() {
        return edge;
    }

    HubClient api() {
        return api;
    }

    Scanner scanner() throws MqttException {
        return Scanner.at(edge.broker(), SITE);
    }

    void importLines(String lines) {
        JsonNode answer = api.importLines(lines);
        if (!answer.path("rejected").isEmpty()) {
            throw new AssertionError("refused: " + answer);
        }
    }

    /** Waits until the edge has all of the hub's registry. */
    void awaitReplica() {
        try (EdgeState state = EdgeState.follow(edge.broker(), SITE, EDGE)) {
            state.awaitRegistry(api.registryHead(), REPLICA);
        }
    }

    /** How many sightings the hub has of that scan. */
    long sightings(String scan) {
        return api.all("/sightings").stream()
                .filter(sighting -> sighting.path("scan").asText().equals(scan))
                .count();
    }

    @Override
    public void close() {
        edge.close();
        hub.close();
    }
}
