package org.quaymark.hub.intake;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.quaymark.hub.HttpCaller;
import org.quaymark.hub.Hub;
import org.quaymark.hub.OnBothDatabases;
import org.quaymark.hub.identity.Scope;
import org.quaymark.process.json.Json;

/** From a journal over detection to cases, and customs' answer back into the registry, over HTTP. */
abstract class JournalToCaseContract extends OnBothDatabases {
    @Test
    void everySuspiciousSightingIsInACaseOnceHoweverOftenTheJournalComes() {
        Hub hub = serve();
        TestEdge edge = TestEdge.enrolled(hub, "edge-1");
        for (int i = 1; i <= 120; i++) {
            edge.sees("scan-" + i, "S" + i % 60);
        }
        edge.send(hub, 1, 70);
        edge.send(hub, 1, 120);
        HttpCaller caller = HttpCaller.with(hub, Scope.CASES_READ);
        await().until(() -> sightings(list(caller)) == 120);
        assertEquals(60, list(caller).get("items").size());
    }

    @Test
    void whatAWorkerSaidAndAVerdictGivenAgainReachTheCase() {
        Hub hub = serve();
        TestEdge edge = TestEdge.enrolled(hub, "edge-1");
        edge.sees("scan-1", "S1");
        edge.write(
                "{\"kind\":\"action\",\"sequence\":2,\"at\":\"2026-11-21T10:16:00.000Z\",\"id\":\"w1\",\"site\":\"HAM1\","
                        + "\"dock\":\"d1\",\"device\":\"h1\",\"action\":\"HELD\",\"scan\":\"scan-1\"}");
        edge.write(
                "{\"kind\":\"retro\",\"sequence\":3,\"at\":\"2026-11-21T10:17:00.000Z\",\"scan\":\"scan-1\",\"verdict\":"
                        + "{\"scan\":\"scan-1\",\"verdict\":\"HOLD\",\"findings\":[{\"code\":\"BATCH_BLOCKED\",\"effect\":\"HOLD\"}],"
                        + "\"identified\":{\"gtin\":\"09506000134352\"},\"reading\":{\"repaired\":[],\"hypotheses\":1},"
                        + "\"instruction\":\"x\",\"locale\":\"en\",\"registry\":{\"sequence\":2,\"ageSeconds\":1},"
                        + "\"at\":\"2026-11-21T10:17:00.000Z\",\"elapsedMicros\":5}}");
        edge.send(hub, 1, 3);
        HttpCaller caller = HttpCaller.with(hub, Scope.CASES_READ);
        await().until(() -> sightings(list(caller)) == 2);
        JsonNode file = whole(caller, list(caller).at("/items/0/id").asText());
        assertEquals("worker-held", file.at("/actions/0/action").asText());
        assertEquals(2, file.get("findings").size());
    }

    @Test
    void customsHoldAndReleaseThroughTheApi() {
        Hub hub = serve();
        TestEdge edge = TestEdge.enrolled(hub, "edge-1");
        edge.sees("scan-1", "S1");
        edge.send(hub, 1, 1);
        HttpCaller caller = HttpCaller.with(
                hub,
                Scope.CASES_READ,
                Scope.CASES_WRITE,
                Scope.EXCHANGE_READ,
                Scope.EXCHANGE_WRITE,
                Scope.REGISTRY_READ);
        await().until(() -> sightings(list(caller)) == 1);
        String id = list(caller).at("/items/0/id").asText();

        assertEquals(200, answer(caller, id, "a1", "hold"));
        assertEquals(200, answer(caller, id, "a1", "hold"));
        assertEquals("detained", whole(caller, id).get("status").asText());
        String held = caller.get("/api/v1/registry/interception/CASE-" + id).body();
        assertTrue(held.contains("\"effect\":\"HOLD\"") && held.contains("\"serial\":\"S1\""), held);

        assertEquals(200, answer(caller, id, "a2", "release"));
        assertEquals("released", whole(caller, id).get("status").asText());
        String cleared = caller.get("/api/v1/registry/interception/CASE-" + id).body();
        assertTrue(cleared.contains("\"effect\":\"PASS\"") && cleared.contains("\"status\":\"active\""), cleared);

        assertEquals(409, answer(caller, id, "a3", "hold"));
        assertEquals(404, answer(caller, "nope", "a4", "hold"));
        assertEquals(400, answer(caller, id, "a5", "perhaps"));
        HttpRequest.Builder xml = caller.request("/api/v1/exchange/customs/responses")
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofString("<RES/>"));
        assertEquals(415, HttpCaller.send(xml).statusCode());
    }

    @Test
    void actionsAnswerAsTheContractSays() {
        Hub hub = serve();
        TestEdge edge = TestEdge.enrolled(hub, "edge-1");
        edge.sees("scan-1", "S1");
        edge.send(hub, 1, 1);
        HttpCaller caller = HttpCaller.with(hub, Scope.CASES_READ, Scope.CASES_WRITE);
        await().until(() -> sightings(list(caller)) == 1);
        String path = "/api/v1/cases/" + list(caller).at("/items/0/id").asText() + "/actions";
        assertEquals(
                400,
                caller.send("POST", path, "{\"action\":\"explode\",\"reason\":\"x\"}")
                        .statusCode());
        assertEquals(400, caller.send("POST", path, "{\"action\":\"detain\"}").statusCode());
        assertEquals(
                409,
                caller.send("POST", path, "{\"action\":\"destroy\",\"reason\":\"x\"}")
                        .statusCode());
        assertEquals(
                200,
                caller.send("POST", path, "{\"action\":\"note\",\"reason\":\"x\"}")
                        .statusCode());
        HttpCaller reader = HttpCaller.with(hub, Scope.CASES_READ);
        assertEquals(
                403,
                reader.send("POST", path, "{\"action\":\"note\",\"reason\":\"x\"}")
                        .statusCode());
    }

    @Test
    void endpointsShowTheirSecretOnceAndStayOffThePrivateNetwork() {
        Hub hub = serve();
        HttpCaller caller = HttpCaller.with(hub, Scope.EXCHANGE_READ, Scope.EXCHANGE_WRITE);
        String path = "/api/v1/exchange/endpoints";
        for (String url : new String[] {
            "http://127.0.0.1/x",
            "http://[::1]/x",
            "http://169.254.169.254/",
            "ftp://example.com/",
            "http://a:b@example.com/"
        }) {
            String body = "{\"id\":\"e1\",\"kind\":\"customs\",\"url\":\"" + url + "\"}";
            assertEquals(400, caller.send("PUT", path, body).statusCode(), url);
        }
        String made = caller.send(
                        "PUT", path, "{\"id\":\"e1\",\"kind\":\"customs\",\"url\":\"https://customs.example/in\"}")
                .body();
        assertTrue(made.matches(".*\"secret\":\"whsec_[A-Za-z0-9+/=]{40,}\".*"), made);
        String listed = caller.get(path).body();
        assertTrue(listed.contains("\"secret\":\"whsec_…\""), listed);
    }

    private static int answer(HttpCaller caller, String caseId, String id, String decision) {
        HttpRequest.Builder request = caller.request("/api/v1/exchange/customs/responses")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"" + id + "\",\"case\":\"" + caseId
                        + "\",\"decision\":\"" + decision + "\",\"authority\":\"customs-de\"}"));
        return HttpCaller.send(request).statusCode();
    }

    private static long sightings(JsonNode list) {
        long count = 0;
        for (JsonNode item : list.get("items")) {
            count += item.get("sightings").asLong();
        }
        return count;
    }

    private static JsonNode list(HttpCaller caller) {
        return read(caller.get("/api/v1/cases?limit=1000").body());
    }

    private static JsonNode whole(HttpCaller caller, String id) {
        return read(caller.get("/api/v1/cases/" + id).body());
    }

    private static JsonNode read(String body) {
        try {
            return Json.LENIENT.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(body, e);
        }
    }
}
