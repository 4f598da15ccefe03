package org.quaymark.inspection.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quaymark.inspection.registry.Interception;

/** An active interception names the parcel, unit, lot, product or consignor; its effect is its own. One whose effect is PASS is a clearance. */
final class InterceptionInForce implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.INTERCEPTION;
    }

    @Override
    public Subject subject() {
        return Subject.SHIPMENT;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        if (c.interceptions().isEmpty()) {
            return List.of();
        }
        return c.interceptions().stream()
                .map(i -> Found.withEffect(detail(i), Effect.valueOf(i.effect())))
                .toList();
    }

    private static Map<String, String> detail(Interception interception) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("interception", interception.id());
        Circumstances.put(detail, "parcel", interception.parcel());
        Circumstances.put(detail, "gtin", interception.gtin());
        Circumstances.put(detail, "lot", interception.lot());
        Circumstances.put(detail, "serial", interception.serial());
        Circumstances.put(detail, "consignor", interception.consignor());
        Circumstances.put(detail, "reason", interception.reason());
        Circumstances.put(detail, "requestedBy", interception.requestedBy());
        return detail;
    }
}
