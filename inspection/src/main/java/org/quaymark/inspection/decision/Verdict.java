package org.quaymark.inspection.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.Identification;

/**
 * The answer to one scan, as the scanner gets it.
 *
 * @param scan the scan's id
 * @param verdict the strongest effect among the findings, {@link Effect#PASS} where there are none
 * @param identified what the codes say the item and the parcel are
 * @param product what the registry calls it, null where it does not know it
 * @param instruction one sentence for the worker, in {@code locale}
 * @param locale BCP 47 language tag
 * @param policy version of the policy that gave the effects
 * @param at when it was decided
 * @param elapsedMicros from the scan's arrival to the decision, in microseconds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verdict(
        String scan,
        Effect verdict,
        List<Finding> findings,
        Identification identified,
        ReadingReport reading,
        @Nullable ProductName product,
        String instruction,
        String locale,
        RegistryState registry,
        @Nullable String policy,
        Instant at,
        long elapsedMicros) {
    public Verdict {
        findings = List.copyOf(findings);
    }

    /** The same verdict with the time it took: the only part of it that may differ when it is decided again. */
    public Verdict answered(Instant at, long elapsedMicros) {
        return new Verdict(
                scan,
                verdict,
                findings,
                identified,
                reading,
                product,
                instruction,
                locale,
                registry,
                policy,
                at,
                elapsedMicros);
    }

    /**
     * How the item was read.
     *
     * @param raw the bytes as they came, base64
     * @param repaired the faults undone, such as {@code layout:de} or {@code caps-lock}
     * @param hypotheses how many proved readings there were
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReadingReport(@Nullable String raw, List<String> repaired, int hypotheses) {
        public ReadingReport {
            repaired = repaired == null ? List.of() : List.copyOf(repaired);
        }
    }

    /** The product's names in the registry. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProductName(
            @Nullable String brand, @Nullable String name) {}

    /**
     * The state of the registry the verdict was given at.
     *
     * @param sequence number of the last change
     * @param ageSeconds seconds since the hub last vouched for it, -1 where it never did
     */
    public record RegistryState(long sequence, long ageSeconds) {
        /** When the hub had last vouched for it, as far as verdicts depend on that: null where it never did. */
        public @Nullable Instant asOf(Instant scanned) {
            return ageSeconds < 0 ? null : scanned.minusSeconds(ageSeconds);
        }
    }
}
