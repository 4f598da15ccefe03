package org.quaymark.sim.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quaymark.sim.deployment.EdgeProcess;
import org.quaymark.sim.deployment.EdgeState;
import org.quaymark.sim.deployment.HubClient;
import org.quaymark.sim.deployment.HubProcess;
import org.quaymark.sim.deployment.Jars;
import org.quaymark.sim.deployment.Ports;
import org.quaymark.sim.deployment.Waiting;

/** A hub, and an edge at each of two sites; the second uses the first one's broker, which stands for a network of the operator's. */
final class TwoSites implements AutoCloseable {
    /** Those that a scenario of two sites has. */
    static final List<String> SITES = List.of("HAM1", "CDG1");

    private static final Duration STATUS = Duration.ofSeconds(10);

    private final HubProcess hub;
    private final HubClient client;
    private @Nullable EdgeProcess first;
    private @Nullable EdgeProcess second;

    private TwoSites(HubProcess hub) {
        this.hub = hub;
        this.client = new HubClient(
                hub.awaitReady().url(), hub.key("trial", "registry:read,registry:write,cases:read,sightings:read"));
    }

    static TwoSites start(Jars jars, Path data) throws IOException {
        Ports ports = new Ports();
        Path logs = Files.createDirectories(data.resolve("logs"));
        TwoSites sites = new TwoSites(HubProcess.start(
                new HubProcess.Settings(jars.hub(), data.resolve("hub"), ports.free(), List.of(), logs)));
        try {
            EdgeProcess first = sites.edge(jars, data, SITES.get(0), "embedded", ports);
            sites.first = first;
            first.awaitReady();
            EdgeProcess second = sites.edge(jars, data, SITES.get(1), first.broker(), ports);
            sites.second = second;
            second.awaitReady();
            return sites;
        } catch (RuntimeException | IOException e) {
            sites.close();
            throw e;
        }
    }

    private EdgeProcess edge(Jars jars, Path data, String site, String broker, Ports ports) throws IOException {
        return EdgeProcess.start(new EdgeProcess.Settings(
                jars.edge(),
                data.resolve("edge-" + site),
                site,
                edgeOf(site),
                broker,
                ports.free(),
                ports.free(),
                List.of("--hub", hub.url(), "--enrol", hub.enrol(site, edgeOf(site))),
                List.of(),
                Files.createDirectories(data.resolve("logs").resolve(site))));
    }

    private static String edgeOf(String site) {
        return "edge-" + site;
    }

    HubClient hub() {
        return client;
    }

    String broker() {
        return Objects.requireNonNull(first).broker();
    }

    /** What the edge of that site says of itself. */
    EdgeState follow(String site) {
        return EdgeState.follow(broker(), site, edgeOf(site));
    }

    /** Whether the hub has all that the edges recorded. */
    boolean drained() {
        for (String site : SITES) {
            try (EdgeState state = follow(site)) {
                if (!Waiting.until(STATUS, () -> state.backlog() == 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void close() {
        if (second != null) {
            second.close();
        }
        if (first != null) {
            first.close();
        }
        hub.close();
    }
}
