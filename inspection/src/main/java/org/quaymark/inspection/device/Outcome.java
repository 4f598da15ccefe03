package org.quaymark.inspection.device;

import java.util.List;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.reading.Code;
import org.quaymark.inspection.reading.Scan;

/**
 * How one scan was read.
 *
 * @param faults the scanner's faults that were undone, by name: {@code layout:de}
 * @param doubtful whether codes arrived, and what was printed is in doubt
 * @param unreadable whether an image showed no code
 * @param item whether an item was read
 * @param hasLetters whether its codes hold letters, so that a wrong keyboard or Caps Lock would have shown
 * @param hasSeparator whether a GS arrived
 */
record Outcome(
        List<String> faults,
        boolean doubtful,
        boolean unreadable,
        boolean item,
        boolean hasLetters,
        boolean hasSeparator) {
    private static final int IDENTIFIER = 3;

    Outcome {
        faults = List.copyOf(faults);
    }

    static Outcome of(Scan scan, Verdict verdict) {
        boolean doubt = verdict.findings().stream().anyMatch(Outcome::isDoubt);
        boolean noCode = scan.codes().isEmpty();
        return new Outcome(
                verdict.reading().repaired(),
                doubt && !noCode,
                doubt && noCode,
                verdict.identified().gtin() != null,
                scan.codes().stream().anyMatch(Outcome::letters),
                scan.codes().stream().anyMatch(code -> data(code).indexOf('\u001d', 1) > 0));
    }

    /** Read as it was printed, and an item at that: it says that the scanner is in order. */
    boolean isClean() {
        return item && !doubtful && !unreadable && faults.isEmpty();
    }

    /** {@code IDENTIFIER_MISSING} is given for doubt too, after enough tries; where it names what is missing, reading went well. */
    private static boolean isDoubt(Finding finding) {
        return finding.code() == FindingCode.READING_DOUBTFUL
                || (finding.code() == FindingCode.IDENTIFIER_MISSING
                        && !finding.detail().containsKey("expected"));
    }

    private static boolean letters(Code code) {
        return data(code).chars().anyMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
    }

    private static String data(Code code) {
        String data = code.data();
        return data.startsWith("]") && data.length() >= IDENTIFIER ? data.substring(IDENTIFIER) : data;
    }
}
