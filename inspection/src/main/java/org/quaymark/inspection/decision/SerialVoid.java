package org.quaymark.inspection.decision;

import java.util.List;
import org.quaymark.inspection.registry.Unit;

/** The unit was destroyed or stolen: it cannot lawfully be here. */
final class SerialVoid implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.SERIAL_VOID;
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
        boolean gone = switch (unit.status()) {
            case DESTROYED, STOLEN -> true;
            case ISSUED, SOLD, EXPORTED, SAMPLE -> false;
        };
        return gone ? List.of(new Found(UnissuedSerial.withStatus(c, unit.status()))) : List.of();
    }
}
