package org.quaymark.inspection.reading;

import java.util.List;
import org.quaymark.inspection.gs1.Element;
import org.quaymark.inspection.gs1.Gs1Error;

/**
 * What was made of one code.
 *
 * @param certainty {@link Certainty#NONE} for a code that is about no item: a parcel's, a control code, a web address
 * @param identification what it names; nothing where it is in doubt
 * @param expiryDayOpen whether its expiry names a month only
 * @param elements its elements, as far as they could be told
 * @param errors what is wrong with the text as it came; empty where it is clean
 * @param repaired the faults undone, such as {@code caps-lock}
 * @param hypotheses how many readings were proved, 1 for a clean one
 */
public record CodeReading(
        Code code,
        Carrier carrier,
        CodeKind kind,
        Certainty certainty,
        Identification identification,
        boolean expiryDayOpen,
        List<Element> elements,
        List<Gs1Error> errors,
        List<String> repaired,
        int hypotheses) {
    public CodeReading {
        elements = List.copyOf(elements);
        errors = List.copyOf(errors);
        repaired = List.copyOf(repaired);
    }

    /** Whether what it says can be relied on. */
    boolean isSure() {
        return certainty == Certainty.CLEAN || certainty == Certainty.REPAIRED;
    }
}
