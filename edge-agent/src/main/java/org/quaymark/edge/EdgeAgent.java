package org.quaymark.edge;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.broker.BrokerAccess;
import org.quaymark.edge.broker.EmbeddedBroker;
import org.quaymark.edge.device.Devices;
import org.quaymark.edge.dock.DockBoard;
import org.quaymark.edge.dock.DockRoutes;
import org.quaymark.edge.explain.Inputs;
import org.quaymark.edge.history.Memory;
import org.quaymark.edge.history.SiteHistory;
import org.quaymark.edge.journal.Draft;
import org.quaymark.edge.journal.JournalSettings;
import org.quaymark.edge.journal.JournalUnusable;
import org.quaymark.edge.journal.SqliteJournal;
import org.quaymark.edge.registry.RegistryFile;
import org.quaymark.edge.registry.Replica;
import org.quaymark.edge.retro.RetroVerdicts;
import org.quaymark.edge.scanner.MqttSettings;
import org.quaymark.edge.scanner.Scanners;
import org.quaymark.edge.uplink.Enrolment;
import org.quaymark.edge.uplink.EnrolmentRefused;
import org.quaymark.edge.uplink.HubClient;
import org.quaymark.inspection.decision.Inspector;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.process.http.HealthRoutes;
import org.quaymark.process.http.MetricsRoute;
import org.quaymark.process.http.ProblemHandler;
import org.quaymark.process.http.SecurityHeaders;
import org.quaymark.process.policy.PolicyFile;
import org.quaymark.process.settings.BadUsage;
import org.quaymark.process.settings.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An edge put together: what is started first is stopped last, so that scans stop coming in before the journal is written
 * out and closed.
 */
final class EdgeAgent implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EdgeAgent.class);
    private static final int RESUMED_SIGHTINGS = 2_000;
    private static final String FROM_HUB = "registry.db";
    private static final String FROM_FILE = "registry-file.db";
    private static final long HTTP_SECONDS = 10;

    private final EdgeSettings settings;
    private final Clock clock;
    private final Consumer<String> problems;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private @Nullable Scanners scanners;
    private @Nullable EmbeddedBroker ownBroker;
    private @Nullable FirstReplica firstReplica;
    private String addresses = "";

    private EdgeAgent(EdgeSettings settings, Clock clock, Consumer<String> problems) {
        this.settings = settings;
        this.clock = clock;
        this.problems = problems;
    }

    /**
     * Starts an edge; it may not be connected to its broker yet when this returns.
     *
     * @param problems gets what a person at the terminal should read, such as lines of the registry file that are not valid
     * @throws Failure where it cannot start; nothing is left running then
     */
    static EdgeAgent start(EdgeSettings settings, Clock clock, Consumer<String> problems) {
        EdgeAgent agent = new EdgeAgent(settings, clock, problems);
        try {
            agent.start();
            return agent;
        } catch (IOException | JournalUnusable | EnrolmentRefused e) {
            agent.close();
            throw new Failure(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            agent.close();
            Thread.currentThread().interrupt();
            throw new Failure("interrupted while starting", e);
        } catch (RuntimeException e) {
            agent.close();
            throw e;
        }
    }

    /** Whether it can take scans, record them, and check them as far as it ever could; the hub is not needed for that. */
    boolean isReady() {
        return scanners != null && scanners.isConnected() && firstReplica != null && firstReplica.problem() == null;
    }

    /** Where it can be reached, for the readiness line. */
    String addresses() {
        return addresses;
    }

    /** Has the journal tell what is decided by, so that whoever reads it can decide the same. */
    private static void tellPolicy(SqliteJournal journal, Policy policy) {
        if (!policy.equals(Policy.standard())) {
            var unused = journal.append(new Draft.PolicyInForce(policy)).exceptionally(e -> {
                LOG.warn("The policy is not in the journal: {}", e.toString());
                return null;
            });
        }
    }

    private void start() throws IOException, InterruptedException {
        DataDirectory data = keep(DataDirectory.take(settings.data()));
        Inspector inspector = new Inspector(PolicyFile.read(settings.policy()));
        MetricsRoute metrics = keep(new MetricsRoute());
        MeterRegistry meters = metrics.registry();

        SqliteJournal journal = keep(SqliteJournal.open(
                data.file("journal.db"),
                JournalSettings.DEFAULT
                        .withLimitBytes(settings.journalLimitBytes())
                        .of(settings.site(), settings.edge()),
                clock,
                meters));
        keepInputs(inspector, journal);
        Enrolment enrolment = new Enrolment(journal, settings.edge());
        enrolment.bind();
        tellPolicy(journal, inspector.policy());
        Replica replica = keep(settings.registry() == null ? hubReplica(data) : fileReplica(data, settings.registry()));

        Devices devices = keep(Devices.open(data.file("devices.db"), settings.devices(), clock));
        devices.catchUp(journal);
        Memory memory = keep(Memory.open(
                data.file("history.db"), journal, settings.country(), devices::calibration, replica::current));
        SiteHistory history = memory.history();
        DockBoard board = new DockBoard(devices::of);
        devices.onChange(board::deviceChanged);
        LettersAndAlarms attention = new LettersAndAlarms(journal, settings.site(), settings.edge());
        board.resume(journal.latestSightings(RESUMED_SIGHTINGS));
        Decisions decisions = new Decisions(inspector, replica, history, settings.locale(), clock, meters);

        decisions.warmUp(settings.site());

        String broker = settings.broker();
        MqttSettings link = MqttSettings.of(broker, settings.site(), settings.edge())
                .as(settings.brokerUser(), settings.brokerPassword())
                .trusting(settings.links().brokerTrust());
        if (settings.embeddedBroker()) {
            BrokerAccess access = settings.links().brokerAccess(settings.site());
            EmbeddedBroker own =
                    keep(EmbeddedBroker.start(data.file("broker"), settings.mqttHost(), settings.mqttPort(), access));
            broker = own.uri();
            ownBroker = own;
            link = MqttSettings.of(own.ownUri(), settings.site(), settings.edge())
                    .as(access.ownUser(), access.ownPassword());
        }
        Scanners newScanners = keep(new Scanners(
                link.sharing(settings.shared()),
                settings.repeatWindow(),
                settings.locale(),
                new RememberingJournal(journal, history),
                decisions,
                decisions::registryState,
                board,
                devices,
                attention,
                clock));
        scanners = newScanners;
        devices.start(journal);
        attention.tryBy(newScanners);
        Gauge.builder("quaymark.deadletters", attention, LettersAndAlarms::waiting)
                .register(meters);
        meter(meters, newScanners, decisions);
        FirstReplica first = new FirstReplica(decisions::registryState, settings.hub() != null, clock);
        firstReplica = first;
        int httpPort = serve(metrics, journal, newScanners, first, board, attention);
        RetroVerdicts retro = keep(new RetroVerdicts(inspector, replica, memory, journal, board::decidedAgain, clock));
        newScanners.start();
        retro.start();
        if (settings.hub() != null) {
            linkToHub(settings.hub(), data, enrolment, journal, replica, meters);
        }
        addresses = "MQTT " + broker + ", dock page http://" + settings.httpHost() + ":" + httpPort + "/";
    }

    private void keepInputs(Inspector inspector, SqliteJournal journal) throws IOException {
        String text = settings.policy() == null ? null : Files.readString(settings.policy());
        Inputs.keep(journal, inspector.policy(), text, settings.registry() == null ? FROM_HUB : FROM_FILE);
    }

    private Replica hubReplica(DataDirectory data) {
        return Replica.open(data.file(FROM_HUB), clock);
    }

    private Replica fileReplica(DataDirectory data, Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new BadUsage("--registry: " + file + " cannot be read");
        }
        Replica replica = RegistryFile.open(data.file(FROM_FILE), file, clock);
        if (RegistryFile.isLoaded(file, replica)) {
            return replica;
        }
        try {
            RegistryFile.Loaded loaded = RegistryFile.load(file, replica, clock, problems);
            if (loaded.rejected() > 0) {
                problems.accept(file + ": " + loaded.accepted() + " lines taken, " + loaded.rejected()
                        + " not valid and left out");
            }
            return replica;
        } catch (IOException | RuntimeException e) {
            replica.close();
            throw e;
        }
    }

    private void linkToHub(
            URI hub,
            DataDirectory data,
            Enrolment enrolment,
            SqliteJournal journal,
            Replica replica,
            MeterRegistry meters)
            throws InterruptedException {
        keep(new HubLink(
                        new HubClient(hub, clock, settings.links().hubTrust()),
                        enrolment,
                        settings.enrol(),
                        settings.site(),
                        journal,
                        replica,
                        data.file("registry.part"),
                        new KeyRequests(settings.data()),
                        settings.links().uplinkRate(),
                        meters,
                        new SecureRandom()))
                .start();
    }

    private int serve(
            MetricsRoute metrics,
            SqliteJournal journal,
            Scanners running,
            FirstReplica first,
            DockBoard board,
            LettersAndAlarms attention)
            throws IOException, InterruptedException {
        Vertx vertx = Vertx.vertx();
        keep(() -> vertx.close().toCompletionStage().toCompletableFuture().get(HTTP_SECONDS, TimeUnit.SECONDS));
        Router router = Router.router(vertx);
        ProblemHandler.mount(router);
        router.route().handler(new SecurityHeaders());
        new HealthRoutes()
                .check("mqtt", () -> running.isConnected() ? null : "no connection to the broker")
                .check("journal", () -> journal.state().problem())
                .check("registry", first::problem)
                .warn("journal-room", attention::journalWarning)
                .warn("broker-room", () -> ownBroker == null ? null : ownBroker.warning())
                .warn("dead-letters", attention::letterWarning)
                .mount(router);
        metrics.mount(router);
        new DockRoutes(settings.site(), board)
                .alarming(attention::alarms)
                .withLetters(attention)
                .mount(router, vertx);
        try {
            HttpServer server = vertx.createHttpServer()
                    .requestHandler(router)
                    .listen(settings.httpPort(), settings.httpHost())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(HTTP_SECONDS, TimeUnit.SECONDS);
            return server.actualPort();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(
                    "the dock page cannot listen on " + settings.httpHost() + ":" + settings.httpPort() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static void meter(MeterRegistry meters, Scanners scanners, Decisions decisions) {
        FunctionCounter.builder("quaymark.rejected", scanners, Scanners::rejectedCount)
                .register(meters);
        FunctionCounter.builder("quaymark.dropped", scanners, Scanners::droppedCount)
                .register(meters);
        Gauge.builder(
                        "quaymark.registry.sequence",
                        decisions,
                        d -> d.registryState().sequence())
                .register(meters);
        Gauge.builder(
                        "quaymark.registry.age.seconds",
                        decisions,
                        d -> d.registryState().ageSeconds())
                .register(meters);
        Gauge.builder("quaymark.mqtt.connected", scanners, s -> s.isConnected() ? 1 : 0)
                .register(meters);
    }

    private <T extends AutoCloseable> T keep(T part) {
        started.push(part);
        return part;
    }

    /** Stops taking scans, writes out what waits, and lets go of everything. */
    @Override
    public void close() {
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not stop in order", part.getClass().getSimpleName(), e);
            }
        }
    }
}
