package org.quaymark.inspection.decision;

import java.util.List;
import java.util.Map;
import org.quaymark.inspection.registry.Unit;

/** The serial is known, under another lot (decision rules, section 2). */
final class SerialLotMismatch implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.SERIAL_LOT_MISMATCH;
    }

    @Override
    public Subject subject() {
        return Subject.ITEM;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        Unit unit = c.unit();
        String lot = c.identified().lot();
        if (unit == null || unit.lot() == null || lot == null || lot.equals(unit.lot())) {
            return List.of();
        }
        Map<String, String> detail = c.detail();
        detail.put("expected", unit.lot());
        return List.of(new Found(detail));
    }
}
