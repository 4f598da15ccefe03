package org.quaymark.hub.casework;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with a case.
 *
 * @param action wire name of a {@link CaseAction}, or {@code worker-…} for a control code scanned at the dock
 * @param actor {@code officer:NAME}, {@code key:NAME}, {@code customs:AUTHORITY}, {@code worker:SITE/DOCK/DEVICE}
 * @param reason the ground, in the actor's words
 * @param detail what else there is to say, in the API's terms
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseStep(
        String id,
        String action,
        String actor,
        Instant at,
        @Nullable String reason,
        Map<String, String> detail,
        @JsonIgnore CaseStatus from,
        @JsonIgnore CaseStatus to) {
    public CaseStep {
        detail = Map.copyOf(detail);
    }
}
