package org.quaymark.process.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.quaymark.process.json.Json;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpTest {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final MetricsRoute metrics = new MetricsRoute();
    private final Assets assets =
            new Assets().addWebjar("pico.css", HttpTest.class, "picocss__pico", "css/pico.min.css");
    private final AtomicReference<@Nullable String> database = new AtomicReference<>();
    private int port;

    @BeforeAll
    void listen() throws Exception {
        Router router = Router.router(vertx);
        ProblemHandler.mount(router);
        router.route().handler(new SecurityHeaders());
        new HealthRoutes()
                .check("database", database::get)
                .checkLater(
                        "slow",
                        () -> database.get() == null
                                ? io.vertx.core.Future.succeededFuture(null)
                                : Promise.<@Nullable String>promise().future())
                .mount(router);
        metrics.mount(router);
        assets.mount(router);
        router.get("/bug").handler(context -> {
            throw new IllegalStateException("password=hunter2 in a message");
        });
        router.get("/gap").handler(context -> {
            throw Problem.named("gap", 409, "An entry is missing")
                    .with("expected", 7)
                    .exception();
        });
        router.get("/html").handler(context -> {
            Locale locale = Locales.choose(context);
            context.end(locale.getLanguage() + " " + Locales.direction(locale));
        });
        router.post("/body")
                .handler(BodyHandler.create(false).setBodyLimit(10))
                .handler(context -> context.end("taken"));
        HttpServer server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(router);
        port = server.listen().toCompletionStage().toCompletableFuture().get().actualPort();
    }

    @AfterAll
    void close() throws Exception {
        metrics.close();
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void isReadyOnlyWhileEveryCheckHolds() throws Exception {
        assertEquals(200, get("/health/live").statusCode());
        HttpResponse<String> ready = get("/health/ready");
        assertEquals(200, ready.statusCode());
        assertEquals("UP", json(ready).path("status").asText());

        database.set("the disk is full");
        HttpResponse<String> down = get("/health/ready");
        database.set(null);
        assertEquals(503, down.statusCode());
        assertEquals("the disk is full", json(down).at("/checks/0/reason").asText());
        assertEquals(
                "no answer within 2000 ms", json(down).at("/checks/1/reason").asText());
    }

    @Test
    void aBugAnswersWithAReferenceAndNothingOfTheException() throws Exception {
        HttpResponse<String> answer = get("/bug");
        assertEquals(500, answer.statusCode());
        assertEquals(
                Problem.CONTENT_TYPE,
                answer.headers().firstValue("Content-Type").orElse(""));
        assertFalse(answer.body().contains("hunter2") || answer.body().contains("IllegalState"), answer.body());
        assertFalse(json(answer).path("reference").asText().isEmpty());
    }

    @Test
    void aProblemKeepsItsTypeAndMembers() throws Exception {
        HttpResponse<String> answer = get("/gap");
        assertEquals(409, answer.statusCode());
        assertTrue(json(answer).path("type").asText().endsWith("/gap"));
        assertEquals(7, json(answer).path("expected").asInt());
        assertEquals("Conflict", json(answer).path("title").asText());
        assertEquals(409, json(answer).path("status").asInt());
    }

    @Test
    void whatTheRouterItselfRefusesIsAProblemToo() throws Exception {
        assertEquals(404, json(get("/nowhere")).path("status").asInt());
        HttpRequest large = request("/body")
                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(100)))
                .build();
        HttpResponse<String> refused = client.send(large, HttpResponse.BodyHandlers.ofString());
        assertEquals(413, refused.statusCode());
        assertEquals(413, json(refused).path("status").asInt());
        HttpRequest wrongMethod = request("/gap").DELETE().build();
        assertEquals(
                405,
                client.send(wrongMethod, HttpResponse.BodyHandlers.ofString()).statusCode());
    }

    @Test
    void everyAnswerForbidsOtherHostsFramesAndSniffing() throws Exception {
        HttpResponse<String> answer = get("/html");
        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.startsWith("default-src 'self'") && policy.contains("frame-ancestors 'none'"), policy);
        assertEquals(
                "nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertEquals(
                "no-referrer", answer.headers().firstValue("Referrer-Policy").orElse(""));
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void servesAWebjarsFileForEverUnderItsDigestAndOnlyWhatWasAdded() throws Exception {
        HttpResponse<String> css = get(assets.url("pico.css"));
        assertEquals(200, css.statusCode());
        assertEquals(
                "text/css; charset=utf-8",
                css.headers().firstValue("Content-Type").orElse(""));
        assertTrue(css.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
        assertEquals(
                "no-cache",
                get("/assets/pico.css").headers().firstValue("Cache-Control").orElse(""));
        String tag = css.headers().firstValue("ETag").orElse("");
        HttpRequest again =
                request("/assets/pico.css").header("If-None-Match", tag).build();
        assertEquals(
                304, client.send(again, HttpResponse.BodyHandlers.ofString()).statusCode());
        HttpRequest packed =
                request("/assets/pico.css").header("Accept-Encoding", "gzip").build();
        HttpResponse<byte[]> gzip = client.send(packed, HttpResponse.BodyHandlers.ofByteArray());
        assertEquals("gzip", gzip.headers().firstValue("Content-Encoding").orElse(""));
        assertTrue(gzip.body().length < css.body().length() / 2);
        for (String path : new String[] {
            "/assets/../logback.xml",
            "/assets/%2e%2e/logback.xml",
            "/assets/..%2flogback.xml",
            "/assets/other.css",
            "/assets/"
        }) assertEquals(404, get(path).statusCode(), path);
    }

    @Test
    void countsTheJvmAndTheProcess() throws Exception {
        metrics.registry().counter("quaymark.scans").increment();
        String text = get("/metrics").body();
        assertTrue(text.contains("jvm_memory_used_bytes") && text.contains("process_uptime_seconds"), text);
        assertTrue(text.contains("quaymark_scans_total 1.0"), text);
    }

    @Test
    void choosesTheLanguageByParameterThenCookieThenBrowser() throws Exception {
        assertEquals("en ltr", get("/html").body());
        HttpResponse<String> asked = get("/html?lang=ar");
        assertEquals("ar rtl", asked.body());
        String cookie = asked.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
        assertEquals("ar rtl", language("Cookie", cookie));
        assertEquals("zh ltr", language("Accept-Language", "pt-BR, zh-Hant-TW;q=0.8, de;q=0.7"));
        assertEquals("en ltr", language("Accept-Language", "pt"));
        assertEquals("en ltr", get("/html?lang=../../etc").body());
    }

    private String language(String header, String value) throws IOException, InterruptedException {
        HttpRequest request = request("/html").header(header, value).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return Json.LENIENT.readTree(answer.body());
    }
}
