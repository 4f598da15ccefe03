package org.quaymark.sim.faults;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.settings.Failure;
import org.quaymark.sim.deployment.ClassArchive;
import org.quaymark.sim.deployment.EdgeProcess;
import org.quaymark.sim.deployment.EdgeState;
import org.quaymark.sim.deployment.HubClient;
import org.quaymark.sim.deployment.HubProcess;
import org.quaymark.sim.deployment.Jars;
import org.quaymark.sim.deployment.Ports;
import org.quaymark.sim.deployment.Waiting;
import org.quaymark.sim.replay.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a campaign is fought over, real processes all: two hubs on one PostgreSQL (or one on SQLite where that is not
 * installed); a site whose edge has its own broker and a small disk; a site with a broker that stands alone. Links go
 * through proxies that can be cut.
 */
final class Grounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Grounds.class);
    /** The embedded broker's journal alone may take 144. */
    private static final int DISK_MEBIBYTES = 384;

    private static final Duration REPLICA = Duration.ofMinutes(1);
    private static final String SCOPES =
            "registry:read,registry:write,cases:read,sightings:read,edges:read,ledger:read";

    private final Vertx vertx = Vertx.vertx();
    private final Deque<AutoCloseable> started = new ConcurrentLinkedDeque<>();
    private final List<HubProcess> hubs = new ArrayList<>();
    private final List<Site> sites = new ArrayList<>();
    private final Ports ports = new Ports();
    private final Jars jars;
    private final Path data;
    private final @Nullable Bug bug;
    private @Nullable Postgres postgres;
    private @Nullable HubClient client;

    private Grounds(Jars jars, Path data, @Nullable Bug bug) {
        this.jars = jars;
        this.data = data;
        this.bug = bug;
        started.push(vertx::close);
        // Also where somebody ends the campaign: no process and no mount is to stay behind.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shutdown"));
    }

    /**
     * Starts everything.
     *
     * @param bug put into the edges, null for none
     */
    static Grounds prepare(Jars jars, Path data, @Nullable Bug bug, Progress shown) throws IOException {
        Grounds grounds = new Grounds(jars, data, bug);
        try {
            grounds.start(shown);
            return grounds;
        } catch (IOException | RuntimeException e) {
            grounds.close();
            throw e;
        }
    }

    private void start(Progress shown) throws IOException {
        Path logs = Files.createDirectories(data.resolve("logs"));
        Postgres server = Postgres.start(data.resolve("postgres"), ports.free());
        postgres = server;
        if (server != null) {
            started.push(server);
        }
        for (int i = 0; i < (server == null ? 1 : 2); i++) {
            HubProcess.Settings settings = new HubProcess.Settings(
                    jars.hub(),
                    data.resolve("hub"),
                    ports.free(),
                    server == null ? List.of() : server.flags(),
                    Files.createDirectories(logs.resolve("hub-" + (i + 1))));
            if (hubs.isEmpty()) {
                try (HubProcess first =
                        HubProcess.start(settings.with(hubClasses().written()))) {
                    first.awaitReady();
                }
            }
            HubProcess hub = HubProcess.start(settings.with(hubClasses().used()));
            started.push(hub);
            hubs.add(hub);
            hub.awaitReady();
        }
        HubClient api = new HubClient(hubs.get(0).url(), hubs.get(0).key("campaign", SCOPES));
        client = api;
        Path registry = data.resolve("registry.ndjson");
        NumberedScans.writeRegistry(registry);
        api.importRegistry(registry);
        site("HAM1", "edge-1", null, hubs.get(0), shown, logs);
        int brokerPort = ports.free();
        Mosquitto mosquitto = Mosquitto.start(data.resolve("mosquitto"), brokerPort);
        if (mosquitto != null) {
            started.push(mosquitto);
        }
        site(
                "CDG1",
                "edge-2",
                mosquitto == null ? null : new Broker(mosquitto, brokerPort),
                hubs.get(hubs.size() - 1),
                shown,
                logs);
        long head = api.registryHead();
        for (Site site : sites) {
            try (EdgeState state = follow(site)) {
                state.awaitRegistry(head, REPLICA);
            }
        }
    }

    /** What is killed hundreds of times is to spend its time on its work and not on loading classes. */
    private ClassArchive hubClasses() {
        return new ClassArchive(data.resolve("hub.jsa"));
    }

    private ClassArchive edgeClasses() {
        return new ClassArchive(data.resolve("edge.jsa"));
    }

    private record Broker(Mosquitto process, int port) {}

    private void site(String id, String edgeId, @Nullable Broker broker, HubProcess hub, Progress shown, Path logs)
            throws IOException {
        Path directory = data.resolve(edgeId);
        SmallDisk disk = SmallDisk.mount(directory, DISK_MEBIBYTES);
        if (disk != null) {
            started.push(disk);
        }
        MovedClock clock = MovedClock.in(data.resolve("clock-" + edgeId));
        List<String> java = new ArrayList<>(clock.flags(jars.sim()));
        java.addAll(edgeClasses().used());
        if (bug != null) {
            java.add("-javaagent:" + jars.sim() + "=" + Saboteur.BUG + "=" + bug.wireName());
        }
        int ownPort = ports.free();
        LinkProxy up = new LinkProxy(vertx, hub.port());
        started.push(up);
        LinkProxy scanners = new LinkProxy(vertx, broker == null ? ownPort : broker.port());
        started.push(scanners);
        EdgeProcess.Settings settings = new EdgeProcess.Settings(
                jars.edge(),
                directory,
                id,
                edgeId,
                broker == null ? "embedded" : "tcp://127.0.0.1:" + broker.port(),
                ownPort,
                ports.free(),
                List.of("--hub", "http://127.0.0.1:" + up.port(), "--enrol", hub.enrol(id, edgeId)),
                List.of(),
                java,
                Files.createDirectories(logs.resolve(edgeId)));
        if (sites.isEmpty()) {
            try (EdgeProcess first =
                    EdgeProcess.start(settings.with(edgeClasses().written()))) {
                first.awaitReady();
            }
        }
        EdgeProcess edge = EdgeProcess.start(settings);
        started.push(edge);
        edge.awaitReady();
        sites.add(new Site(
                id,
                edgeId,
                edge,
                scanners,
                up,
                broker == null ? null : broker.process(),
                disk,
                clock,
                new Site.Answers(shown)));
    }

    /** Starts again what ended by itself, as the supervisor of a service does; how many that were. */
    int startAgainWhatEnded() {
        if (postgres != null) {
            postgres.startAgainIfEnded();
        }
        int ended = 0;
        for (Site site : sites) {
            ended += site.edge().startAgainIfEnded() ? 1 : 0;
        }
        for (HubProcess hub : hubs) {
            ended += hub.startAgainIfEnded() ? 1 : 0;
        }
        return ended;
    }

    HubClient client() {
        if (client == null) {
            throw new IllegalStateException("not started");
        }
        return client;
    }

    List<HubProcess> hubs() {
        return hubs;
    }

    List<Site> sites() {
        return sites;
    }

    @Nullable
    Postgres postgres() {
        return postgres;
    }

    /** What the edge of a site says of itself. */
    static EdgeState follow(Site site) {
        return EdgeState.follow(site.edge().broker(), site.id(), site.edgeId());
    }

    /** Waits until the hubs have all that the edges recorded. */
    boolean drain(Duration patience) {
        for (Site site : sites) {
            try (EdgeState state = follow(site)) {
                if (!Waiting.until(patience, () -> state.backlog() == 0)) {
                    LOG.warn("{} still has {} entries for the hub", site.edgeId(), state.backlog());
                    return false;
                }
            } catch (Failure e) {
                LOG.warn("{}: {}", site.edgeId(), e.getMessage());
                return false;
            }
        }
        return true;
    }

    /** What the edges' journals say now. */
    List<EdgeJournal> journals() {
        return sites.stream()
                .map(site -> EdgeJournal.read(site.edgeId(), data.resolve(site.edgeId())))
                .toList();
    }

    /** Ends all that was started, the last first; more than once does no harm. */
    @Override
    public void close() {
        AutoCloseable part = started.poll();
        while (part != null) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not stop", part, e);
            }
            part = started.poll();
        }
    }
}
