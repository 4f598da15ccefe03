package org.quaymark.process.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.json.Json;

/**
 * {@code /health/live}: the process answers at all. {@code /health/ready}: every named check holds: 200, else 503; the body says which
 * and why.
 */
public final class HealthRoutes {
    private static final long CHECK_TIMEOUT_MILLIS = 2_000;

    private final List<Check> checks = new ArrayList<>();

    private record Check(String name, boolean required, Supplier<Future<@Nullable String>> reason) {}

    private record Outcome(
            String name, boolean required, @Nullable String reason) {
        String status() {
            return reason == null ? "UP" : required ? "DOWN" : "WARN";
        }
    }

    /**
     * Adds a check that answers at once, called on the event loop.
     *
     * @param reason {@code null} when all is well, otherwise why not, in words an operator understands and a stranger may read
     */
    public HealthRoutes check(String name, Supplier<@Nullable String> reason) {
        return checkLater(name, () -> Future.succeededFuture(reason.get()));
    }

    /** Adds a check that takes time, such as asking a database; after 2 s without an answer it counts as failed. */
    public HealthRoutes checkLater(String name, Supplier<Future<@Nullable String>> reason) {
        checks.add(new Check(name, true, reason));
        return this;
    }

    /** Adds what somebody should look at while the process is ready all the same: told as {@code WARN}. */
    public HealthRoutes warn(String name, Supplier<@Nullable String> reason) {
        checks.add(new Check(name, false, () -> Future.succeededFuture(reason.get())));
        return this;
    }

    public void mount(Router router) {
        router.get("/health/live").handler(context -> send(context, 200, List.of()));
        router.get("/health/ready")
                .handler(context -> ready().onComplete(done -> {
                    List<Outcome> outcomes = done.result() == null ? List.of() : done.result();
                    boolean ready = done.succeeded()
                            && outcomes.stream()
                                    .noneMatch(outcome -> outcome.status().equals("DOWN"));
                    send(context, ready ? 200 : 503, outcomes);
                }));
    }

    private Future<List<Outcome>> ready() {
        List<Future<Outcome>> running = checks.stream().map(HealthRoutes::run).toList();
        return Future.all(running)
                .map(all -> running.stream().map(Future::result).toList());
    }

    private static Future<Outcome> run(Check check) {
        Future<@Nullable String> asked;
        try {
            asked = check.reason().get();
        } catch (RuntimeException e) {
            asked = Future.failedFuture(e);
        }
        return asked.timeout(CHECK_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .map(reason -> new Outcome(check.name(), check.required(), reason))
                .otherwise(failure -> new Outcome(check.name(), check.required(), words(failure)));
    }

    private static String words(Throwable failure) {
        // Vert.x has its own timeout exception, which is not java.util.concurrent's
        String name = failure.getClass().getSimpleName();
        return name.endsWith("TimeoutException") ? "no answer within " + CHECK_TIMEOUT_MILLIS + " ms" : name;
    }

    private static void send(RoutingContext context, int status, List<Outcome> outcomes) {
        ObjectNode json = Json.STRICT.createObjectNode().put("status", status == 200 ? "UP" : "DOWN");
        ArrayNode listed = json.putArray("checks");
        for (Outcome outcome : outcomes) {
            ObjectNode entry = listed.addObject().put("name", outcome.name());
            entry.put("status", outcome.status());
            if (outcome.reason() != null) entry.put("reason", outcome.reason());
        }
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(json.toString());
    }
}
