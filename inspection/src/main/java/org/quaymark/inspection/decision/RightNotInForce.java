package org.quaymark.inspection.decision;

import java.util.List;
import java.util.Map;

/** The product has rights, none in force at the destination (decision rules, section 2); what it caps is in {@link RightsAtDestination}. */
final class RightNotInForce implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.RIGHT_NOT_IN_FORCE;
    }

    @Override
    public Subject subject() {
        return Subject.ITEM;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        if (!c.rights().noneInForce()) {
            return List.of();
        }
        Map<String, String> detail = c.detail();
        detail.put("rights", String.join(",", c.rights().known()));
        Circumstances.put(detail, "destination", c.destination());
        return List.of(new Found(detail));
    }
}
