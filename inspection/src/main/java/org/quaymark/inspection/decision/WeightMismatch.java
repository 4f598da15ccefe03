package org.quaymark.inspection.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.Shipment;
import org.quaymark.inspection.registry.Manifest;
import org.quaymark.inspection.registry.Product;

/**
 * Manifest complete, unit masses known, measured mass off by more than 15 % and 50 g (or what the policy says). Packaging has a
 * mass too: a parcel that is heavier than its units is compared with the gross mass declared for it, where that is heavier.
 */
final class WeightMismatch implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.WEIGHT_MISMATCH;
    }

    @Override
    public Subject subject() {
        return Subject.SHIPMENT;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        Manifest manifest = c.manifest();
        Shipment shipment = c.scan().shipment();
        Integer measured = shipment == null ? null : shipment.weightGrams();
        Long units = manifest == null ? null : unitsGrams(manifest, c);
        if (manifest == null || measured == null || measured <= 0 || units == null) {
            return List.of();
        }
        Integer declared = manifest.weightGrams();
        long expected = measured < units || declared == null ? units : Math.max(units, declared);
        // Between the units and the declared gross mass nothing is off.
        long off = measured < units ? units - measured : measured - expected;
        if (off * 100 <= expected * c.thresholds().weightPercent()
                || off <= c.thresholds().weightGrams()) {
            return List.of();
        }
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("parcel", manifest.parcel());
        detail.put("weightGrams", measured.toString());
        detail.put("expectedGrams", String.valueOf(expected));
        return List.of(new Found(detail));
    }

    /** The mass of all units listed; null where it is not known of each. */
    private static @Nullable Long unitsGrams(Manifest manifest, Circumstances c) {
        long sum = 0;
        for (Manifest.Item item : manifest.items()) {
            Product product = c.registry().product(item.gtin());
            Integer unit = product == null ? null : product.unitWeightGrams();
            if (unit == null || unit == 0 || item.quantity() == 0) {
                return null;
            }
            sum += (long) unit * item.quantity();
        }
        return sum == 0 ? null : sum;
    }
}
