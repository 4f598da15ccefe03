package org.quaymark.inspection.decision;

import java.util.List;
import java.util.Map;
import org.quaymark.inspection.registry.Prefix;

/** GTIN not in the registry, but its company prefix is an enrolled holder's (GenSpecs 1.4.2). */
final class ProductNotIssued implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.PRODUCT_NOT_ISSUED;
    }

    @Override
    public Subject subject() {
        return Subject.ITEM;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        String gtin = c.gtin();
        Prefix prefix =
                gtin == null || c.product() != null ? null : c.registry().prefixOf(gtin);
        if (prefix == null) {
            return List.of();
        }
        Map<String, String> detail = c.detail();
        detail.put("prefix", prefix.prefix());
        detail.put("holder", prefix.holder());
        return List.of(new Found(detail));
    }
}
