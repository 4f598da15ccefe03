package org.quaymark.inspection.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the elements in human readable interpretation. A parenthesis that opens no known AI belongs to the data. */
final class BracketedParser {
    private static final Pattern AI = Pattern.compile("\\(([0-9]{2,4})\\)");

    private BracketedParser() {}

    static ElementString parse(String text) {
        List<Element> elements = new ArrayList<>();
        List<Gs1Error> errors = new ArrayList<>();
        Matcher matcher = AI.matcher(text);
        int start = -1;
        int valueFrom = 0;
        String ai = "";
        while (matcher.find()) {
            if (AiTable.INSTANCE.find(matcher.group(1)) == null) {
                continue;
            }
            if (start < 0 && matcher.start() > 0) {
                break;
            }
            if (start >= 0) {
                elements.add(new Element(
                        ai, text.substring(valueFrom, matcher.start()).strip(), start));
            }
            start = matcher.start();
            valueFrom = matcher.end();
            ai = matcher.group(1);
        }
        if (start < 0) {
            errors.add(new Gs1Error(null, 0, "ai"));
        } else {
            elements.add(new Element(ai, text.substring(valueFrom).strip(), start));
        }
        return ElementString.checked(elements, errors);
    }
}
