package org.quaymark.hub.detection;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quaymark.hub.Hub;
import org.quaymark.hub.detection.SimulatedDock.Seen;

/** Clones and reuse, from signed journals over HTTP to a case. */
abstract class ClonesContract extends DetectionOnBothDatabases {
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
    void whatAnAuthorityLetGoIsNoClone() {
        String order = "{\"type\":\"interception\",\"status\":\"active\",\"effect\":\"PASS\",";
        register(List.of(
                order + "\"id\":\"I1\",\"gtin\":\"" + SimulatedDock.GTIN + "\",\"serial\":\"00000001\"}",
                order + "\"id\":\"I2\",\"parcel\":\"P2\"}"));
        for (String unit : List.of("1", "2", "3")) {
            hamburg.sees(Seen.passing("h" + unit, NOON, "0000000" + unit, "P" + unit));
            newYork.sees(Seen.passing("n" + unit, NOON.plus(HALF_AN_HOUR), "0000000" + unit, "P" + unit));
        }
        hamburg.send(hub);
        newYork.send(hub);
        assertEquals("00000003", onlyCase().get("serial").asText());
    }
}
