package org.quaymark.hub.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.quaymark.process.json.Json;

/** Writes EPCIS 2.0 JSON-LD. */
final class EpcisJson {
    private EpcisJson() {}

    /** An event, without a context of its own. */
    static ObjectNode event(EpcisEvent event) {
        ObjectNode node = Json.STRICT.createObjectNode();
        node.put("type", "ObjectEvent");
        node.put("eventID", EventHash.of(event));
        node.put("eventTime", Json.millis(event.eventTime()));
        node.put("eventTimeZoneOffset", "+00:00");
        strings(node.putArray("epcList"), event.epcs());
        if (!event.epcClasses().isEmpty()) {
            ArrayNode quantities = node.putArray("quantityList");
            event.epcClasses()
                    .forEach(epcClass ->
                            quantities.addObject().put("epcClass", epcClass).put("quantity", 1));
        }
        node.put("action", event.action());
        node.put("bizStep", event.bizStep());
        if (event.disposition() != null) {
            node.put("disposition", event.disposition());
        }
        if (!event.set().isEmpty() || !event.unset().isEmpty()) {
            ObjectNode persistent = node.putObject("persistentDisposition");
            if (!event.set().isEmpty()) {
                strings(persistent.putArray("set"), event.set());
            }
            if (!event.unset().isEmpty()) {
                strings(persistent.putArray("unset"), event.unset());
            }
        }
        node.putObject("readPoint").put("id", event.readPoint());
        event.extensions().forEach((name, value) -> node.put(EpcisVocabulary.PREFIX + ":" + name, value.strip()));
        return node;
    }

    /** The wrong event again, declared an error that another event puts right (EPCIS 2.0 section 7.4.1.4). */
    static ObjectNode declaredWrong(EpcisEvent wrong, Instant at, EpcisEvent right) {
        ObjectNode node = event(wrong);
        ObjectNode declaration = node.putObject("errorDeclaration");
        declaration.put("declarationTime", Json.millis(at)).put("reason", "incorrect_data");
        declaration.putArray("correctiveEventIDs").add(EventHash.of(right));
        return node;
    }

    /** A document around events. */
    static ObjectNode document(Instant created, List<ObjectNode> events) {
        ObjectNode document = Json.STRICT.createObjectNode();
        ArrayNode context = document.putArray("@context").add(EpcisVocabulary.CONTEXT);
        EpcisVocabulary.OWN_CONTEXT.forEach(context.addObject()::put);
        document.put("type", "EPCISDocument");
        document.put("schemaVersion", "2.0");
        document.put("creationDate", Json.millis(created));
        document.putObject("epcisBody").putArray("eventList").addAll(events);
        return document;
    }

    private static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }
}
