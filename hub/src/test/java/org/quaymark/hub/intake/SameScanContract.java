package org.quaymark.hub.intake;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quaymark.hub.HttpCaller;
import org.quaymark.hub.Hub;
import org.quaymark.hub.OnBothDatabases;
import org.quaymark.hub.identity.Scope;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Engine;
import org.quaymark.hub.storage.Sql;
import org.quaymark.process.json.Json;

abstract class SameScanContract extends OnBothDatabases {
    private static long count(Hub hub, String of) {
        return hub.part(Database.class)
                .read(c -> Sql.list(c, "SELECT count(*) FROM " + of, row -> row.getLong(1)))
                .get(0);
    }

    private static JsonNode items(Hub hub, Scope scope, String path) throws Exception {
        return Json.LENIENT
                .readTree(HttpCaller.with(hub, scope).get(path).body())
                .get("items");
    }

    @Test
    @Tag("D-H4")
    void showsAScanOnceThatTwoEdgesRecorded() throws Exception {
        Hub hub = serve();
        TestEdge one = TestEdge.enrolled(hub, "edge-1");
        TestEdge two = TestEdge.enrolled(hub, "edge-2");
        one.sees("scan-1", "S1");
        two.sees("scan-1", "S1");
        two.sees("scan-2", "S1");
        assertEquals(200, two.send(hub, 1, 1).statusCode());
        assertEquals(200, one.send(hub, 1, 1).statusCode());
        assertEquals(200, two.send(hub, 2, 2).statusCode());

        assertEquals(3, count(hub, "journal_entry"));
        JsonNode seen = items(hub, Scope.SIGHTINGS_READ, "/api/v1/sightings?serial=S1");
        assertEquals(2, seen.size(), seen.toString());
        assertEquals(1, count(hub, "sighting WHERE scan = 'scan-1' AND again = 0 AND edge = 'edge-2'"));
        await().until(() -> count(hub, "journal_batch WHERE detected_at IS NULL") == 0);
        assertEquals(2, count(hub, "case_sighting"), "casework hears of each scan once");
    }

    @Test
    @Tag("D-H4")
    void hearsTheWorkerAtEitherEdge() throws Exception {
        Hub hub = serve();
        TestEdge one = TestEdge.enrolled(hub, "edge-1");
        TestEdge two = TestEdge.enrolled(hub, "edge-2");
        one.sees("scan-1", "S1");
        two.sees("scan-1", "S1");
        two.write(
                "{\"kind\":\"action\",\"sequence\":2,\"at\":\"2026-11-21T10:16:30.123Z\",\"id\":\"a1\",\"site\":\"HAM1\","
                        + "\"dock\":\"d1\",\"device\":\"h1\",\"action\":\"HELD\",\"scan\":\"scan-1\"}");
        assertEquals(200, one.send(hub, 1, 1).statusCode());
        await().until(() -> count(hub, "case_sighting") == 1);
        assertEquals(200, two.send(hub, 1, 2).statusCode());
        await().until(() -> count(hub, "journal_batch WHERE detected_at IS NULL") == 0);
        assertEquals(0, count(hub, "journal_quarantine"));
        assertEquals(1, count(hub, "case_sighting"));
        assertEquals(1, count(hub, "case_action WHERE action = 'worker-held'"));
    }

    @Test
    @Tag("D-H1")
    @Tag("D-H4")
    void storesOverlappingBatchesOnceFromManyThreadsOverTwoHubs() throws Exception {
        Hub one = serve();
        Hub two = engine() == Engine.SQLITE ? one : serve();
        List<TestEdge> edges = List.of(TestEdge.enrolled(one, "edge-1"), TestEdge.enrolled(one, "edge-2"));
        for (int i = 1; i <= 60; i++) {
            for (TestEdge edge : edges) {
                edge.sees("scan-" + i, "S" + i);
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            for (int last = 20; last <= 60; last += 20) {
                List<Callable<Integer>> sends = new ArrayList<>();
                for (TestEdge edge : edges) {
                    int through = last;
                    for (int k = 0; k < 6; k++) {
                        Hub hub = k % 2 == 0 ? one : two;
                        // the same, and ones that overlap with what is stored
                        int first = k < 3 ? through - 19 : Math.max(1, through - 19 - 5 * k);
                        sends.add(() -> edge.send(hub, first, through).statusCode());
                    }
                }
                for (Future<Integer> answer : threads.invokeAll(sends)) {
                    assertEquals(200, answer.get());
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(120, count(one, "journal_entry"));
        assertEquals(120, count(one, "sighting"));
        assertEquals(60, count(one, "sighting WHERE again = 0"));
        assertEquals(6, count(one, "journal_batch"));
        await().until(() -> count(one, "journal_batch WHERE detected_at IS NULL") == 0);
        assertEquals(60, count(one, "case_sighting"));
    }
}
