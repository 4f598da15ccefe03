package org.quaymark.inspection.decision;

import org.quaymark.inspection.reading.Certainty;
import org.quaymark.inspection.reading.CodeReading;
import org.quaymark.inspection.reading.Reading;

/** Why a reading is in doubt, in a word, for support. */
final class DoubtReason {
    private DoubtReason() {}

    static String of(Reading reading) {
        if (!reading.errors().isEmpty()) {
            return reading.errors().get(0).toString();
        }
        for (CodeReading code : reading.codes()) {
            if (code.certainty() == Certainty.DOUBTFUL) {
                if (code.hypotheses() > 1) {
                    return "several readings are proved";
                }
                return code.errors().isEmpty()
                        ? "another reading is as likely"
                        : code.errors().get(0).toString();
            }
        }
        return reading.codes().isEmpty() ? "no readable code" : "no product code";
    }
}
