package org.quaymark.inspection.gs1;

import java.util.ArrayList;
import java.util.List;

/** Collects elements as they are found, with what is wrong with them. */
final class ElementCollector {
    private final List<Element> elements = new ArrayList<>(6);
    private final Gs1Errors errors = new Gs1Errors();

    /** {@code position}: place of the AI; {@code valueAt}: place of its data, character by character as it was read. */
    void add(ApplicationIdentifier ai, String value, int position, int valueAt) {
        FieldCheck.check(ai, value, valueAt, errors);
        addUnchecked(ai, value, position);
    }

    /** The same where data was written in another way than it means: {@code place} tells where each character stands. */
    void add(ApplicationIdentifier ai, String value, int position, Place place) {
        Gs1Errors own = new Gs1Errors();
        FieldCheck.check(ai, value, 0, own);
        own.list().forEach(e -> errors.add(e.ai(), place.of(e.position()), e.rule()));
        addUnchecked(ai, value, position);
    }

    /** Where in what was read a character of the data stands. */
    interface Place {
        int of(int index);
    }

    Gs1Errors errors() {
        return errors;
    }

    ElementString elements() {
        return new ElementString(elements, errors.list());
    }

    /** An AI may come again with the same data (GenSpecs 4.13). */
    private void addUnchecked(ApplicationIdentifier ai, String value, int position) {
        for (Element earlier : elements) {
            if (earlier.ai().equals(ai.ai()) && !earlier.value().equals(value)) {
                errors.add(ai.ai(), position, "repeated");
                break;
            }
        }
        elements.add(new Element(ai.ai(), value, position));
    }
}
