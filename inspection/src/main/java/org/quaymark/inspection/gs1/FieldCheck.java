package org.quaymark.inspection.gs1;

import java.util.List;

/** Checks an element's data against its AI's format, part by part. */
final class FieldCheck {
    private FieldCheck() {}

    static void errors(Element element, List<Gs1Error> errors) {
        ApplicationIdentifier ai = AiTable.INSTANCE.find(element.ai());
        int at = element.position() + element.ai().length();
        if (ai == null) {
            errors.add(new Gs1Error(null, element.position(), "ai"));
            return;
        }
        String value = element.value();
        int from = 0;
        for (Component component : ai.components()) {
            int length = Math.min(component.max(), value.length() - from);
            if (length == 0 && component.optional()) {
                break;
            }
            if (length < component.min()) {
                errors.add(new Gs1Error(ai.ai(), at + value.length(), "length"));
                return;
            }
            String part = value.substring(from, from + length);
            int outside = component.characters().firstOutside(part);
            if (outside >= 0) {
                errors.add(new Gs1Error(ai.ai(), at + from + outside, "characters"));
                return;
            }
            for (SyntaxTest test : component.tests()) {
                if (!test.passes(part)) {
                    errors.add(new Gs1Error(ai.ai(), at + from, test.wireName()));
                }
            }
            from += length;
        }
        if (from < value.length()) {
            errors.add(new Gs1Error(ai.ai(), at + from, "length"));
        }
    }
}
