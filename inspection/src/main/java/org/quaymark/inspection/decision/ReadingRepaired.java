package org.quaymark.inspection.decision;

import java.util.List;
import java.util.Map;
import org.quaymark.inspection.reading.Certainty;

/** Exactly one proved hypothesis, and it is not the raw bytes (decision rules, section 2; scanner faults, rule 3). */
final class ReadingRepaired implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.READING_REPAIRED;
    }

    @Override
    public Subject subject() {
        return Subject.READING;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        return c.reading().certainty() == Certainty.REPAIRED
                ? List.of(new Found(
                        Map.of("repaired", String.join(",", c.reading().repaired()))))
                : List.of();
    }
}
