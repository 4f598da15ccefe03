package org.quaymark.hub.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.quaymark.process.json.Json;

/** Patterns for {@code LIKE … ESCAPE '!'} that find a text as a value in lines of JSON. They may find more: whoever asks looks again. */
final class Like {
    private Like() {}

    static String quoted(String value) {
        try {
            String json = Json.STRICT.writeValueAsString(value);
            return "%" + json.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing a text", e);
        }
    }
}
