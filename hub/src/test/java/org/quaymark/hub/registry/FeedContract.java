package org.quaymark.hub.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.quaymark.hub.HttpCaller;
import org.quaymark.hub.Hub;
import org.quaymark.hub.OnBothDatabases;
import org.quaymark.hub.identity.HubKey;
import org.quaymark.hub.identity.Scope;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.log.HashChain;
import org.quaymark.inspection.log.LogHead;
import org.quaymark.process.json.Json;

abstract class FeedContract extends OnBothDatabases {
    private static final String CHANGES = "/api/v1/registry/changes";

    private static String party(int number) {
        return String.format(Locale.ROOT, "{\"type\":\"party\",\"id\":\"p%05d\",\"name\":\"P\"}", number);
    }

    private static LogHead head(Hub hub, HttpResponse<String> answer) {
        String note = new String(
                Base64.getDecoder()
                        .decode(answer.headers().firstValue("Quaymark-Head").orElseThrow()),
                StandardCharsets.UTF_8);
        String text = hub.part(HubKey.class).signing().verifyingKey().openNote(note);
        assertNotNull(text);
        return LogHead.ofNoteText(text);
    }

    @Test
    void givesEachChangeChainedAndSigned() {
        Hub hub = serve();
        HttpCaller caller = HttpCaller.with(hub, Scope.REGISTRY_READ, Scope.REGISTRY_WRITE);
        caller.send("POST", "/api/v1/registry/imports", party(1) + "\n" + party(2) + "\n\n" + party(3));
        HttpResponse<String> answer = caller.get(CHANGES + "?after=0&limit=2");
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("3", answer.headers().firstValue("Quaymark-Latest").orElseThrow());
        HashChain chain = HashChain.empty();
        answer.body().lines().forEach(line -> chain.append(line.getBytes(StandardCharsets.UTF_8)));
        LogHead head = head(hub, answer);
        assertEquals(2, head.sequence());
        assertEquals(
                Base64.getEncoder().encodeToString(chain.head()),
                Base64.getEncoder().encodeToString(head.chain()));
        assertEquals(3, head(hub, caller.get(CHANGES + "?after=3")).sequence());
        assertEquals(409, caller.get(CHANGES + "?after=4").statusCode());
        assertEquals(401, HttpCaller.nobody(hub).get(CHANGES).statusCode());
        assertEquals(403, HttpCaller.with(hub, Scope.CASES_READ).get(CHANGES).statusCode());
    }

    @Test
    void tellsWhoWaitsOnAnotherHubAtOnce() throws Exception {
        Hub one = serve();
        Hub two = serve();
        HttpCaller waiting = HttpCaller.with(two, Scope.REGISTRY_READ);
        waiting.get(CHANGES);
        HttpClient client = HttpClient.newHttpClient();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                waiting.request(CHANGES + "?after=0&wait=30s").GET().build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, waiting.get(CHANGES + "?after=0&wait=200ms").statusCode());
        assertTrue(!answer.isDone());
        long start = System.nanoTime();
        one.part(RegistryAuthority.class).apply(RegistryContract.lines(party(1)), "test");
        HttpResponse<String> told = answer.get(5, TimeUnit.SECONDS);
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        System.out.println("long poll over two hubs on " + engine() + ": " + millis + " ms");
        assertEquals(1, told.body().lines().count());
        assertTrue(millis < 3_000, millis + " ms");
    }

    @Test
    void numbersWithoutGapsWhenTwoHubsWriteAtOnce() throws Exception {
        Hub one = serve();
        Hub two = serve();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                Hub hub = i % 2 == 0 ? one : two;
                int number = i;
                running.add(threads.submit(() -> hub.part(RegistryAuthority.class)
                        .apply(RegistryContract.lines(party(number), party(1_000 + number)), "test")));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        HttpResponse<String> answer = HttpCaller.with(one, Scope.REGISTRY_READ).get(CHANGES);
        HashChain chain = HashChain.empty();
        long expected = 0;
        for (String line : answer.body().lines().toList()) {
            JsonNode change = Json.LENIENT.readTree(line);
            assertEquals(++expected, change.get("sequence").asLong());
            chain.append(line.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(160, expected);
        assertEquals(
                Base64.getEncoder().encodeToString(chain.head()),
                Base64.getEncoder().encodeToString(head(one, answer).chain()));
    }

    @Test
    void takesWhatIsValidAndNamesWhatIsNot() throws Exception {
        Hub hub = serve();
        HttpCaller caller = HttpCaller.with(hub, Scope.REGISTRY_READ, Scope.REGISTRY_WRITE);
        String body = party(1) + "\nnonsense\n" + party(2) + "\n{\"type\":\"party\",\"id\":\"x\",\"nam\":1}\n"
                + "{\"type\":\"manifest\",\"parcel\":\"P1\",\"consignor\":\"x\\u0000\"}\n"
                + "{\"type\":\"manifest\",\"parcel\":\"P1\",\"consignor\":\"x\\ud83d\"}\n";
        HttpResponse<String> strict = caller.send("POST", "/api/v1/registry/imports?strict=true", body);
        assertEquals(422, strict.statusCode());
        assertEquals(0, hub.part(RegistryAuthority.class).head().sequence());
        JsonNode lenient = Json.LENIENT.readTree(
                caller.send("POST", "/api/v1/registry/imports", body).body());
        assertEquals(2, lenient.get("accepted").asInt());
        assertEquals(2, lenient.at("/rejected/0/line").asInt());
        assertEquals(4, lenient.at("/rejected/1/line").asInt());
        assertEquals(5, lenient.at("/rejected/2/line").asInt());
        assertEquals(6, lenient.at("/rejected/3/line").asInt());
        HttpResponse<String> csv = HttpCaller.send(caller.request("/api/v1/registry/imports?type=batch")
                .header("Content-Type", "text/csv")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "gtin,lot,markets,quantity,status\n09506000134352,L1,EEA;CH,1000,released\nbad,L2,,,\n")));
        assertEquals(1, Json.LENIENT.readTree(csv.body()).get("accepted").asInt(), csv.body());
        HttpResponse<String> batch = caller.get("/api/v1/registry/batch/09506000134352:L1");
        assertEquals(200, batch.statusCode(), batch.body());
        assertTrue(batch.body().contains("[\"EEA\",\"CH\"]"), batch.body());
    }

    @Test
    void givesAReplicaThatCanBeResumed() throws Exception {
        Hub hub = serve();
        HttpCaller caller = HttpCaller.with(hub, Scope.REGISTRY_READ);
        hub.part(RegistryAuthority.class)
                .apply(
                        RegistryContract.lines(
                                party(1),
                                RegistryContract.SERIALS,
                                "{\"type\":\"serials\",\"gtin\":\"09506000134352\",\"from\":\"0001\",\"to\":\"0099\"}"),
                        "test");
        Path file = directory.resolve("replica.db");
        HttpResponse<Path> whole = HttpClient.newHttpClient()
                .send(
                        caller.request("/api/v1/registry/snapshot").GET().build(),
                        HttpResponse.BodyHandlers.ofFile(file));
        assertEquals(200, whole.statusCode());
        HttpResponse<String> part = HttpCaller.send(caller.request("/api/v1/registry/snapshot")
                .header("Range", "bytes=0-14")
                .header("If-Range", whole.headers().firstValue("ETag").orElseThrow())
                .GET());
        assertEquals(206, part.statusCode());
        assertEquals("SQLite format 3", part.body());
        assertEquals(
                "bytes 0-14/" + Files.size(file),
                part.headers().firstValue("Content-Range").orElseThrow());
        try (Connection replica = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertEquals(
                    List.of("3"),
                    Sql.list(replica, "SELECT value FROM meta WHERE key = 'sequence'", row -> row.getString(1)));
            assertEquals(List.of(2L), Sql.list(replica, "SELECT count(*) FROM unit", row -> row.getLong(1)));
            assertEquals(List.of(1L), Sql.list(replica, "SELECT count(*) FROM unit_range", row -> row.getLong(1)));
        }
    }
}
