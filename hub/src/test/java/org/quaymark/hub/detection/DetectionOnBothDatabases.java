package org.quaymark.hub.detection;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.quaymark.hub.HttpCaller;
import org.quaymark.hub.Hub;
import org.quaymark.hub.OnBothDatabases;
import org.quaymark.hub.identity.Scope;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;
import org.quaymark.process.json.Json;

/** Two docks far from each other that send signed journals over HTTP, and the cases that come of them. */
abstract class DetectionOnBothDatabases extends OnBothDatabases {
    static final Instant NOON = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(30));
    static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    Hub hub;
    HttpCaller caller;
    SimulatedDock hamburg;
    SimulatedDock newYork;

    @BeforeEach
    void openDocks() throws Exception {
        hub = serve();
        caller = HttpCaller.with(hub, Scope.ADMIN);
        List<String> lines = new ArrayList<>(
                Harbours.ALL.stream().map(Harbours.Harbour::line).toList());
        lines.add("{\"type\":\"site\",\"id\":\"NOWHERE\",\"country\":\"US\"}");
        lines.add("{\"type\":\"product\",\"gtin\":\"" + SimulatedDock.GTIN
                + "\",\"holder\":\"acme\",\"serialisation\":\"serial\"}");
        lines.add("{\"type\":\"serials\",\"gtin\":\"" + SimulatedDock.GTIN
                + "\",\"from\":\"00000000\",\"to\":\"00000099\",\"status\":\"issued\"}");
        lines.add("{\"type\":\"product\",\"gtin\":\"09506000134369\",\"holder\":\"acme\",\"serialisation\":\"batch\"}");
        lines.add("{\"type\":\"batch\",\"gtin\":\"09506000134369\",\"lot\":\"L7\",\"quantity\":3}");
        register(lines);
        hamburg = SimulatedDock.enrolled(hub, "edge-ham", "HAM");
        newYork = SimulatedDock.enrolled(hub, "edge-nyc", "NYC");
    }

    final void register(List<String> lines) {
        String body = lines.stream().collect(Collectors.joining("\n"));
        String answer = caller.send("POST", "/api/v1/registry/imports?strict=true", body)
                .body();
        assertTrue(answer.contains("\"accepted\":" + lines.size()), answer);
    }

    /** Every batch is looked at once more, as after a process that ended in the midst of it. */
    final void lookAgain() {
        awaitDetection();
        hub.part(Database.class)
                .transact(c -> Sql.update(c, "UPDATE journal_batch SET detected_at = NULL, detect_leased_until = 0"));
        awaitDetection();
    }

    final void awaitDetection() {
        await().until(() -> hub.part(Database.class)
                        .read(c -> Sql.list(
                                c,
                                "SELECT COUNT(*) FROM journal_batch WHERE detected_at IS NULL",
                                row -> row.getLong(1)))
                        .get(0)
                == 0);
    }

    final JsonNode onlyCase() {
        await().until(() -> !cases().isEmpty());
        awaitDetection();
        List<JsonNode> all = cases();
        assertEquals(1, all.size(), all.toString());
        return whole(all.get(0));
    }

    final List<JsonNode> cases(String... filter) {
        JsonNode page = read(caller.get("/api/v1/cases?limit=1000&" + String.join("&", filter))
                .body());
        List<JsonNode> items = new ArrayList<>();
        page.get("items").forEach(items::add);
        return items;
    }

    final JsonNode whole(JsonNode file) {
        return read(caller.get("/api/v1/cases/" + file.get("id").asText()).body());
    }

    static JsonNode read(String body) {
        try {
            return Json.LENIENT.readTree(body);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(body, e);
        }
    }
}
