package org.quaymark.inspection.decision;

import java.util.List;

/** GTIN not in the registry, its prefix nobody's there (decision rules, section 2). */
final class ProductUnknown implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.PRODUCT_UNKNOWN;
    }

    @Override
    public Subject subject() {
        return Subject.ITEM;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        String gtin = c.gtin();
        return gtin != null && c.product() == null && c.registry().prefixOf(gtin) == null
                ? List.of(new Found(c.detail()))
                : List.of();
    }
}
