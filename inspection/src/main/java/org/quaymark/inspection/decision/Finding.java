package org.quaymark.inspection.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One thing found.
 *
 * @param effect the effect that counts, after the policy
 * @param detail what it was found on, in the field's terms: {@code gtin}, {@code serial}, {@code status} …
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Finding(FindingCode code, Effect effect, Map<String, String> detail) {
    public Finding {
        detail = detail == null ? Map.of() : inOrder(detail);
    }

    /** As it was found: the same verdict is the same text each time. */
    private static Map<String, String> inOrder(Map<String, String> detail) {
        Map<String, String> copy = new LinkedHashMap<>();
        detail.forEach((name, value) -> copy.put(Objects.requireNonNull(name), Objects.requireNonNull(value)));
        return Collections.unmodifiableMap(copy);
    }
}
