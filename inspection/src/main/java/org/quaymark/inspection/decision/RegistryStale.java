package org.quaymark.inspection.decision;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The replica is older than {@code stale-after}. Older than {@code unsafe-after}, nothing passes unchecked: what would be PASS is
 * UNCHECKED, and decided again when the registry is there.
 */
final class RegistryStale implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.REGISTRY_STALE;
    }

    @Override
    public Subject subject() {
        return Subject.REGISTRY;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        if (!c.hasRegistry() || !RegistryAbsent.isAboutGoods(c)) {
            return List.of();
        }
        Duration age = Duration.ofSeconds(c.ageSeconds());
        if (age.compareTo(c.thresholds().staleAfter()) <= 0) {
            return List.of();
        }
        Map<String, String> detail = Map.of("ageSeconds", String.valueOf(age.toSeconds()));
        boolean unsafe = age.compareTo(c.thresholds().unsafeAfter()) > 0;
        return List.of(unsafe ? Found.atLeast(detail, Effect.UNCHECKED) : new Found(detail));
    }
}
