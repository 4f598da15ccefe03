package org.quaymark.sim.counterparts;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A customs office at {@code /customs} and a platform at {@code /platform}, in one server. Both take signed alerts; the
 * office answers them.
 */
public final class Counterparts {
    private static final long MAX_BODY = 1L << 20;

    private final Vertx vertx;
    private final Settings settings;
    private final @Nullable CustomsOffice office;
    private final Inbox customs;
    private final Inbox platform;

    /**
     * How they run.
     *
     * @param hub the hub's address, null where nothing is answered
     * @param key bearer key with scope {@code exchange:write}
     * @param told gets a line for people for each alert
     */
    public record Settings(
            String host,
            int port,
            String customsSecret,
            String platformSecret,
            @Nullable String hub,
            @Nullable String key,
            Decide decide,
            Consumer<String> told) {}

    /** Not listening yet. */
    public Counterparts(Vertx vertx, Settings settings, Clock clock) {
        this.vertx = vertx;
        this.settings = settings;
        this.office = settings.hub() == null || settings.key() == null
                ? null
                : new CustomsOffice(vertx, WebClient.create(vertx), settings.hub(), settings.key(), settings.decide());
        this.customs = new Inbox(
                "customs", WebhookSecret.parse("--customs-secret", settings.customsSecret()), clock, this::toCustoms);
        this.platform = new Inbox(
                "platform", WebhookSecret.parse("--platform-secret", settings.platformSecret()), clock, this::tell);
    }

    /** Listens. */
    public Future<HttpServer> listen() {
        Router router = Router.router(vertx);
        router.get("/health").handler(this::health);
        router.get("/received").handler(this::received);
        router.post().handler(BodyHandler.create(false).setBodyLimit(MAX_BODY));
        router.post("/customs").handler(context -> take(context, customs, () -> office == null || office.hasRoom()));
        router.post("/platform").handler(context -> take(context, platform, () -> true));
        return vertx.createHttpServer().requestHandler(router).listen(settings.port(), settings.host());
    }

    private void take(RoutingContext context, Inbox inbox, BooleanSupplier hasRoom) {
        if (!hasRoom.getAsBoolean()) {
            problem(context, 503, "too many cases wait for a decision");
            return;
        }
        var request = context.request();
        var body = context.body().buffer();
        Inbox.Answer answer = inbox.take(
                request.getHeader("webhook-id"),
                request.getHeader("webhook-timestamp"),
                request.getHeader("webhook-signature"),
                body == null ? new byte[0] : body.getBytes());
        if (answer.status() >= 400) {
            problem(context, answer.status(), answer.text());
        } else {
            context.response().setStatusCode(answer.status()).end();
        }
    }

    private void toCustoms(Alert alert) {
        tell(alert);
        if (office != null) {
            office.take(alert);
        }
    }

    private void tell(Alert alert) {
        settings.told()
                .accept("%-9s%s case %s: %s"
                        .formatted(alert.counterpart(), alert.type(), alert.caseId(), alert.disposition()));
    }

    private void health(RoutingContext context) {
        context.json(new JsonObject().put("status", "UP"));
    }

    private void received(RoutingContext context) {
        JsonObject answers = new JsonObject();
        if (office != null) {
            CustomsOffice.Counts counts = office.counts();
            answers.put("hold", counts.held())
                    .put("release", counts.released())
                    .put("failed", counts.failed())
                    .put("unanswered", counts.unanswered());
        }
        context.json(new JsonObject()
                .put("customs", json(customs.counts()))
                .put("platform", json(platform.counts()))
                .put("answers", answers));
    }

    private static JsonObject json(Inbox.Counts counts) {
        JsonObject types = new JsonObject();
        counts.types().forEach(types::put);
        return new JsonObject()
                .put("received", counts.received())
                .put("repeated", counts.repeated())
                .put("refused", counts.refused())
                .put("types", types);
    }

    private static void problem(RoutingContext context, int status, String detail) {
        context.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/problem+json")
                .end(new JsonObject()
                        .put("type", "about:blank")
                        .put("status", status)
                        .put("detail", detail)
                        .toBuffer());
    }
}
