package org.quaymark.inspection.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

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
        return Stream.of(c.identified().expiry(), ofLot)
                .filter(Objects::nonNull)
                .filter(expiry -> expiry.isBefore(c.date()))
                .findFirst()
                .map(expiry -> {
                    Map<String, String> detail = c.detail();
                    detail.put("expiry", expiry.toString());
                    return List.of(new Found(detail));
                })
                .orElse(List.of());
    }
}
