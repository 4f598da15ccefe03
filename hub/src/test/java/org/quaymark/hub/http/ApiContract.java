package org.quaymark.hub.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quaymark.hub.HttpCaller;
import org.quaymark.hub.Hub;
import org.quaymark.hub.OnBothDatabases;
import org.quaymark.hub.edges.Enrolments;
import org.quaymark.hub.identity.HubKey;
import org.quaymark.hub.identity.People;
import org.quaymark.hub.identity.Role;
import org.quaymark.hub.identity.Scope;
import org.quaymark.hub.ledger.Ledger;
import org.quaymark.hub.ledger.LedgerEntry;
import org.quaymark.hub.storage.Database;
import org.quaymark.inspection.log.MerkleTree;
import org.quaymark.inspection.log.Proofs;
import org.quaymark.inspection.log.SigningKey;
import org.quaymark.process.json.Json;

abstract class ApiContract extends OnBothDatabases {
    @Test
    void describesEveryRouteItHas() throws Exception {
        Hub hub = serve();
        JsonNode paths = Json.LENIENT
                .readTree(HttpCaller.nobody(hub).get("/api/v1/openapi.json").body())
                .get("paths");
        List<String> missing = new ArrayList<>();
        for (String route : hub.part(HttpServers.class).apiRoutes()) {
            String[] parts = route.split(" ");
            String path = parts[1].replaceAll(":([A-Za-z]+)", "{$1}");
            if (!paths.path(path).has(parts[0].toLowerCase(Locale.ROOT))) {
                missing.add(route);
            }
        }
        assertEquals(List.of(), missing);
        assertEquals(200, HttpCaller.nobody(hub).get("/docs").statusCode());
    }

    @Test
    void answersWhatIsNotThereWithAProblem() {
        Hub hub = serve();
        HttpResponse<String> nothing = HttpCaller.nobody(hub).get("/api/v1/nothing");
        assertEquals(404, nothing.statusCode());
        assertEquals(
                "application/problem+json",
                nothing.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(
                405, HttpCaller.nobody(hub).send("PUT", "/api/v1/edges", "{}").statusCode());
        assertEquals(401, HttpCaller.nobody(hub).get("/api/v1/edges").statusCode());
        assertEquals(200, HttpCaller.nobody(hub).get("/health/ready").statusCode());
        assertEquals(200, HttpCaller.nobody(hub).get("/metrics").statusCode());
        assertEquals(
                413,
                HttpCaller.nobody(hub)
                        .send("POST", "/api/v1/session", "x".repeat(1_100_000))
                        .statusCode());
    }

    @Test
    void letsAPersonInOnceWithEachOneTimePassword() throws Exception {
        Hub hub = serve();
        People.Credentials ann = hub.part(People.class).create("ann", Set.of(Role.OFFICER));
        String body = Json.STRICT.writeValueAsString(
                Map.of("name", "ann", "password", ann.password(), "totp", ann.totpAt(Instant.now())));
        HttpResponse<String> in = HttpCaller.nobody(hub).send("POST", "/api/v1/session", body);
        assertEquals(200, in.statusCode(), in.body());
        String cookie = in.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.contains("HttpOnly; SameSite=Strict"), cookie);
        assertEquals(
                401,
                HttpCaller.nobody(hub).send("POST", "/api/v1/session", body).statusCode());

        String pair = cookie.substring(0, cookie.indexOf(';'));
        HttpRequest.Builder edges =
                HttpCaller.nobody(hub).request("/api/v1/edges").header("Cookie", pair);
        assertEquals(200, HttpCaller.send(edges.GET()).statusCode());
        HttpRequest.Builder foreign = HttpCaller.nobody(hub)
                .request("/api/v1/session")
                .header("Cookie", pair)
                .header("Sec-Fetch-Site", "cross-site");
        assertEquals(403, HttpCaller.send(foreign.DELETE()).statusCode());
        HttpRequest.Builder out =
                HttpCaller.nobody(hub).request("/api/v1/session").header("Cookie", pair);
        assertEquals(204, HttpCaller.send(out.DELETE()).statusCode());
        assertEquals(401, HttpCaller.send(edges.GET()).statusCode());
    }

    @Test
    void enrolsOnceByACodeAndTellsTheSameEdgeAgainWhereTheAnswerWasLost() throws Exception {
        Hub hub = serve();
        String code = hub.part(Enrolments.class).issue("edge-1", "HAM1");
        assertEquals(403, enrol(hub, "edge-2", code, SigningKey.generate("edge-2")));
        SigningKey own = SigningKey.generate("edge-1");
        assertEquals(201, enrol(hub, "edge-1", code, own));
        assertEquals(201, enrol(hub, "edge-1", code, own));
        assertEquals(403, enrol(hub, "edge-1", code, SigningKey.generate("edge-1")));
        assertEquals(403, enrol(hub, "edge-1", "no-such-code", own));
    }

    private static int enrol(Hub hub, String edge, String code, SigningKey key) throws Exception {
        String body = Json.STRICT.writeValueAsString(
                Map.of("code", code, "publicKey", key.verifyingKey().toString()));
        return HttpCaller.nobody(hub)
                .send("POST", "/api/v1/edges/" + edge + "/enrolment", body)
                .statusCode();
    }

    @Test
    void stopsGuessing() {
        Hub hub = serve();
        int last = 0;
        for (int i = 0; i < 11; i++) {
            last = HttpCaller.nobody(hub)
                    .send("POST", "/api/v1/session", "{\"name\":\"ann\",\"password\":\"x\",\"totp\":\"000000\"}")
                    .statusCode();
        }
        assertEquals(429, last);
    }

    /** One entry a transaction, then several of one transaction: the tree is the same, and each is proved to be in it. */
    @Test
    void provesWhatIsOnTheLedger() throws Exception {
        Hub hub = serve();
        Database database = hub.part(Database.class);
        for (int i = 0; i < 7; i++) {
            int number = i;
            database.transact(c -> append(hub, number));
        }
        HttpCaller auditor = HttpCaller.with(hub, Scope.LEDGER_READ);
        byte[] ofSeven = root(hub, auditor, 7);
        database.transact(c -> {
            for (int number = 7; number < 13; number++) {
                append(hub, number);
            }
        });
        byte[] ofThirteen = root(hub, auditor, 13);

        assertTrue(Proofs.isConsistent(
                7, 13, ofSeven, ofThirteen, hashes(auditor, "/api/v1/ledger/proof?from=7&size=13")));
        for (int number = 0; number < 13; number++) {
            String entry = auditor.get("/api/v1/ledger/entries/" + number).body();
            assertEquals(
                    number,
                    Json.LENIENT.readTree(entry).path("detail").path("number").asInt());
            assertTrue(Proofs.includes(
                    number,
                    13,
                    MerkleTree.leafHash(entry.getBytes(StandardCharsets.UTF_8)),
                    hashes(auditor, "/api/v1/ledger/proof?leaf=" + number + "&size=13"),
                    ofThirteen));
        }
    }

    private static void append(Hub hub, int number) {
        hub.part(Ledger.class).append(new LedgerEntry("test", Instant.now(), "test", Map.of("number", number)));
    }

    /** Root of the tree that the checkpoint of now is of. */
    private static byte[] root(Hub hub, HttpCaller auditor, int size) {
        String note = auditor.get("/api/v1/ledger/checkpoint").body();
        List<String> lines = String.valueOf(
                        hub.part(HubKey.class).signing().verifyingKey().openNote(note))
                .lines()
                .toList();
        assertEquals(String.valueOf(size), lines.get(1));
        return Base64.getDecoder().decode(lines.get(2));
    }

    private static List<byte[]> hashes(HttpCaller auditor, String proof) throws Exception {
        List<byte[]> hashes = new ArrayList<>();
        Json.LENIENT
                .readTree(auditor.get(proof).body())
                .get("hashes")
                .forEach(hash -> hashes.add(Base64.getDecoder().decode(hash.asText())));
        return hashes;
    }
}
