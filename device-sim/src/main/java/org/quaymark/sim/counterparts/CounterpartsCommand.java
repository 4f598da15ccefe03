package org.quaymark.sim.counterparts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.json.Json;
import org.quaymark.process.settings.BadUsage;
import org.quaymark.process.settings.Failure;
import org.quaymark.process.settings.Secret;
import org.quaymark.sim.deployment.HubClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code device-sim counterparts}. */
@Command(
        name = "counterparts",
        description =
                "A customs office (/customs) and a platform (/platform) that take the hub's signed alerts; the office"
                        + " answers.")
@SuppressWarnings("NullAway.Init")
public final class CounterpartsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--http-host",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--http-port",
            defaultValue = "8090",
            description = "Port to listen on, 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Secret
    @Option(
            names = "--customs-secret",
            required = true,
            description = "The customs endpoint's secret at the hub: whsec_…")
    private String customsSecret;

    @Secret
    @Option(
            names = "--platform-secret",
            required = true,
            description = "The platform endpoint's secret at the hub: whsec_…")
    private String platformSecret;

    @Option(
            names = "--hub",
            description = "The hub's address, such as http://127.0.0.1:8080; without it nothing is answered.")
    private @Nullable String hub;

    @Secret
    @Option(names = "--key", description = "Bearer key with scope exchange:write.")
    private @Nullable String key;

    @Option(
            names = "--decide",
            defaultValue = "mixed",
            description = "hold, release, mixed or none (default: ${DEFAULT-VALUE}).")
    private Decide decide;

    @Option(
            names = "--announce",
            paramLabel = "URL",
            description = "Register at the hub as its customs and platform endpoints under this address.")
    private @Nullable String announce;

    @Option(names = "--quiet", description = "Do not print alerts.")
    private boolean quiet;

    @Override
    public Integer call() throws InterruptedException {
        if (hub != null && !hub.matches("https?://[^/]+/?")) {
            throw new BadUsage("--hub is not like http://127.0.0.1:8080: " + hub);
        }
        if (hub != null && key == null && decide != Decide.NONE) {
            throw new BadUsage("--key is needed to answer the hub");
        }
        if (announce != null && (hub == null || key == null)) {
            throw new BadUsage("--announce needs --hub and --key");
        }
        PrintWriter out = spec.commandLine().getOut();
        Vertx vertx = Vertx.vertx();
        Counterparts.Settings settings =
                new Counterparts.Settings(host, port, customsSecret, platformSecret, hub, key, decide, line -> {
                    if (!quiet) {
                        out.println(line);
                        out.flush();
                    }
                });
        HttpServer server;
        try {
            server = new Counterparts(vertx, settings, Clock.systemUTC())
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            vertx.close();
            throw new Failure("cannot listen on " + host + ":" + port + ": " + e.getCause(), e);
        }
        out.println("counterparts are ready: customs http://" + host + ":" + server.actualPort()
                + "/customs, platform http://" + host + ":" + server.actualPort() + "/platform");
        out.flush();
        try {
            announce();
        } catch (Failure e) {
            vertx.close();
            throw e;
        }
        waitForTheEnd(vertx);
        return 0;
    }

    private void announce() {
        if (announce == null || hub == null || key == null) {
            return;
        }
        ObjectNode endpoints = Json.STRICT.createObjectNode();
        ArrayNode items = endpoints.putArray("items");
        items.add(endpoint("customs", announce + "/customs", customsSecret));
        items.add(endpoint("platform", announce + "/platform", platformSecret));
        new HubClient(hub, key).put("/exchange/endpoints", endpoints.toString());
    }

    private static ObjectNode endpoint(String kind, String url, String secret) {
        return Json.STRICT
                .createObjectNode()
                .put("id", kind)
                .put("kind", kind)
                .put("url", url)
                .put("secret", secret)
                .put("allowPrivate", true)
                .put("enabled", true);
    }

    private static void waitForTheEnd(Vertx vertx) throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            vertx.close()
                                    .toCompletionStage()
                                    .toCompletableFuture()
                                    .orTimeout(5, TimeUnit.SECONDS);
                            asked.countDown();
                        },
                        "shutdown"));
        asked.await();
    }
}
