package org.quaymark.hub.retro;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Explanation;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.reading.Scan;

/**
 * Why a sighting has its verdict.
 *
 * @param edge with {@code generation} and {@code sequence}, the journal entry it is
 * @param given the verdict the worker was given
 * @param reproduced whether deciding the entry again from its inputs gives just that verdict
 * @param policyKnown whether the hub has the policy that the verdict names; where it has not, effects that the verdict does not
 *     show are the standard's
 * @param explanation of the verdict as it is decided from the entry's inputs, the registry as it was then
 * @param again verdicts given again since, the oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explained(
        String edge,
        int generation,
        long sequence,
        Scan scan,
        Verdict given,
        boolean reproduced,
        boolean policyKnown,
        Explanation explanation,
        List<Again> again) {
    public Explained {
        again = List.copyOf(again);
    }

    /**
     * A verdict given again.
     *
     * @param actor {@code edge:ID} or the hub
     * @param was what it was before
     */
    public record Again(Instant at, String actor, Effect was, Verdict verdict) {}
}
