package org.quaymark.inspection.decision;

import java.util.List;
import org.quaymark.inspection.registry.Unit;

/** The unit was sold, exported or given as a sample: it should not be in trade again. */
final class SerialSpent implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.SERIAL_SPENT;
    }

    @Override
    public Subject subject() {
        return Subject.ITEM;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        Unit unit = c.unit();
        if (unit == null) {
            return List.of();
        }
        boolean spent = switch (unit.status()) {
            case SOLD, EXPORTED, SAMPLE -> true;
            case ISSUED, DESTROYED, STOLEN -> false;
        };
        return spent ? List.of(new Found(UnissuedSerial.withStatus(c, unit.status()))) : List.of();
    }
}
