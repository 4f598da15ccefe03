package org.quaymark.inspection.gs1;

import java.util.List;

/**
 * A part of an AI's data field.
 *
 * @param max most characters; a part of fixed length has {@code min} of them too
 * @param tests names of the GS1 syntax tests its content passes
 */
record Component(CharacterSet characters, int min, int max, boolean optional, List<SyntaxTest> tests) {

    /** From the table's notation: {@code N6:yymmd0}, {@code X..20}, optional parts with a question mark before. */
    static Component parse(String text) {
        boolean optional = text.startsWith("?");
        String[] parts = (optional ? text.substring(1) : text).split(":");
        CharacterSet characters = CharacterSet.valueOf(parts[0].substring(0, 1));
        String length = parts[0].substring(1);
        boolean variable = length.startsWith("..");
        int max = Integer.parseInt(variable ? length.substring(2) : length);
        List<SyntaxTest> tests = List.of(parts).subList(1, parts.length).stream()
                .map(SyntaxTest::named)
                .toList();
        return new Component(characters, variable ? 1 : max, max, optional, tests);
    }
}
