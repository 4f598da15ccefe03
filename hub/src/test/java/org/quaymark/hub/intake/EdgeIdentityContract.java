package org.quaymark.hub.intake;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quaymark.hub.HttpCaller;
import org.quaymark.hub.Hub;
import org.quaymark.hub.OnBothDatabases;
import org.quaymark.hub.edges.Enrolments;
import org.quaymark.hub.identity.Scope;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Engine;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.log.RequestSignature;
import org.quaymark.inspection.log.SigningKey;
import org.quaymark.process.json.Json;

/** How an edge becomes known, changes its key and is shut out. */
abstract class EdgeIdentityContract extends OnBothDatabases {
    private static long count(Hub hub, String of) {
        return hub.part(Database.class)
                .read(c -> Sql.list(c, "SELECT count(*) FROM " + of, row -> row.getLong(1)))
                .get(0);
    }

    private static HttpResponse<String> signed(
            Hub hub, SigningKey key, String method, String path, String query, String body, Instant at) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpCaller.nobody(hub)
                .request(path + (query.isEmpty() ? "" : "?" + query))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(bytes));
        RequestSignature.sign(key, "edge-1", method, path, query.isEmpty() ? null : query, bytes, at)
                .forEach(request::header);
        return HttpCaller.send(request);
    }

    private static HttpResponse<String> changeKey(Hub hub, SigningKey with, SigningKey next, SigningKey proves)
            throws Exception {
        String text = "quaymark/key/edge-1\n" + next.verifyingKey() + "\n";
        String body = Json.STRICT.writeValueAsString(
                Map.of("publicKey", next.verifyingKey().toString(), "proof", proves.signNote(text)));
        return signed(hub, with, "POST", "/api/v1/edges/edge-1/key", "", body, Instant.now());
    }

    private static int suspend(Hub hub, String status) {
        return HttpCaller.with(hub, Scope.EDGES_WRITE)
                .send("PUT", "/api/v1/edges/edge-1/status", "{\"status\":\"" + status + "\"}")
                .statusCode();
    }

    @Test
    @Tag("D-H5")
    void ofManyEnrolmentsWithOneCodeOneWins() throws Exception {
        Hub one = serve();
        Hub two = engine() == Engine.SQLITE ? one : serve();
        String code = one.part(Enrolments.class).issue("edge-1", "HAM1");
        List<Callable<Integer>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Hub hub = i % 2 == 0 ? one : two;
            String body = Json.STRICT.writeValueAsString(Map.of(
                    "code",
                    code,
                    "publicKey",
                    SigningKey.generate("edge-1").verifyingKey().toString()));
            tries.add(() -> HttpCaller.nobody(hub)
                    .send("POST", "/api/v1/edges/edge-1/enrolment", body)
                    .statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Integer> answer : threads.invokeAll(tries)) {
                answers.add(answer.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(7, answers.stream().filter(status -> status == 403).count(), answers.toString());
        assertEquals(1, count(one, "edge WHERE generation = 1"));
    }

    @Test
    @Tag("D-H6")
    void changesItsKeyAndGoesOnWithItsJournal() throws Exception {
        Hub hub = serve();
        TestEdge edge = TestEdge.enrolled(hub, "edge-1");
        edge.sees("scan-1", "S1");
        edge.sees("scan-2", "S2");
        assertEquals(200, edge.send(hub, 1, 1).statusCode());
        SigningKey next = SigningKey.generate("edge-1");

        assertEquals(400, changeKey(hub, edge.key, next, edge.key).statusCode(), "the next key proves itself");
        assertEquals(401, changeKey(hub, next, next, next).statusCode(), "the present key asks");
        assertEquals(200, changeKey(hub, edge.key, next, next).statusCode());
        assertEquals(200, changeKey(hub, next, next, next).statusCode(), "asked again where the answer was lost");

        assertEquals(401, edge.send(hub, 2, 2).statusCode(), "the old key is nobody's");
        assertEquals(200, edge.send(hub, 2, 2, edge.head(), next).statusCode());
        assertEquals(1, count(hub, "edge WHERE generation = 1"));
        assertEquals(1, count(hub, "ledger_entry WHERE body LIKE '%edge-key%'"));
    }

    @Test
    @Tag("D-H6")
    void refusesASuspendedEdgeEverywhereAndEndsWhatItWaitsFor() throws Exception {
        Hub one = serve();
        Hub two = engine() == Engine.SQLITE ? one : serve();
        TestEdge edge = TestEdge.enrolled(one, "edge-1");
        String code = one.part(Enrolments.class).issue("edge-1", "HAM1");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Instant began = Instant.now();
            Future<HttpResponse<String>> waits = thread.submit(() ->
                    signed(two, edge.key, "GET", "/api/v1/registry/changes", "after=0&wait=30s", "", Instant.now()));
            await().until(() -> HttpCaller.nobody(two).get("/metrics").body().contains("quaymark_http_long_polls 1.0"));
            assertEquals(204, suspend(one, "suspended"));
            HttpResponse<String> ended = waits.get();
            assertEquals(403, ended.statusCode(), ended.body());
            assertTrue(ended.body().contains("/edge-suspended"), ended.body());
            assertTrue(Instant.now().isBefore(began.plusSeconds(25)), "it did not wait its time out");
        } finally {
            thread.shutdownNow();
        }
        edge.sees("scan-1", "S1");
        assertEquals(403, edge.send(one, 1, 1).statusCode());
        assertEquals(
                403,
                changeKey(one, edge.key, SigningKey.generate("edge-1"), edge.key)
                        .statusCode());
        String body = Json.STRICT.writeValueAsString(
                Map.of("code", code, "publicKey", edge.key.verifyingKey().toString()));
        assertEquals(
                403,
                HttpCaller.nobody(one)
                        .send("POST", "/api/v1/edges/edge-1/enrolment", body)
                        .statusCode(),
                "a code from before does not let it in again");
        assertEquals(204, suspend(one, "active"));
        assertEquals(200, edge.send(one, 1, 1).statusCode());
        assertEquals(2, count(one, "ledger_entry WHERE body LIKE '%edge-status%'"));
    }

    @Test
    @Tag("D-H7")
    void refusesWhatWasCapturedAndAnswersTheSameRequestTheSame() {
        Hub hub = serve();
        TestEdge edge = TestEdge.enrolled(hub, "edge-1");
        TestEdge other = TestEdge.enrolled(hub, "edge-2");
        edge.sees("scan-1", "S1");
        Instant now = Instant.now();
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    200,
                    edge.send(hub, edge.body(), 1, edge.head(), edge.key, "identity", now)
                            .statusCode());
        }
        assertEquals(1, count(hub, "journal_entry"));
        HttpResponse<String> late =
                edge.send(hub, edge.body(), 1, edge.head(), edge.key, "identity", now.minusSeconds(400));
        assertEquals(401, late.statusCode());
        assertTrue(late.body().contains("/clock-skew"), late.body());

        HttpRequest.Builder foreign = HttpCaller.nobody(hub)
                .request("/api/v1/edges/edge-1/journal")
                .POST(HttpRequest.BodyPublishers.ofByteArray(edge.body()));
        RequestSignature.sign(other.key, "edge-2", "POST", "/api/v1/edges/edge-1/journal", null, edge.body(), now)
                .forEach(foreign::header);
        HttpResponse<String> refused = HttpCaller.send(foreign);
        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("/foreign-journal"), refused.body());
    }

    @Test
    @Tag("D-H2")
    @Tag("D-H3")
    void showsGapsForksAndUnreadableEntriesUntilTheyAreMended() throws Exception {
        Hub hub = serve();
        HttpCaller admin = HttpCaller.with(hub, Scope.EDGES_READ, Scope.EDGES_WRITE);
        TestEdge edge = TestEdge.enrolled(hub, "edge-1");
        edge.sees("scan-1", "S1");
        edge.write("poison");
        edge.sees("scan-3", "S3");
        assertEquals(409, edge.send(hub, 3, 3).statusCode());
        String gap = admin.get("/api/v1/edges").body();
        assertTrue(gap.contains("\"kind\":\"gap\",\"sequence\":1"), gap);

        assertEquals(200, edge.send(hub, 1, 3).statusCode());
        String mended = admin.get("/api/v1/edges").body();
        assertTrue(mended.contains("\"alarms\":[]") && mended.contains("\"quarantined\":1"), mended);
        String poison = admin.get("/api/v1/edges/edge-1/quarantine").body();
        assertTrue(poison.contains("\"body\":\"poison\"") && poison.contains("\"sequence\":2"), poison);

        TestEdge forked = new TestEdge("edge-1", edge.key);
        forked.sees("another", "X");
        assertEquals(409, forked.send(hub, 1, 1).statusCode());
        String fork = admin.get("/api/v1/edges").body();
        assertTrue(fork.contains("\"kind\":\"fork\",\"sequence\":1"), fork);
    }
}
