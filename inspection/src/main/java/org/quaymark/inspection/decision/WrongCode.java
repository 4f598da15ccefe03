package org.quaymark.inspection.decision;

import java.util.List;
import java.util.Map;

/** A plain EAN/UPC, or a GS1 code without it, where the product is told apart by serial or lot and no other code of the scan gives it (decision rules, section 2; F22). */
final class WrongCode implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.WRONG_CODE;
    }

    @Override
    public Subject subject() {
        return Subject.READING;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        String expected = IdentifierMissing.missing(c);
        if (expected == null || IdentifierMissing.isGivenInstead(c)) {
            return List.of();
        }
        Map<String, String> detail = c.detail();
        detail.put("expected", expected);
        return List.of(new Found(detail));
    }
}
