package org.quaymark.inspection.gs1;

/** Checks an element's data against its AI's format, part by part. */
final class FieldCheck {
    private FieldCheck() {}

    /** {@code at}: place of the data's first character in what was read. */
    static void check(ApplicationIdentifier ai, String value, int at, Gs1Errors errors) {
        int from = 0;
        for (Component component : ai.components()) {
            int length = Math.min(component.max(), value.length() - from);
            if (length == 0 && component.optional()) {
                break;
            }
            if (length < component.min()) {
                errors.add(ai.ai(), at + value.length(), "length");
                return;
            }
            int to = from + length;
            int outside = component.characters().firstOutside(value, from, to);
            if (outside >= 0) {
                errors.add(ai.ai(), at + outside, "characters");
                return;
            }
            test(component, ai.ai(), value, from, to, at, errors);
            from = to;
        }
        if (from < value.length()) {
            errors.add(ai.ai(), at + from, "length");
        }
    }

    /** Whether it is legal in every respect. */
    static boolean isLegal(ApplicationIdentifier ai, String value) {
        Gs1Errors errors = new Gs1Errors();
        check(ai, value, 0, errors);
        return errors.isEmpty();
    }

    private static void test(Component component, String ai, String value, int from, int to, int at, Gs1Errors errors) {
        if (component.tests().isEmpty()) {
            return;
        }
        String part = value.substring(from, to);
        for (SyntaxTest test : component.tests()) {
            if (!test.passes(part)) {
                errors.add(ai, at + from, test.wireName());
            }
        }
    }
}
