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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.quaymark.hub.HttpCaller;
import org.quaymark.hub.Hub;
import org.quaymark.hub.OnBothDatabases;
import org.quaymark.hub.detection.SimulatedDock.Seen;
import org.quaymark.hub.identity.Scope;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;
import org.quaymark.process.json.Json;

/** Clones and reuse, from signed journals over HTTP to a case. */
abstract class ClonesContract extends OnBothDatabases {
    private static final Instant NOON =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(30));
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private Hub hub;
    private HttpCaller caller;
    private SimulatedDock hamburg;
    private SimulatedDock newYork;

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

    @Test
    void everyPlantedCloneIsFoundAndNoneInvented() throws Exception {
        CloneCampaign.Result result = new CloneCampaign(hub, new CloneCampaign.Size(5_000, 20, 9, 2, 500, 7)).run();
        assertEquals(20, result.planted());
        assertEquals(20, result.found());
        assertEquals(0, result.invented());
    }

    @Test
    void aUnitSeenTooFarAwayIsOneCaseWithBothSightingsAndTheWayBetweenThem() {
        hamburg.sees(Seen.passing("h1", NOON, "00000001", "P1")).send(hub);
        newYork.sees(Seen.passing("n1", NOON.plus(HALF_AN_HOUR), "00000001", "P1"))
                .send(hub);
        JsonNode pair = onlyCase().at("/pairs/0");
        assertEquals("SERIAL_CLONED", pair.get("code").asText());
        assertEquals("h1", pair.at("/earlier/scan").asText());
        assertEquals("n1", pair.at("/later/scan").asText());
        assertEquals(1_800, pair.get("seconds").asLong());
        assertTrue(Math.abs(pair.get("kilometres").asLong() - 6_140) < 60, pair.toString());
        assertTrue(pair.get("kilometresPerHour").asLong() > 9_000, pair.toString());
        assertEquals("HOLD", onlyCase().get("verdict").asText());
        assertEquals(2, onlyCase().get("sightingsTotal").asInt());
        assertEquals(2, onlyCase().get("sightings").size());
    }

    @Test
    void theOrderOfTheJournalsAndTheirRepeatsChangeNothing() {
        newYork.sees(Seen.passing("n1", NOON.plus(HALF_AN_HOUR), "00000001", "P1"))
                .send(hub);
        hamburg.sees(Seen.passing("h0", NOON.minus(HALF_AN_HOUR), "00000099", "P0"))
                .send(hub);
        // the dock is offline for a day, and its clock is known to have been right before
        hamburg.sees(Seen.passing("h1", NOON, "00000001", "P1"))
                .sees(Seen.passing("h2", NOON.plusSeconds(9), "00000001", "P1"))
                .send(hub, NOON.plus(Duration.ofHours(24)));
        assertEquals("h2", onlyCase().at("/pairs/0/earlier/scan").asText());
        lookAgain();
        JsonNode file = onlyCase();
        assertEquals(1, file.get("pairs").size());
        assertEquals(2, file.get("sightingsTotal").asInt());
    }

    @Test
    void twoHubsReportAPairOnce() {
        Hub other = serve();
        for (int i = 0; i < 20; i++) {
            hamburg.sees(Seen.passing("h" + i, NOON.plusSeconds(i), "000000" + (i + 10), "P" + i));
            newYork.sees(Seen.passing("n" + i, NOON.plusSeconds(i + 60), "000000" + (i + 10), "P" + i));
        }
        hamburg.send(hub);
        newYork.send(other);
        await().until(() -> cases().size() == 20);
        lookAgain();
        assertEquals(20, cases().size());
        cases().forEach(file -> assertEquals(1, whole(file).get("pairs").size()));
    }

    @Test
    void nobodyIsAccusedOfWhatCanBeSo() throws Exception {
        SimulatedDock second = SimulatedDock.enrolled(hub, "edge-ham-2", "HAM");
        SimulatedDock nowhere = SimulatedDock.enrolled(hub, "edge-nowhere", "NOWHERE");
        hamburg.sees(Seen.passing("h1", NOON, "00000001", "P1"))
                .sees(Seen.passing("h2", NOON, "00000002", "P2"))
                .sees(Seen.ofLot("h3", NOON, SimulatedDock.GTIN, "L1", "P3"))
                .sees(Seen.passing("h4", NOON, "00000004", "P4"))
                .sees(Seen.passing("h5", NOON, "00000005", "P5").repaired("layout:de"))
                .sees(Seen.passing("h6", NOON, "00000006", "P6"))
                .sees(Seen.passing("same", NOON, "00000007", "P7"))
                .send(hub);
        // the same site, through another edge; where nobody knows where it is; a unit without a serial
        second.sees(Seen.passing("x1", NOON.plusSeconds(5), "00000001", "P1"))
                .sees(Seen.passing("same", NOON, "00000007", "P7"))
                .send(hub);
        nowhere.sees(Seen.passing("x2", NOON.plusSeconds(5), "00000002", "P2")).send(hub);
        // eight hours are enough for it, and readings that were repaired or are in doubt say nothing
        newYork.sees(Seen.passing("n5", NOON.plusSeconds(60), "00000005", "P5"))
                .sees(Seen.ofLot("n3", NOON.plusSeconds(61), SimulatedDock.GTIN, "L1", "P3"))
                .sees(Seen.passing("n6", NOON.plusSeconds(62), "00000006", "P6").found("RESCAN", "READING_DOUBTFUL"))
                .sees(Seen.passing("n4", NOON.plus(Duration.ofHours(8)), "00000004", "P4"))
                .send(hub);
        // and this one is wrong, so that what is not found was looked at
        newYork.sees(Seen.passing("n9", NOON.plus(Duration.ofHours(8)), "00000009", "P9"))
                .send(hub);
        hamburg.sees(Seen.passing("h9", NOON.plus(Duration.ofHours(8)), "00000009", "P9"))
                .send(hub);
        assertEquals("00000009", onlyCase().get("serial").asText());
    }

    @Test
    void aClockThatStepsOrIsLateAccusesNobody() throws Exception {
        SimulatedDock stepping = SimulatedDock.enrolled(hub, "edge-rtm", "RTM");
        SimulatedDock late = SimulatedDock.enrolled(hub, "edge-leh", "LEH");
        SimulatedDock fast = SimulatedDock.enrolled(hub, "edge-vlc", "VLC");
        newYork.sees(Seen.passing("n1", NOON, "00000001", "P1"))
                .sees(Seen.passing("n2", NOON, "00000002", "P2"))
                .sees(Seen.passing("n3", NOON, "00000003", "P3"))
                .sees(Seen.passing("n4", NOON, "00000004", "P4"))
                .send(hub);
        // set back by twelve hours between two scans
        stepping.sees(Seen.passing("r0", NOON.plus(Duration.ofHours(12)), "00000000", "P0"))
                .sees(Seen.passing("r1", NOON.plusSeconds(60), "00000001", "P1"))
                .send(hub, NOON.plus(Duration.ofHours(12)).plusSeconds(70));
        // never heard of before, and half a day behind what it signs
        late.sees(Seen.passing("l2", NOON.plusSeconds(60), "00000002", "P2"))
                .send(hub, NOON.plus(Duration.ofHours(12)));
        // ahead of what it signs
        fast.sees(Seen.passing("f3", NOON.plusSeconds(60), "00000003", "P3"))
                .send(hub, NOON.minus(Duration.ofHours(12)));
        // a scanner whose own clock says something else than its edge's
        hamburg.sees(Seen.passing("h4", NOON.plusSeconds(60), "00000004", "P4")
                        .written(NOON.plus(Duration.ofHours(12))))
                .send(hub);
        newYork.sees(Seen.passing("n9", NOON.plus(Duration.ofHours(13)), "00000009", "P9"))
                .send(hub);
        hamburg.sees(Seen.passing("h9", NOON.plus(Duration.ofHours(13)), "00000009", "P9"))
                .send(hub);
        assertEquals("00000009", onlyCase().get("serial").asText());
    }

    @Test
    void aUnitOnAnotherParcelIsReusedUnlessItWasLetGoBetween() {
        hamburg.sees(Seen.passing("h1", NOON, "00000001", "P1"))
                .sees(Seen.passing("h2", NOON.plusSeconds(1), "00000002", "P2"))
                .release("h2", NOON.plusSeconds(30))
                .sees(Seen.passing("h3", NOON.plusSeconds(60), "00000002", "P3"))
                .sees(Seen.passing("h4", NOON.plusSeconds(61), "00000001", "P4"))
                .sees(Seen.passing("h5", NOON.plusSeconds(62), "00000001", "P1"))
                .send(hub);
        JsonNode file = onlyCase();
        assertEquals("00000001", file.get("serial").asText());
        assertEquals("REVIEW", file.get("verdict").asText());
        assertEquals(1, file.get("pairs").size(), "two parcels are one report, however often they are seen");
        assertEquals("P1", file.at("/pairs/0/earlier/parcel").asText());
        assertEquals("P4", file.at("/pairs/0/later/parcel").asText());
    }

    @Test
    void moreParcelsOfALotThanWereMadeAreOneCase() {
        for (int i = 1; i <= 3; i++) {
            hamburg.sees(Seen.ofLot("h" + i, NOON.plusSeconds(i), "09506000134369", "L7", "P" + i))
                    .sees(Seen.ofLot("again" + i, NOON.plusSeconds(i), "09506000134369", "L7", "P" + i));
        }
        hamburg.send(hub);
        newYork.sees(Seen.ofLot("n1", NOON, "09506000134369", "L7", "P1"))
                .sees(Seen.ofLot("n2", NOON.plusSeconds(1), "09506000134369", "L7", null))
                .send(hub);
        awaitDetection();
        assertEquals(0, cases().size(), "three parcels were seen, and three units made");
        hamburg.sees(Seen.ofLot("h4", NOON.plusSeconds(99), "09506000134369", "L7", "P4"))
                .send(hub);
        hamburg.sees(Seen.ofLot("h5", NOON.plusSeconds(100), "09506000134369", "L7", "P5"))
                .send(hub);
        awaitDetection();
        JsonNode file = onlyCase();
        assertEquals("BATCH_OVERRUN", file.at("/findings/0/code").asText());
        assertEquals("4", file.at("/findings/0/detail/seen").asText());
    }

    @Test
    void whatCameBackTheOtherWayIsNoUnitMore() {
        String out = "{\"origin\":\"CN\",\"destination\":\"DE\"}";
        String back = "{\"origin\":\"DE\",\"destination\":\"CN\"}";
        for (int i = 1; i <= 4; i++) {
            hamburg.sees(Seen.ofLot("h" + i, NOON.plusSeconds(i), "09506000134369", "L7", "P" + i)
                    .shipped(out));
        }
        hamburg.sees(Seen.ofLot("b1", NOON, "09506000134369", "L7", "B1").shipped(back))
                .send(hub);
        awaitDetection();
        assertEquals(0, cases().size());
    }

    @Test
    @DisplayName("F36: three parcels of a lot that was not uploaded are one case for the registrar, until it is")
    void threeParcelsOfAnUnknownLotAreOneCaseForTheRegistrarUntilItIsUploaded() {
        for (int i = 1; i <= 2; i++) {
            hamburg.sees(Seen.ofLot("h" + i, NOON.plusSeconds(i), "09506000134369", "LX", "P" + i)
                    .found("REVIEW", "BATCH_UNKNOWN"));
        }
        hamburg.send(hub);
        await().until(() -> cases().size() == 2);
        newYork.sees(Seen.ofLot("n3", NOON.plus(Duration.ofDays(1)), "09506000134369", "LX", "P3")
                        .found("REVIEW", "BATCH_UNKNOWN"))
                .send(hub);
        await().until(() -> cases("kind=registry-gap").size() == 1);
        JsonNode gap = whole(cases("kind=registry-gap").get(0));
        assertEquals(3, gap.get("sightingsTotal").asInt());
        assertEquals("merge", gap.at("/actions/0/action").asText());
        assertEquals(2, cases("status=merged").size());
        hamburg.sees(Seen.ofLot("h4", NOON.plus(Duration.ofDays(1)), "09506000134369", "LX", "P4")
                        .found("REVIEW", "BATCH_UNKNOWN"))
                .send(hub);
        await().until(() -> whole(gap).get("sightingsTotal").asInt() == 4);
        assertEquals(3, cases().size());
        register(List.of("{\"type\":\"batch\",\"gtin\":\"09506000134369\",\"lot\":\"LX\",\"quantity\":100}"));
        await().until(() -> whole(gap).get("status").asText().equals("registry-gap"));
    }

    @Test
    void theRegistrarEndsAGapAndNothingElse() {
        for (int i = 1; i <= 3; i++) {
            hamburg.sees(Seen.ofLot("h" + i, NOON.plusSeconds(i), "09506000134369", "LX", "P" + i)
                    .found("REVIEW", "BATCH_UNKNOWN"));
        }
        hamburg.sees(Seen.passing("h9", NOON.plusSeconds(9), "00000009", "P9").found("HOLD", "SERIAL_NOT_ISSUED"))
                .send(hub);
        await().until(() -> cases("kind=registry-gap").size() == 1);
        await().until(() -> cases("kind=goods&status=new").size() == 1);
        HttpCaller registrar = HttpCaller.with(hub, Scope.CASES_READ, Scope.GAPS_WRITE);
        String close = "{\"action\":\"close-registry-gap\",\"reason\":\"uploaded\"}";
        JsonNode gap = cases("kind=registry-gap").get(0);
        JsonNode goods = cases("kind=goods&status=new").get(0);
        assertEquals(403, act(registrar, goods, close));
        assertEquals(403, act(registrar, gap, "{\"action\":\"confirm-genuine\",\"reason\":\"x\"}"));
        assertEquals(200, act(registrar, gap, close));
    }

    @Test
    void howTheConsignorsCasesEndedOrdersTheList() {
        String bad = "{\"consignor\":\"bad-outlet\",\"origin\":\"CN\",\"destination\":\"DE\"}";
        String good = "{\"consignor\":\"good-outlet\",\"origin\":\"VN\",\"destination\":\"DE\"}";
        unissued("1", bad);
        unissued("2", good);
        await().until(() -> cases().size() == 2);
        for (JsonNode file : cases()) {
            boolean isBad = file.get("consignor").asText().equals("bad-outlet");
            act(caller, file, "{\"action\":\"detain\",\"reason\":\"x\"}");
            act(caller, file, action(isBad ? "confirm-infringement" : "confirm-genuine"));
        }
        unissued("3", bad);
        unissued("4", good);
        await().until(() -> cases("status=new").size() == 2);
        List<JsonNode> byRisk = cases("status=new&sort=risk");
        assertEquals("bad-outlet", byRisk.get(0).get("consignor").asText());
        assertTrue(
                byRisk.get(0).at("/risk/score").asInt() > 50
                        && byRisk.get(1).at("/risk/score").asInt() < 50,
                byRisk.toString());
        assertEquals(1, byRisk.get(0).at("/risk/signals/0/confirmed").asInt(), byRisk.toString());
        assertEquals("good-outlet", cases("status=new").get(0).get("consignor").asText());
        assertEquals(byRisk.get(0).get("priority"), byRisk.get(1).get("priority"));
    }

    private void unissued(String number, String shipment) {
        hamburg.sees(Seen.passing("u" + number, NOON.plusSeconds(Long.parseLong(number)), "U" + number, "PU" + number)
                        .found("HOLD", "SERIAL_NOT_ISSUED")
                        .shipped(shipment))
                .send(hub);
        awaitDetection();
    }

    private static String action(String name) {
        return "{\"action\":\"" + name + "\",\"reason\":\"x\"}";
    }

    private static int act(HttpCaller who, JsonNode file, String body) {
        return who.send("POST", "/api/v1/cases/" + file.get("id").asText() + "/actions", body)
                .statusCode();
    }

    private void register(List<String> lines) {
        String body = lines.stream().collect(Collectors.joining("\n"));
        String answer = caller.send("POST", "/api/v1/registry/imports?strict=true", body)
                .body();
        assertTrue(answer.contains("\"accepted\":" + lines.size()), answer);
    }

    /** Every batch is looked at once more, as after a process that ended in the midst of it. */
    private void lookAgain() {
        awaitDetection();
        hub.part(Database.class)
                .transact(c -> Sql.update(c, "UPDATE journal_batch SET detected_at = NULL, detect_leased_until = 0"));
        awaitDetection();
    }

    private void awaitDetection() {
        await().until(() -> hub.part(Database.class)
                        .read(c -> Sql.list(
                                c,
                                "SELECT COUNT(*) FROM journal_batch WHERE detected_at IS NULL",
                                row -> row.getLong(1)))
                        .get(0)
                == 0);
    }

    private JsonNode onlyCase() {
        await().until(() -> !cases().isEmpty());
        awaitDetection();
        List<JsonNode> all = cases();
        assertEquals(1, all.size(), all.toString());
        return whole(all.get(0));
    }

    private List<JsonNode> cases(String... filter) {
        JsonNode page = read(caller.get("/api/v1/cases?limit=1000&" + String.join("&", filter))
                .body());
        List<JsonNode> items = new ArrayList<>();
        page.get("items").forEach(items::add);
        return items;
    }

    private JsonNode whole(JsonNode file) {
        return read(caller.get("/api/v1/cases/" + file.get("id").asText()).body());
    }

    private static JsonNode read(String body) {
        try {
            return Json.LENIENT.readTree(body);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(body, e);
        }
    }
}
