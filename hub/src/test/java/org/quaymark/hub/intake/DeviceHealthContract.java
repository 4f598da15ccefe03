package org.quaymark.hub.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quaymark.hub.HttpCaller;
import org.quaymark.hub.Hub;
import org.quaymark.hub.OnBothDatabases;
import org.quaymark.hub.identity.Scope;
import org.quaymark.process.json.Json;

/** What the journal tells of devices, from the edge's request to {@code GET /edges}. */
@Timeout(60)
abstract class DeviceHealthContract extends OnBothDatabases {
    private static final String WHO =
            ",\"at\":\"2026-11-25T06:00:00.000Z\",\"site\":\"HAM1\",\"dock\":\"d1\",\"device\":\"h1\"";
    private static final String PROFILE =
            "{\"prefix\":\"\",\"inner\":\"\",\"suffix\":\"\",\"groupSeparator\":\"\\u0000\","
                    + "\"keys\":{\"y\":\"z\",\"z\":\"y\"},\"deadKeys\":[],\"composed\":{},\"marksDeadKeys\":false}";

    private static String health(int sequence, String notice) {
        return "{\"kind\":\"health\",\"sequence\":" + sequence + WHO + ",\"state\":\"online\",\"counts\":{\"reads\":9,"
                + "\"repaired\":5,\"doubtful\":1,\"unreadable\":1,\"fault:caps-lock\":5},"
                + "\"since\":\"2026-11-01T00:00:00.000Z\"" + notice + "}";
    }

    private static JsonNode device(Hub hub) throws Exception {
        String answer =
                HttpCaller.with(hub, Scope.EDGES_READ).get("/api/v1/edges").body();
        return Json.LENIENT.readTree(answer).at("/items/0/devices/0");
    }

    @Test
    void showsCountsNoticeAndCalibrationOfADeviceUntilTheyAreGone() throws Exception {
        Hub hub = serve();
        TestEdge edge = TestEdge.enrolled(hub, "edge-1");
        edge.sees("scan-1", "S1");
        edge.write(health(2, ",\"notice\":{\"trouble\":\"CAPS_LOCK\",\"since\":\"2026-11-25T05:59:00.000Z\"}"));
        edge.write("{\"kind\":\"calibration\",\"sequence\":3" + WHO + ",\"profile\":" + PROFILE
                + ",\"reason\":\"learned\"}");
        edge.sees("scan-4", "S4");
        HttpResponse<String> taken = edge.send(hub, 1, 4);
        assertEquals(200, taken.statusCode(), taken.body());
        JsonNode device = device(hub);
        assertEquals(5, device.at("/counts/repaired").asInt(), device.toString());
        assertEquals(5, device.at("/counts/fault:caps-lock").asInt());
        assertEquals("2026-11-01T00:00:00.000Z", device.path("since").asText());
        assertEquals("CAPS_LOCK", device.at("/notice/trouble").asText());
        assertEquals("2026-11-25T06:00:00.000Z", device.path("calibratedAt").asText());

        edge.write(health(5, ""));
        edge.write("{\"kind\":\"calibration\",\"sequence\":6" + WHO + ",\"reason\":\"reads-clean\"}");
        assertEquals(200, edge.send(hub, 5, 6).statusCode());
        JsonNode later = device(hub);
        assertFalse(later.has("notice"), later.toString());
        assertFalse(later.has("calibratedAt"), later.toString());
        assertEquals(9, later.at("/counts/reads").asInt());

        edge.sees("scan-7", "S7");
        assertEquals(200, edge.send(hub, 7, 7).statusCode());
        assertEquals(9, device(hub).at("/counts/reads").asInt(), "a sighting leaves what was told");
    }
}
