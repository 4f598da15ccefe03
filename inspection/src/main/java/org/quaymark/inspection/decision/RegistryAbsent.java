package org.quaymark.inspection.decision;

import java.util.List;
import java.util.Map;

/** No replica, or one that nobody ever vouched for: nothing can be checked; decided as soon as it arrives. */
final class RegistryAbsent implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.REGISTRY_ABSENT;
    }

    @Override
    public Subject subject() {
        return Subject.REGISTRY;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        boolean something =
                c.identified().gtin() != null || !c.reading().parcels().isEmpty();
        return !c.hasRegistry() && something ? List.of(new Found(Map.of())) : List.of();
    }
}
