package org.quaymark.inspection.decision;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which effect a finding has. Effects are decided by people and differ by place and goods; what is found is not.
 *
 * @param version named in every verdict
 * @param effects where they differ from {@link FindingCode#defaultEffect}
 * @param exceptions for sites, destinations or product categories; the first that fits counts
 */
public record Policy(
        String version, Map<FindingCode, Effect> effects, List<Exemption> exceptions, Thresholds thresholds) {
    private static final Policy STANDARD = new Policy("standard-1", Map.of(), List.of(), Thresholds.STANDARD);

    public Policy {
        if (version == null || version.isBlank()) {
            throw new IllegalArgumentException("a policy has a version");
        }
        effects = effects == null ? Map.of() : Map.copyOf(effects);
        exceptions = exceptions == null ? List.of() : List.copyOf(exceptions);
        thresholds = thresholds == null ? Thresholds.STANDARD : thresholds;
    }

    /** The effects as the rules give them. */
    public static Policy standard() {
        return STANDARD;
    }

    /** The effect of a finding at a place. */
    Effect effectOf(FindingCode code, Circumstances circumstances) {
        for (Exemption exception : exceptions) {
            if (exception.fits(code, circumstances)) {
                return exception.effect();
            }
        }
        return effects.getOrDefault(code, code.defaultEffect());
    }

    /**
     * An effect that counts somewhere only; parts that are null count everywhere.
     *
     * @param destination ISO 3166-1 alpha-2
     * @param hsCode the first digits of the product's Harmonized System code
     */
    public record Exemption(
            FindingCode code,
            Effect effect,
            @Nullable String site,
            @Nullable String destination,
            @Nullable String hsCode) {
        boolean fits(FindingCode found, Circumstances circumstances) {
            return code == found
                    && (site == null || site.equals(circumstances.scan().site()))
                    && (destination == null || destination.equals(circumstances.destination()))
                    && (hsCode == null || circumstances.hsCode().startsWith(hsCode));
        }
    }
}
