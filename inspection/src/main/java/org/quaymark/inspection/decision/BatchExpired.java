package org.quaymark.inspection.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Expiry before the scan's date, by the label or by the lot. */
final class BatchExpired implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.BATCH_EXPIRED;
    }

    @Override
    public Subject subject() {
        return Subject.ITEM;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        LocalDate ofLot = c.batch() == null ? null : c.batch().expiry();
        LocalDate ofLabel = c.identified().expiry();
        LocalDate expired = isPast(ofLabel, c) ? ofLabel : isPast(ofLot, c) ? ofLot : null;
        if (expired == null) {
            return List.of();
        }
        Map<String, String> detail = c.detail();
        detail.put("expiry", expired.toString());
        return List.of(new Found(detail));
    }

    private static boolean isPast(@Nullable LocalDate expiry, Circumstances c) {
        return expiry != null && expiry.isBefore(c.date());
    }
}
