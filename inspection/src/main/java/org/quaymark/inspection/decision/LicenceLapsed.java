package org.quaymark.inspection.decision;

import java.util.List;
import java.util.Map;
import org.quaymark.inspection.registry.Licence;

/** As {@code MARKET_NOT_LICENSED}, where there is such a licence but expired, suspended or terminated: given instead of it. */
final class LicenceLapsed implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.LICENCE_LAPSED;
    }

    @Override
    public Subject subject() {
        return Subject.ITEM;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        MarketAccess access = MarketAccess.limitedOf(c);
        Licence lapsed = access != null && access.isDenied() ? access.lapsed() : null;
        if (access == null || lapsed == null) {
            return List.of();
        }
        Map<String, String> detail = access.detail();
        detail.put("licence", lapsed.id());
        detail.put("status", LicenceChains.statusOf(lapsed));
        return List.of(new Found(detail));
    }
}
