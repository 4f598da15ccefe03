package org.quaymark.inspection.decision;

import java.util.List;
import java.util.Map;

/** No single proved hypothesis and the raw reading is not clean; or an image without a readable code (scanner faults, rule 4). */
final class ReadingDoubtful implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.READING_DOUBTFUL;
    }

    @Override
    public Subject subject() {
        return Subject.READING;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        return IdentifierMissing.isDoubtful(c) && !IdentifierMissing.isGivenInstead(c)
                ? List.of(new Found(Map.of(
                        "hypotheses", String.valueOf(c.reading().hypotheses()),
                        "reason", DoubtReason.of(c.reading()))))
                : List.of();
    }
}
