package org.quaymark.hub.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Changes;
import org.quaymark.process.http.SecurityHeaders;

/** The hub's HTTP server: every {@link HttpModule} mounted, headers for safety on every answer, problems for errors. */
@Singleton
public final class HttpServers {
    /** Where the API is. */
    public static final String API = "/api/v1";

    private final Vertx vertx;
    private final Collection<HttpModule> modules;
    private final Dispatcher dispatcher;
    private final Refusals refusals;
    private final Clock clock;
    private final List<Routes.Mounted> mounted = new ArrayList<>();
    private @Nullable HttpServer server;

    HttpServers(
            Vertx vertx,
            Collection<HttpModule> modules,
            Authentication authentication,
            Refusals refusals,
            Budgets budgets,
            Changes changes,
            MeterRegistry metrics,
            Clock clock) {
        this.vertx = vertx;
        this.modules = modules;
        this.refusals = refusals;
        this.dispatcher = new Dispatcher(vertx, authentication, refusals, budgets, changes);
        this.clock = clock;
        metrics.gauge("quaymark.http.long.polls", Waiting.NOW);
    }

    /** Starts listening; blocks until it does. Port 0 takes a free one. */
    public int listen(String host, int port) throws Exception {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setTcpNoDelay(true)
                .setHandle100ContinueAutomatically(true)
                .setMaxInitialLineLength(8_192)
                .setMaxHeaderSize(32_768)
                .setIdleTimeout(120)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setCompressionSupported(false);
        HttpServer started = vertx.createHttpServer(options)
                .requestHandler(router())
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        server = started;
        refusals.start();
        return started.actualPort();
    }

    /** Every route under {@link #API}, as {@code GET /cases/:id}. */
    public List<String> apiRoutes() {
        return mounted.stream()
                .map(route -> route.method() + " " + route.path())
                .toList();
    }

    private Router router() {
        Router root = Router.router(vertx);
        SecurityHeaders headers = new SecurityHeaders();
        root.route().handler(context -> {
            context.response()
                    .putHeader(
                            "Date",
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                    clock.instant().atOffset(ZoneOffset.UTC)));
            headers.handle(context);
        });
        Router api = Router.router(vertx);
        problems(api);
        problems(root);
        Routes apiRoutes = new Routes(api, dispatcher, mounted);
        Routes pages = new Routes(root, dispatcher, new ArrayList<>());
        modules.forEach(module -> module.api(apiRoutes));
        root.route(API + "/*").subRouter(api);
        modules.forEach(module -> module.pages(pages));
        return root;
    }

    private void problems(Router router) {
        router.errorHandler(404, c -> dispatcher.fail(c, Problem.notFound("There is nothing at this path.")));
        router.errorHandler(
                405,
                c -> dispatcher.fail(
                        c, Problem.of(405, "method", "No such method here", "This path has other methods.")));
        router.errorHandler(400, c -> dispatcher.fail(c, Problem.badRequest("The request cannot be read.")));
        router.errorHandler(
                500,
                c -> dispatcher.fail(
                        c, c.failure() == null ? new IllegalStateException("a handler failed") : c.failure()));
    }

    /** Stops listening and waits for what is at work. */
    public void close() throws Exception {
        HttpServer listening = server;
        if (listening != null) {
            listening
                    .shutdown(5, TimeUnit.SECONDS)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
        }
        dispatcher.close();
    }
}
