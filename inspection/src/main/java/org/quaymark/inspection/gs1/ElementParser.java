package org.quaymark.inspection.gs1;

import java.util.ArrayList;
import java.util.List;

/** Finds the elements in a message with separators (GenSpecs 7.8.6). */
final class ElementParser {
    private final String data;
    private final List<Element> elements = new ArrayList<>(4);
    private final List<Gs1Error> errors = new ArrayList<>(0);

    ElementParser(String data) {
        this.data = data;
    }

    ElementString parse() {
        int position = !data.isEmpty() && data.charAt(0) == ElementString.GS ? 1 : 0;
        while (position >= 0 && position < data.length()) {
            position = element(position);
        }
        return ElementString.checked(elements, errors);
    }

    /** Takes the element that begins there and returns where the next one does, -1 where that cannot be told. */
    private int element(int start) {
        ApplicationIdentifier ai = AiTable.INSTANCE.at(data, start);
        if (ai == null) {
            errors.add(new Gs1Error(null, start, data.charAt(start) == ElementString.GS ? "separator" : "ai"));
            return -1;
        }
        int from = start + ai.ai().length();
        int separator = data.indexOf(ElementString.GS, from);
        int fieldEnd = separator < 0 ? data.length() : separator;
        int end = ai.predefinedLength() ? Math.min(from + ai.maxLength(), fieldEnd) : fieldEnd;
        elements.add(new Element(ai.ai(), data.substring(from, end), start));
        // A separator behind a predefined length is needless and harmless (GenSpecs 7.8.6.3).
        return end == separator ? end + 1 : end;
    }
}
