package org.quaymark.inspection.decision;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quaymark.inspection.registry.Batch;

/** The lot was recalled, withdrawn, stolen or destroyed. */
final class BatchBlocked implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.BATCH_BLOCKED;
    }

    @Override
    public Subject subject() {
        return Subject.ITEM;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        Batch batch = c.batch();
        if (batch == null) {
            return List.of();
        }
        boolean blocked = switch (batch.status()) {
            case RECALLED, WITHDRAWN, STOLEN, DESTROYED -> true;
            case RELEASED -> false;
        };
        if (!blocked) {
            return List.of();
        }
        Map<String, String> detail = c.detail();
        detail.put("lot", batch.lot());
        detail.put("status", batch.status().name().toLowerCase(Locale.ROOT));
        return List.of(new Found(detail));
    }
}
