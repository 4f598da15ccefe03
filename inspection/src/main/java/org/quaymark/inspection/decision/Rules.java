package org.quaymark.inspection.decision;

import java.util.List;

/** Every rule that can be judged on one scan; {@code BATCH_OVERRUN} needs all sites' scans and is found on the hub. */
final class Rules {
    static final List<Rule> ALL = List.of(
            new ReadingRepaired(),
            new ReadingDoubtful(),
            new WrongCode(),
            new IdentifierMissing(),
            new CodesDisagree(),
            new ProductUnknown(),
            new ProductNotIssued(),
            new SerialNotIssued(),
            new SerialMalformed(),
            new SerialLotMismatch(),
            new SerialSpent(),
            new SerialVoid(),
            new SerialCloned(),
            new SerialReused(),
            new BatchUnknown(),
            new BatchBlocked(),
            new ExpiryMismatch(),
            new BatchExpired(),
            new MarketNotLicensed(),
            new LicenceLapsed(),
            new ConsignorSuspended(),
            new RightNotInForce(),
            new InterceptionInForce(),
            new NotOnManifest(),
            new WeightMismatch(),
            new RegistryStale(),
            new RegistryAbsent());

    private Rules() {}
}
