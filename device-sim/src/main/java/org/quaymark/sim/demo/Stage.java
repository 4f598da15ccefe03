package org.quaymark.sim.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.settings.Failure;
import org.quaymark.sim.deployment.Child;
import org.quaymark.sim.deployment.CounterpartsProcess;
import org.quaymark.sim.deployment.EdgeProcess;
import org.quaymark.sim.deployment.EdgeState;
import org.quaymark.sim.deployment.HubClient;
import org.quaymark.sim.deployment.HubProcess;
import org.quaymark.sim.deployment.Login;
import org.quaymark.sim.deployment.Ports;
import org.quaymark.sim.deployment.Waiting;
import org.quaymark.sim.score.VerdictLine;

/** The processes of a demonstration. Started by one thread, closed by the same. */
final class Stage implements AutoCloseable {
    private static final String SITE = "HAM1";
    private static final String EDGE = "edge-1";
    private static final String SCOPES =
            "registry:read,registry:write,cases:read,sightings:read,exchange:read," + "exchange:write,edges:read";
    private static final Duration REPLICA = Duration.ofSeconds(60);
    private static final Duration ARRIVAL = Duration.ofSeconds(60);
    private static final int COUNTERPARTS_PORT = 8090;
    private static final int ENDPOINTS = 2;

    private final Demo.Settings settings;
    private final Path logs;

    private @Nullable HubProcess hub;
    private @Nullable EdgeProcess edge;
    private @Nullable CounterpartsProcess counterparts;
    private @Nullable HubClient client;
    private @Nullable Login officer;

    Stage(Demo.Settings settings) {
        this.settings = settings;
        this.logs = settings.data().resolve("logs");
    }

    Path logs() {
        return logs;
    }

    String broker() {
        return Objects.requireNonNull(edge).broker();
    }

    HubProcess hub() {
        return Objects.requireNonNull(hub);
    }

    EdgeProcess edge() {
        return Objects.requireNonNull(edge);
    }

    Login officer() {
        return Objects.requireNonNull(officer);
    }

    /** Starts everything and waits until the edge has the registry. */
    void start(Path registry, Consumer<String> told) throws IOException {
        Files.createDirectories(logs);
        Ports ports = new Ports();
        HubProcess startedHub = HubProcess.start(new HubProcess.Settings(
                settings.jars().hub(),
                settings.data().resolve("hub"),
                ports.prefer(settings.hubPort()),
                List.of(),
                logs));
        hub = startedHub;
        startedHub.awaitReady();
        told.accept("hub            " + startedHub.url() + " (process "
                + startedHub.child().pid() + ")");

        // Each of these is a Java process of its own: side by side.
        CompletableFuture<String> code = async(() -> startedHub.enrol(SITE, EDGE));
        CompletableFuture<String> key = async(() -> startedHub.key("demo", SCOPES));
        CompletableFuture<String> customsKey = async(() -> startedHub.key("demo-customs", "exchange:write"));
        CompletableFuture<Login> person = async(() -> startedHub.user("officer", "officer,analyst,registrar,admin"));

        EdgeProcess startedEdge = EdgeProcess.start(new EdgeProcess.Settings(
                settings.jars().edge(),
                settings.data().resolve("edge"),
                SITE,
                EDGE,
                "embedded",
                ports.prefer(settings.mqttPort()),
                ports.prefer(settings.edgePort()),
                List.of("--hub", startedHub.url(), "--enrol", get(code)),
                List.of(),
                logs));
        edge = startedEdge;
        HubClient api = new HubClient(startedHub.url(), get(key));
        client = api;
        JsonNode imported = api.importRegistry(registry);
        if (!imported.path("rejected").isEmpty()) {
            throw new Failure("the hub refused registry lines: " + imported);
        }
        told.accept("registry       " + imported.path("accepted").asInt() + " lines imported");
        CounterpartsProcess startedCounterparts = CounterpartsProcess.start(
                settings.jars().sim(),
                ports.prefer(COUNTERPARTS_PORT),
                startedHub.url(),
                get(customsKey),
                "mixed",
                logs);
        counterparts = startedCounterparts;
        startedCounterparts.awaitReady();
        api.put("/exchange/endpoints", startedCounterparts.endpoints());
        told.accept("counterparts   " + startedCounterparts.url() + " (process "
                + startedCounterparts.child().pid()
                + "): a customs office and a platform, for this demonstration only");
        officer = get(person);
        startedEdge.awaitReady();
        try (EdgeState state = EdgeState.follow(startedEdge.broker(), SITE, EDGE)) {
            state.awaitRegistry(api.registryHead(), REPLICA);
        }
        told.accept("edge           " + startedEdge.url() + ", scanners at " + startedEdge.broker() + " (process "
                + startedEdge.child().pid() + ")");
    }

    /** Waits until the hub, customs and the platform have everything, or for a minute. */
    Arrivals awaitArrivals(List<VerdictLine> verdicts) {
        Arrivals[] last = new Arrivals[1];
        Waiting.until(ARRIVAL, () -> {
            last[0] = arrivals(verdicts);
            return last[0].complete();
        });
        return last[0];
    }

    private Arrivals arrivals(List<VerdictLine> verdicts) {
        HubClient api = Objects.requireNonNull(client);
        Map<String, Integer> sightings = new HashMap<>();
        api.all("/sightings").forEach(item -> sightings.merge(item.path("scan").asText(), 1, Integer::sum));
        int answered = 0;
        int atHub = 0;
        int twice = 0;
        for (VerdictLine line : verdicts) {
            if (line.answered() != null) {
                int count = sightings.getOrDefault(line.answered(), 0);
                answered++;
                atHub += count > 0 ? 1 : 0;
                twice += count > 1 ? 1 : 0;
            }
        }
        int cases = api.all("/cases").size();
        JsonNode received = Objects.requireNonNull(counterparts).received();
        int delivered = opened(received, "customs") + opened(received, "platform");
        JsonNode answers = received.path("answers");
        return new Arrivals(
                answered,
                atHub,
                twice,
                cases,
                ENDPOINTS * cases,
                delivered,
                answers.path("hold").asInt() + answers.path("release").asInt());
    }

    private static int opened(JsonNode received, String counterpart) {
        return received.path(counterpart)
                .path("types")
                .path("org.quaymark.case.opened")
                .asInt();
    }

    /** The ends of what the processes printed. */
    List<String> logTails() {
        List<String> tails = new ArrayList<>();
        for (Child child : children()) {
            tails.add("---- " + child.log() + (child.isAlive() ? "" : " (ended)") + "\n" + child.tail());
        }
        return tails;
    }

    @Override
    public void close() {
        // The interrupt that ends a demonstration must not keep its processes from being stopped in order.
        boolean interrupted = Thread.interrupted();
        children().parallelStream().forEach(Child::stop);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Child> children() {
        List<Child> children = new ArrayList<>();
        if (counterparts != null) {
            children.add(counterparts.child());
        }
        if (edge != null) {
            children.add(edge.child());
        }
        if (hub != null) {
            children.add(hub.child());
        }
        return children;
    }

    private static <T> CompletableFuture<T> async(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work);
    }

    private static <T> T get(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Failure failure) {
                throw failure;
            }
            throw e;
        }
    }
}
