package org.quaymark.inspection.gs1;

/** Finds the elements in a message with separators (GenSpecs 7.8.6). */
final class ElementParser {
    private static final char GS = ElementString.GS;

    private final String data;
    private final int end;
    private final ElementCollector found;

    private ElementParser(String data, int end, ElementCollector found) {
        this.data = data;
        this.end = end;
        this.found = found;
    }

    /** Of the text from one place up to another. */
    static void parse(String text, int from, int to, ElementCollector into) {
        ElementParser parser = new ElementParser(text, to, into);
        int position = from < to && text.charAt(from) == GS ? from + 1 : from;
        while (position >= 0 && position < to) {
            position = parser.element(position);
        }
    }

    /** Takes the element that begins there and returns where the next one does, -1 where that cannot be told. */
    private int element(int start) {
        ApplicationIdentifier ai = AiTable.INSTANCE.at(data, start);
        int from = ai == null ? end : start + ai.ai().length();
        if (ai == null || from > end) {
            found.errors().add(null, start, data.charAt(start) == GS ? "separator" : "ai");
            return -1;
        }
        int separator = data.indexOf(GS, from);
        int fieldEnd = separator < 0 || separator > end ? end : separator;
        int to = ai.predefinedLength() ? Math.min(from + ai.maxLength(), fieldEnd) : fieldEnd;
        found.add(ai, data.substring(from, to), start, from);
        // A separator behind a predefined length is needless and harmless (GenSpecs 7.8.6.3).
        return to == separator ? to + 1 : to;
    }
}
