package org.quaymark.edge.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A CloudEvent around a scan (interfaces.md 2.1, form 4): structured, or binary by MQTT 5 user properties (CloudEvents MQTT
 * protocol binding 1.0.2, section 3.1). Its id is the scan's.
 */
final class CloudEvents {
    private CloudEvents() {}

    static Pull structured(ObjectNode event) throws NoScan {
        String id = Fields.id(event, "id");
        if (id == null) {
            throw new NoScan("a CloudEvent without id");
        }
        return data(event).identified(id, Fields.instant(event, "time"));
    }

    static Pull binary(Map<String, String> attributes, Pull data) throws NoScan {
        String id = Fields.checkedId(attributes.get("id"), "id");
        if (id == null) {
            throw new NoScan("a CloudEvent without id");
        }
        return data.identified(id, Fields.instant(attributes.get("time"), "time"));
    }

    private static Pull data(ObjectNode event) throws NoScan {
        byte[] bytes = Fields.base64(event, "data_base64");
        if (bytes != null) {
            return PayloadReader.bytes(bytes);
        }
        JsonNode data = event.path("data");
        if (data instanceof ObjectNode object) {
            if (object.has("specversion")) {
                throw new NoScan("a CloudEvent in a CloudEvent");
            }
            return PayloadReader.object(object);
        }
        if (data.isTextual() && !data.textValue().isEmpty()) {
            return PayloadReader.bytes(data.textValue().getBytes(StandardCharsets.UTF_8));
        }
        throw new NoScan("a CloudEvent without data");
    }
}
