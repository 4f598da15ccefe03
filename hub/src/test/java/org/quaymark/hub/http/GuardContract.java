package org.quaymark.hub.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quaymark.hub.HttpCaller;
import org.quaymark.hub.Hub;
import org.quaymark.hub.OnBothDatabases;
import org.quaymark.hub.edges.Enrolments;
import org.quaymark.hub.identity.Scope;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.log.RequestSignature;
import org.quaymark.inspection.log.SigningKey;
import org.quaymark.process.json.Json;

/** What callers may take, and what becomes of those who take more or prove nothing. */
abstract class GuardContract extends OnBothDatabases {
    private static final String FEED = "/api/v1/registry/changes";
    private static final HttpSettings NARROW =
            new HttpSettings(1, 1_000, 1, ClientAddresses.trusting(List.of("127.0.0.1")));

    private static HttpResponse<String> forged(Hub hub, String from) {
        HttpRequest.Builder request = HttpCaller.nobody(hub)
                .request(FEED)
                .header("X-Forwarded-For", from)
                .GET();
        RequestSignature.sign(SigningKey.generate("edge-1"), "edge-1", "GET", FEED, null, new byte[0], Instant.now())
                .forEach(request::header);
        return HttpCaller.send(request);
    }

    private static HttpResponse<String> get(HttpCaller caller, String from) {
        return HttpCaller.send(
                caller.request("/api/v1/edges").header("X-Forwarded-For", from).GET());
    }

    private static List<String> refusals(Hub hub) {
        hub.part(Refusals.class).write();
        return hub.part(Database.class)
                .read(c -> Sql.list(
                        c, "SELECT body FROM ledger_entry WHERE body LIKE '%\"refusals\"%'", row -> row.getString(1)));
    }

    @Test
    @Tag("D-H8")
    void stopsAStrangerAndNobodyElse() {
        Hub hub = serve(NARROW);
        HttpCaller known = HttpCaller.with(hub, Scope.EDGES_READ);
        assertEquals(200, get(known, "192.0.2.1").statusCode());
        HttpResponse<String> last = forged(hub, "192.0.2.1");
        for (int i = 0; i < 30 && last.statusCode() == 401; i++) {
            last = forged(hub, "192.0.2.1");
        }
        assertEquals(429, last.statusCode());
        assertTrue(Integer.parseInt(last.headers().firstValue("Retry-After").orElseThrow()) >= 1);
        assertEquals(
                "application/problem+json",
                last.headers().firstValue("Content-Type").orElseThrow());
        // who proved itself from that address before goes on, and so does another address
        assertEquals(200, get(known, "192.0.2.1").statusCode());
        assertEquals(401, forged(hub, "192.0.2.2").statusCode());
    }

    @Test
    @Tag("D-H8")
    void limitsACallerByNumberAndBySize() {
        Hub hub = serve(NARROW);
        HttpCaller known = HttpCaller.with(hub, Scope.EDGES_READ);
        int served = 0;
        while (served < 60 && get(known, "192.0.2.1").statusCode() == 200) {
            served++;
        }
        assertTrue(served >= 10 && served < 40, "ten seconds' worth at once: " + served);

        HttpCaller large = HttpCaller.with(hub, Scope.EDGES_READ);
        assertEquals(200, get(large, "192.0.2.1").statusCode());
        HttpRequest.Builder body = large.request("/api/v1/edges/edge-1/enrolment-code")
                .header("X-Forwarded-For", "192.0.2.1")
                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(60_000)));
        assertEquals(403, HttpCaller.send(body).statusCode());
        assertEquals(429, get(large, "192.0.2.1").statusCode(), "its next request waits for what its body took");
        HttpRequest.Builder more = large.request("/api/v1/edges/edge-1/enrolment-code")
                .header("X-Forwarded-For", "192.0.2.1")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[4_000_000]));
        assertEquals(429, HttpCaller.send(more).statusCode(), "who sends a body gets to read why");
    }

    @Test
    @Tag("D-H7")
    void bringsAFloodOfRefusalsOntoTheLedgerAsOneEntryWithACount() {
        Hub hub = serve(NARROW);
        for (int i = 0; i < 40; i++) {
            forged(hub, "192.0.2.1");
        }
        List<String> entries = refusals(hub);
        assertTrue(entries.size() <= 2, entries.toString());
        assertTrue(entries.get(0).contains("address:192.0.2.1 as edge:edge-1 GET"), entries.toString());
        assertTrue(entries.get(0).contains("unauthenticated\":"), entries.toString());
        assertTrue(entries.get(0).contains("too-many\":"), entries.toString());
    }

    @Test
    @Tag("D-H7")
    void namesOnTheLedgerWhatWasRefused() throws Exception {
        Hub hub = serve();
        SigningKey key = SigningKey.generate("edge-1");
        String code = hub.part(Enrolments.class).issue("edge-1", "HAM1");
        assertEquals(201, enrol(hub, code, key));
        assertEquals(403, enrol(hub, code, SigningKey.generate("edge-1")));
        String feed = "/api/v1/registry/changes";
        assertEquals(200, signed(hub, key, "GET", feed, Instant.now()));
        assertEquals(401, signed(hub, key, "GET", feed, Instant.now().minusSeconds(400)));
        assertEquals(403, signed(hub, key, "POST", "/api/v1/edges/edge-2/journal", Instant.now()));
        HttpCaller admin = HttpCaller.with(hub, Scope.EDGES_WRITE);
        assertEquals(
                204,
                admin.send("PUT", "/api/v1/edges/edge-1/status", "{\"status\":\"suspended\"}")
                        .statusCode());
        assertEquals(403, signed(hub, key, "GET", feed, Instant.now()));

        String entry = String.join("", refusals(hub));
        for (String told : List.of(
                "address:127.0.0.1 POST /edges/:edge/enrolment enrolment-code",
                "address:127.0.0.1 as edge:edge-1 GET /registry/changes clock-skew",
                "edge:edge-1 POST /edges/:edge/journal foreign-journal",
                "address:127.0.0.1 as edge:edge-1 GET /registry/changes edge-suspended")) {
            assertTrue(entry.contains("\"" + told + "\":1"), told + " in " + entry);
        }
        String metrics = HttpCaller.nobody(hub).get("/metrics").body();
        assertTrue(metrics.contains("quaymark_http_refusals_total{kind=\"clock-skew\"} 1.0"), metrics);
    }

    private static int enrol(Hub hub, String code, SigningKey key) throws Exception {
        String body = Json.STRICT.writeValueAsString(
                Map.of("code", code, "publicKey", key.verifyingKey().toString()));
        return HttpCaller.nobody(hub)
                .send("POST", "/api/v1/edges/edge-1/enrolment", body)
                .statusCode();
    }

    private static int signed(Hub hub, SigningKey key, String method, String path, Instant at) {
        HttpRequest.Builder request =
                HttpCaller.nobody(hub).request(path).method(method, HttpRequest.BodyPublishers.noBody());
        RequestSignature.sign(key, "edge-1", method, path, null, new byte[0], at)
                .forEach(request::header);
        return HttpCaller.send(request).statusCode();
    }
}
