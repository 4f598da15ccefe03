package org.quaymark.sim.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.json.Json;

/** Writes what a device publishes. */
final class Payloads {
    private Payloads() {}

    /** The JSON object of a scan (interfaces.md 2.1, form 2); the text keeps its identifier where symbology is null. */
    static ObjectNode json(
            String id, @Nullable Instant at, Item item, @Nullable String text, @Nullable String symbology) {
        ObjectNode scan = withTime(Json.LENIENT.createObjectNode().put("id", id), "at", at);
        if (text != null) {
            ObjectNode code = scan.putArray("codes").addObject().put("data", text);
            if (symbology != null) {
                code.put("symbology", symbology);
            }
        }
        scan.put("parcel", item.parcel());
        if (item.shipment() != null) {
            scan.set("shipment", Json.LENIENT.valueToTree(item.shipment()));
        }
        return scan;
    }

    /** The same with a further code. */
    static ObjectNode with(ObjectNode scan, String text, String symbology) {
        scan.withArray("codes").addObject().put("data", text).put("symbology", symbology);
        return scan;
    }

    /** A code of the printed sheet, as a device with ids sends it. */
    static ObjectNode control(String id, @Nullable Instant at, String text) {
        ObjectNode scan = withTime(Json.LENIENT.createObjectNode().put("id", id), "at", at);
        scan.putArray("codes").addObject().put("data", text);
        return scan;
    }

    /** A ProGlove Streams scan event; without its time where the device says none. */
    static ObjectNode proGlove(String id, @Nullable Instant at, String device, String text) {
        ObjectNode event = Json.LENIENT
                .createObjectNode()
                .put("api_version", "1.0")
                .put("event_type", "scan")
                .put("event_id", id)
                .put("scan_code", text)
                .put("device_serial", device);
        if (at != null) {
            event.put("time_created", at.toEpochMilli());
        }
        return event;
    }

    /** A structured CloudEvent 1.0 around the JSON object of a scan. */
    static ObjectNode cloudEvent(String id, @Nullable Instant at, String device, ObjectNode scan) {
        ObjectNode event = Json.LENIENT
                .createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", "/devices/" + device)
                .put("type", "org.quaymark.scan")
                .put("datacontenttype", "application/json");
        withTime(event, "time", at);
        scan.remove("id");
        event.set("data", scan);
        return event;
    }

    private static ObjectNode withTime(ObjectNode message, String field, @Nullable Instant at) {
        return at == null ? message : message.put(field, Json.millis(at));
    }
}
