package org.quaymark.hub.detection;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.quaymark.hub.HttpCaller;
import org.quaymark.hub.detection.SimulatedDock.Seen;
import org.quaymark.hub.identity.Scope;

/** What many sightings say of a lot: more than were made, one nobody knows, and how earlier cases order the new ones. */
abstract class LotsContract extends DetectionOnBothDatabases {
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
}
