package org.quaymark.inspection.decision;

import java.util.List;
import java.util.Map;

/** Two clean codes of one item name different GTINs, serials or lots (decision rules, section 2; F26). */
final class CodesDisagree implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.CODES_DISAGREE;
    }

    @Override
    public Subject subject() {
        return Subject.READING;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        if (c.reading().disagreeing().isEmpty()) {
            return List.of();
        }
        Map<String, String> detail = c.detail();
        detail.put("fields", String.join(",", c.reading().disagreeing()));
        return List.of(new Found(detail));
    }
}
