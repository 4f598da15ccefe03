package org.quaymark.hub.retro;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.decision.Inspector;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.inspection.decision.Verdict;

/**
 * The policies that edges decide by, as far as the hub has them. Of one it does not have it knows what each verdict shows: the
 * effects of what was found then; for the rest it takes the standard's.
 */
@Singleton
final class EdgePolicies {
    private final Inspector standard = new Inspector(Policy.standard());

    EdgePolicies() {}

    /** Whether verdicts of that version can be reproduced with their effects. */
    boolean has(@Nullable String version) {
        return version == null || version.equals(Policy.standard().version());
    }

    /** Who decides as the edge that gave this verdict would. */
    Inspector inspector(Verdict given) {
        return has(given.policy()) ? standard : new Inspector(guessed(given));
    }

    private static Policy guessed(Verdict given) {
        Map<FindingCode, Effect> effects = new EnumMap<>(FindingCode.class);
        for (Finding finding : given.findings()) {
            if (finding.code() != FindingCode.INTERCEPTION) {
                effects.merge(finding.code(), finding.effect(), (a, b) -> a.compareTo(b) > 0 ? a : b);
            }
        }
        return new Policy(
                String.valueOf(given.policy()),
                effects,
                List.of(),
                Policy.standard().thresholds());
    }
}
