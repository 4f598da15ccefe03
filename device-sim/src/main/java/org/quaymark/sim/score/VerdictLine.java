package org.quaymark.sim.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came back for one scan: a line of a verdict log.
 *
 * @param scan the scan's name in the truth
 * @param verdict {@code PASS} … {@code HOLD}, null where none came
 * @param findings codes of what was found
 * @param answered the scan's id as the verdict names it
 * @param latencyMicros from the time it should have been sent to the verdict's arrival, 0 where none came
 * @param attempts how often it was sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerdictLine(
        String scan,
        @Nullable String verdict,
        List<String> findings,
        @Nullable String answered,
        long latencyMicros,
        int attempts) {
    public VerdictLine {
        if (scan == null) {
            throw new IllegalArgumentException("scan is needed");
        }
        findings = findings == null ? List.of() : List.copyOf(findings);
    }
}
