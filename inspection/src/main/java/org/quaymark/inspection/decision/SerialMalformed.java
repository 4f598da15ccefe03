package org.quaymark.inspection.decision;

import java.util.List;

/** Serialised product, clean reading, serial not known, and it breaks the product's pattern: given instead of {@code SERIAL_NOT_ISSUED}. */
final class SerialMalformed implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.SERIAL_MALFORMED;
    }

    @Override
    public Subject subject() {
        return Subject.ITEM;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        return UnissuedSerial.is(c) && UnissuedSerial.isMalformed(c) ? List.of(new Found(c.detail())) : List.of();
    }
}
