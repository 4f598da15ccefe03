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
        return !c.hasRegistry() && isAboutGoods(c) ? List.of(new Found(Map.of())) : List.of();
    }

    /** Whether there is anything that the registry could be asked about. */
    static boolean isAboutGoods(Circumstances c) {
        return c.identified().gtin() != null || !c.reading().parcels().isEmpty();
    }
}
