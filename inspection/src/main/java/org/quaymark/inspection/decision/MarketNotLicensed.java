package org.quaymark.inspection.decision;

import java.util.List;

/**
 * A right is in force at the destination, the lot's markets do not cover it, and no licence in force lets the consignor or the
 * lot's supplier put this product on that market (decision rules, section 2).
 */
final class MarketNotLicensed implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.MARKET_NOT_LICENSED;
    }

    @Override
    public Subject subject() {
        return Subject.ITEM;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        MarketAccess access = MarketAccess.limitedOf(c);
        return access != null && access.isDenied() && access.lapsed() == null
                ? List.of(new Found(access.detail()))
                : List.of();
    }
}
