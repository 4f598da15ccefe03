package org.quaymark.edge.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ProGlove Streams event (interfaces.md 2.1, form 3). */
final class ProGlove {
    private ProGlove() {}

    static Pull scan(ObjectNode event) throws NoScan {
        String type = Fields.text(event, "event_type", Limits.TEXT);
        if (type != null && !type.equals("scan")) {
            throw new NoScan("a ProGlove event that is no scan");
        }
        JsonNode code = event.path("scan_code");
        if (!code.isTextual() || code.textValue().isEmpty()) {
            throw new NoScan("a ProGlove scan without scan_code");
        }
        byte[] bytes = code.textValue().getBytes(StandardCharsets.UTF_8);
        return Pull.of(List.of(PayloadReader.code(bytes)))
                .identified(Fields.id(event, "event_id"), created(event.path("time_created")));
    }

    private static @Nullable Instant created(JsonNode millis) {
        return millis.isIntegralNumber() && millis.canConvertToLong() && millis.longValue() > 0
                ? Instant.ofEpochMilli(millis.longValue())
                : null;
    }
}
