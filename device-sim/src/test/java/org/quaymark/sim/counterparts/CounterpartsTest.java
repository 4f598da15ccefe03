package org.quaymark.sim.counterparts;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a hub's side that is a small HTTP server: real requests both ways. */
@SuppressWarnings("NullAway.Init")
class CounterpartsTest {
    private static final String CUSTOMS = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);
    private static final String PLATFORM = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<JsonObject> answers = new CopyOnWriteArrayList<>();
    private final AtomicInteger hubFailures = new AtomicInteger();
    private String url;

    @BeforeEach
    void listen() {
        HttpServer hub = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    assertEquals("Bearer qm_test", request.getHeader("authorization"));
                    assertEquals("/api/v1/exchange/customs/responses", request.path());
                    boolean fails = hubFailures.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
                    if (!fails) {
                        answers.add(body.toJsonObject());
                    }
                    request.response().setStatusCode(fails ? 503 : 200).end("{}");
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        Counterparts.Settings settings = new Counterparts.Settings(
                "127.0.0.1",
                0,
                CUSTOMS,
                PLATFORM,
                "http://127.0.0.1:" + hub.actualPort(),
                "qm_test",
                Decide.HOLD,
                line -> {});
        HttpServer server = new Counterparts(vertx, settings, Clock.systemUTC())
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        url = "http://127.0.0.1:" + server.actualPort();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void decidesACaseOnceHoweverOftenItIsTold() throws Exception {
        assertEquals(202, send("/customs", CUSTOMS, "msg_1", "C-1"));
        assertEquals(200, send("/customs", CUSTOMS, "msg_1", "C-1"));
        assertEquals(202, send("/customs", CUSTOMS, "msg_2", "C-1"));
        await().until(() -> answers.size() == 1);
        assertEquals("C-1", answers.get(0).getString("case"));
        assertEquals("hold", answers.get(0).getString("decision"));
        assertEquals(2, received().getJsonObject("customs").getInteger("received"));
        assertEquals(1, received().getJsonObject("customs").getInteger("repeated"));
    }

    @Test
    void tellsTheHubUntilTheHubHasIt() throws Exception {
        hubFailures.set(2);
        send("/customs", CUSTOMS, "msg_1", "C-2");
        await().until(() -> answers.size() == 1);
        await().until(() -> received().getJsonObject("answers").getInteger("hold") == 1);
    }

    @Test
    void refusesWhatIsSignedWithAnothersSecret() throws Exception {
        assertEquals(401, send("/customs", PLATFORM, "msg_1", "C-3"));
        assertEquals(1, received().getJsonObject("customs").getInteger("refused"));
        assertTrue(answers.isEmpty());
    }

    @Test
    void thePlatformTakesAlertsAndDecidesNothing() throws Exception {
        assertEquals(202, send("/platform", PLATFORM, "msg_1", "C-4"));
        assertEquals(1, received().getJsonObject("platform").getInteger("received"));
        assertTrue(answers.isEmpty());
    }

    private JsonObject received() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/received")).build();
        return new JsonObject(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private int send(String path, String secret, String id, String caseId) throws Exception {
        byte[] body = new JsonObject()
                .put("specversion", "1.0")
                .put("type", "org.quaymark.case.opened")
                .put("subject", caseId)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        String at = String.valueOf(Clock.systemUTC().instant().getEpochSecond());
        byte[] signature = WebhookSecret.parse("test", secret).sign(id, at, body);
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("webhook-id", id)
                .header("webhook-timestamp", at)
                .header("webhook-signature", "v1," + Base64.getEncoder().encodeToString(signature))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
