package org.quaymark.inspection.decision;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.quaymark.inspection.registry.Batch;

/** The label's expiry is not the lot's; a label whose day is 00 names the month only (GenSpecs 3.4.7; F27). */
final class ExpiryMismatch implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.EXPIRY_MISMATCH;
    }

    @Override
    public Subject subject() {
        return Subject.ITEM;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        Batch batch = c.batch();
        LocalDate label = c.identified().expiry();
        if (batch == null || batch.expiry() == null || label == null || isSame(c, label, batch.expiry())) {
            return List.of();
        }
        Map<String, String> detail = c.detail();
        detail.put("expiry", label.toString());
        detail.put("expected", batch.expiry().toString());
        return List.of(new Found(detail));
    }

    private static boolean isSame(Circumstances c, LocalDate label, LocalDate lot) {
        return c.reading().expiryDayOpen() ? YearMonth.from(label).equals(YearMonth.from(lot)) : label.equals(lot);
    }
}
