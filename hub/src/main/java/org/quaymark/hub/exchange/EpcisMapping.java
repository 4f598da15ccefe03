package org.quaymark.hub.exchange;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Finding;

/**
 * What a finding is in the words of CBV 2.0, which knows no counterfeit: a scan proves a mismatch.
 *
 * @param disposition bare CBV name
 * @param mismatch persistent disposition that is set, null where none is
 */
record EpcisMapping(String disposition, @Nullable String mismatch) {
    private static final Set<String> BLOCKED = Set.of("recalled", "stolen");

    /** Of the strongest finding; those of one strength count in the order of their codes. */
    static EpcisMapping of(List<Finding> findings) {
        return findings.stream()
                .min(Comparator.comparing(Finding::effect).reversed().thenComparing(Finding::code))
                .map(EpcisMapping::of)
                .orElse(new EpcisMapping("non_sellable_other", null));
    }

    private static EpcisMapping of(Finding finding) {
        return switch (finding.code()) {
            case SERIAL_NOT_ISSUED, SERIAL_MALFORMED, SERIAL_SPENT, SERIAL_CLONED, SERIAL_REUSED, SERIAL_LOT_MISMATCH ->
                new EpcisMapping("non_sellable_other", "mismatch_instance");
            case SERIAL_VOID ->
                "stolen".equals(finding.detail().get("status"))
                        ? new EpcisMapping("stolen", "mismatch_instance")
                        : new EpcisMapping("non_sellable_other", "mismatch_instance");
            case CODES_DISAGREE,
                    PRODUCT_NOT_ISSUED,
                    BATCH_UNKNOWN,
                    BATCH_OVERRUN,
                    EXPIRY_MISMATCH,
                    NOT_ON_MANIFEST,
                    WEIGHT_MISMATCH -> new EpcisMapping("non_sellable_other", "mismatch_class");
            case BATCH_BLOCKED -> {
                String status = finding.detail().getOrDefault("status", "");
                yield new EpcisMapping(BLOCKED.contains(status) ? status : "non_sellable_other", null);
            }
            case BATCH_EXPIRED -> new EpcisMapping("expired", null);
            case MARKET_NOT_LICENSED, LICENCE_LAPSED, CONSIGNOR_SUSPENDED ->
                new EpcisMapping("no_pedigree_match", null);
            case READING_REPAIRED,
                    READING_DOUBTFUL,
                    WRONG_CODE,
                    IDENTIFIER_MISSING,
                    PRODUCT_UNKNOWN,
                    RIGHT_NOT_IN_FORCE,
                    INTERCEPTION,
                    REGISTRY_STALE,
                    REGISTRY_ABSENT -> new EpcisMapping("non_sellable_other", null);
        };
    }
}
