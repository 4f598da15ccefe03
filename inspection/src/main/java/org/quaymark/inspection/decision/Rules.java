package org.quaymark.inspection.decision;

import java.util.List;

/** Every rule that can be judged on one scan. */
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
            new BatchUnknown(),
            new BatchBlocked(),
            new ExpiryMismatch(),
            new BatchExpired(),
            new InterceptionInForce(),
            new RegistryAbsent());

    private Rules() {}
}
