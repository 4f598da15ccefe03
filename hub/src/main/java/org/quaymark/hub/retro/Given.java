package org.quaymark.hub.retro;

import java.util.List;
import java.util.TreeSet;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.decision.Verdict;

/**
 * The last verdict that was given on a sighting.
 *
 * @param registry the registry's change that it was given at
 */
record Given(Effect verdict, List<Finding> findings, long registry) {
    static Given of(Verdict verdict) {
        return new Given(
                verdict.verdict(),
                verdict.findings(),
                verdict.registry() == null ? 0 : verdict.registry().sequence());
    }

    /**
     * Whether that says something else: another effect, or other reasons for it. That an authority asked for the goods beside
     * what was found already is no other reason.
     */
    boolean differs(Verdict now) {
        return verdict != now.verdict() || !reasons(findings).equals(reasons(now.findings()));
    }

    private static TreeSet<FindingCode> reasons(List<Finding> findings) {
        TreeSet<FindingCode> codes = new TreeSet<>();
        for (Finding finding : findings) {
            boolean counts = finding.effect() == Effect.REVIEW || finding.effect() == Effect.HOLD;
            if (counts && finding.code() != FindingCode.INTERCEPTION) {
                codes.add(finding.code());
            }
        }
        return codes;
    }
}
