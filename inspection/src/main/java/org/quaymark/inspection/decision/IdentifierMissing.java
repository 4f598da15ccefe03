package org.quaymark.inspection.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.Certainty;
import org.quaymark.inspection.registry.Product;

/**
 * As {@code WRONG_CODE} or {@code READING_DOUBTFUL}, after the worker said that the label is damaged, or at the third try on
 * two devices: scanning again would not help (scanner faults, rule 4). Given instead of them.
 */
final class IdentifierMissing implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.IDENTIFIER_MISSING;
    }

    @Override
    public Subject subject() {
        return Subject.READING;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        String missing = missing(c);
        if ((missing == null && !isDoubtful(c)) || !isGivenInstead(c)) {
            return List.of();
        }
        Map<String, String> detail = new LinkedHashMap<>(c.detail());
        Circumstances.put(detail, "parcel", c.identified().parcel());
        Circumstances.put(detail, "expected", missing);
        detail.put("reason", tries(c).labelDamaged() ? "label-damaged" : "tries");
        return List.of(new Found(detail));
    }

    static boolean isDoubtful(Circumstances c) {
        return c.reading().certainty() == Certainty.DOUBTFUL;
    }

    /** Which of serial and lot the product is told apart by and no code of the scan gives; null where none is missing. */
    static @Nullable String missing(Circumstances c) {
        Product product = c.product();
        if (product == null || c.reading().contents()) {
            return null;
        }
        return switch (product.serialisation()) {
            case SERIAL -> c.identified().serial() == null ? "serial" : null;
            case BATCH -> c.identified().lot() == null ? "lot" : null;
            case NONE -> null;
        };
    }

    static boolean isGivenInstead(Circumstances c) {
        History.Tries tries = tries(c);
        if (tries.labelDamaged()) {
            return true;
        }
        long devices = tries.devices().stream().distinct().count();
        if (!tries.devices().contains(c.scan().device())) {
            devices++;
        }
        return tries.rescans() + 1 >= c.thresholds().rescansBeforeReview()
                && devices >= c.thresholds().devicesBeforeReview();
    }

    private static History.Tries tries(Circumstances c) {
        return c.history().tries(c.scan(), c.identified());
    }
}
