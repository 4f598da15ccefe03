package org.quaymark.inspection.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * One thing found.
 *
 * @param effect the effect that counts, after the policy
 * @param detail what it was found on, in the field's terms: {@code gtin}, {@code serial}, {@code status} …
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Finding(FindingCode code, Effect effect, Map<String, String> detail) {
    public Finding {
        detail = detail == null ? Map.of() : Map.copyOf(detail);
    }
}
