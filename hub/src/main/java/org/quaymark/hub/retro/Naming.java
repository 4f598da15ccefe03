package org.quaymark.hub.retro;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.quaymark.process.json.Json;

/** Patterns that find records by a text in a field or list of theirs; they may find more, which is decided again in vain. */
final class Naming {
    private Naming() {}

    /** For {@code LIKE … ESCAPE '!'} on a record's JSON. */
    static String pattern(String field, String value) {
        try {
            String json = Json.STRICT.writeValueAsString(value);
            return "%\"" + field + "\":%"
                    + json.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing a text", e);
        }
    }
}
