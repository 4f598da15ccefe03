package org.quaymark.hub.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.quaymark.hub.HttpCaller;
import org.quaymark.hub.Hub;
import org.quaymark.hub.OnBothDatabases;
import org.quaymark.hub.identity.HubKey;
import org.quaymark.hub.identity.Scope;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.log.SigningKey;
import org.quaymark.process.json.Json;

abstract class IntakeContract extends OnBothDatabases {
    private static long count(Hub hub, String table) {
        return hub.part(Database.class)
                .read(c -> Sql.list(c, "SELECT count(*) FROM " + table, row -> row.getLong(1)))
                .get(0);
    }

    private static TestEdge edgeThatSaw(Hub hub, int scans) {
        TestEdge edge = TestEdge.enrolled(hub, "edge-1");
        for (int i = 1; i <= scans; i++) {
            edge.sees("scan-" + i, "S" + i);
        }
        return edge;
    }

    @Test
    void takesABatchOnceHoweverOftenItComes() throws Exception {
        Hub hub = serve();
        TestEdge edge = edgeThatSaw(hub, 5);

        HttpResponse<String> first = edge.send(hub, 1, 3);
        assertEquals(200, first.statusCode(), first.body());
        assertEquals(
                3, Json.LENIENT.readTree(first.body()).get("acceptedThrough").asLong());
        assertEquals(200, edge.send(hub, 1, 3).statusCode());
        assertEquals(200, edge.send(hub, 2, 5).statusCode());
        assertEquals(5, count(hub, "sighting"));
        assertEquals(2, count(hub, "journal_batch"));

        String receipt = Json.LENIENT.readTree(first.body()).get("receipt").asText();
        assertNotNull(hub.part(HubKey.class).signing().verifyingKey().openNote(receipt));
        HttpResponse<String> seen =
                HttpCaller.with(hub, Scope.SIGHTINGS_READ).get("/api/v1/sightings?serial=S4&limit=1");
        assertEquals(
                "scan-4", Json.LENIENT.readTree(seen.body()).at("/items/0/scan").asText(), seen.body());
    }

    @Test
    void asksForWhatIsMissing() throws Exception {
        Hub hub = serve();
        TestEdge edge = edgeThatSaw(hub, 3);
        HttpResponse<String> answer = edge.send(hub, 2, 3);
        assertEquals(409, answer.statusCode());
        assertEquals(1, Json.LENIENT.readTree(answer.body()).get("expected").asLong());
    }

    @Test
    void refusesOtherContentUnderAKnownNumberAndRaisesAnAlarm() {
        Hub hub = serve();
        TestEdge edge = edgeThatSaw(hub, 2);
        assertEquals(200, edge.send(hub, 1, 2).statusCode());
        TestEdge forked = new TestEdge("edge-1", edge.key);
        forked.sees("another", "X");
        forked.sees("scan-2", "S2");
        forked.sees("scan-3", "S3");
        HttpResponse<String> answer = forked.send(hub, 1, 3);
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("/forked-journal"), answer.body());
        // the part that is new fits by its number, but not by its chain
        assertEquals(409, forked.send(hub, 3, 3).statusCode());
        long alarms = hub.part(Database.class)
                .read(c -> Sql.list(
                        c,
                        "SELECT count(*) FROM ledger_entry WHERE body LIKE '%alarm-forked-journal%'",
                        row -> row.getLong(1)))
                .get(0);
        assertEquals(1, alarms);
        assertEquals(2, count(hub, "sighting"));
    }

    @Test
    void keepsAnEntryItCannotReadAndGoesOn() {
        Hub hub = serve();
        TestEdge edge = edgeThatSaw(hub, 1);
        edge.write("{\"kind\":\"from the future\",\"sequence\":2}");
        edge.write("no json at all \u0000");
        edge.sees("nul \\u0000", "S4");
        edge.sees("scan-5", "S5");
        HttpResponse<String> answer = edge.send(hub, 1, 5);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(5, count(hub, "journal_entry"));
        assertEquals(2, count(hub, "journal_quarantine"));
        assertEquals(3, count(hub, "sighting"));
    }

    @Test
    void refusesStrangersWrongSignaturesAndClocksThatAreOff() {
        Hub hub = serve();
        TestEdge edge = edgeThatSaw(hub, 1);
        assertEquals(
                401,
                edge.send(hub, 1, 1, edge.head(), SigningKey.generate("edge-1")).statusCode());
        TestEdge stranger = new TestEdge("edge-9", SigningKey.generate("edge-9"));
        stranger.sees("a", "b");
        assertEquals(401, stranger.send(hub, 1, 1).statusCode());
        HttpResponse<String> late = edge.send(
                hub,
                edge.body(),
                1,
                edge.head(),
                edge.key,
                "identity",
                Instant.now().minusSeconds(400));
        assertEquals(401, late.statusCode());
        assertTrue(late.body().contains("/clock-skew"), late.body());
        assertTrue(late.headers().firstValue("Date").isPresent());
        HttpCaller admin = HttpCaller.with(hub, Scope.EDGES_WRITE);
        assertEquals(
                204,
                admin.send("PUT", "/api/v1/edges/edge-1/status", "{\"status\":\"suspended\"}")
                        .statusCode());
        assertEquals(403, edge.send(hub, 1, 1).statusCode());
        assertEquals(0, count(hub, "journal_entry"));
    }

    @Test
    void inflatesWithinBounds() throws IOException {
        Hub hub = serve();
        TestEdge edge = edgeThatSaw(hub, 2);
        assertEquals(
                200,
                edge.send(hub, gzip(edge.body()), 2, edge.head(), edge.key, "gzip", Instant.now())
                        .statusCode());
        byte[] bomb = gzip(new byte[BatchBody.MAX_INFLATED + 1]);
        assertEquals(
                413,
                edge.send(hub, bomb, 2, edge.head(), edge.key, "gzip", Instant.now())
                        .statusCode());
        byte[] many = "x\n".repeat(BatchBody.MAX_ENTRIES + 1).getBytes(StandardCharsets.UTF_8);
        assertEquals(
                413,
                edge.send(hub, many, 9, edge.head(), edge.key, "identity", Instant.now())
                        .statusCode());
        byte[] large = new byte[BatchBody.MAX_WIRE + 1];
        assertEquals(
                413,
                edge.send(hub, large, 9, edge.head(), edge.key, "identity", Instant.now())
                        .statusCode());
        byte[] garbage = {1, 2, 3};
        assertEquals(
                400,
                edge.send(hub, garbage, 9, edge.head(), edge.key, "zstd", Instant.now())
                        .statusCode());
    }

    @Test
    void takesABatchOnceFromTwoHubsAtOnce() throws Exception {
        Hub one = serve();
        Hub two = serve();
        TestEdge edge = edgeThatSaw(one, 50);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int last = 10; last <= 50; last += 10) {
                int through = last;
                Callable<Integer> viaOne =
                        () -> edge.send(one, through - 9, through).statusCode();
                Callable<Integer> viaTwo =
                        () -> edge.send(two, through - 9, through).statusCode();
                for (Future<Integer> answer : threads.invokeAll(List.of(viaOne, viaTwo, viaOne, viaTwo))) {
                    assertEquals(200, answer.get());
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(50, count(one, "sighting"));
        assertEquals(5, count(one, "journal_batch"));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
