package org.quaymark.inspection.gs1;

import java.util.ArrayList;
import java.util.List;

/** Which AIs need one another and which never come together (GenSpecs 4.13). */
final class Associations {
    private Associations() {}

    static List<Gs1Error> errors(List<Element> elements) {
        List<Gs1Error> errors = new ArrayList<>(0);
        for (Element element : elements) {
            ApplicationIdentifier ai = AiTable.INSTANCE.find(element.ai());
            if (ai == null) {
                continue;
            }
            for (List<List<String>> group : ai.required()) {
                if (group.stream().noneMatch(together -> hasAll(elements, together))) {
                    errors.add(new Gs1Error(ai.ai(), element.position(), "required"));
                }
            }
            for (String excluded : ai.excluded()) {
                if (elements.stream().anyMatch(e -> !e.ai().equals(ai.ai()) && matches(e.ai(), excluded))) {
                    errors.add(new Gs1Error(ai.ai(), element.position(), "excluded"));
                }
            }
        }
        return errors;
    }

    private static boolean hasAll(List<Element> elements, List<String> patterns) {
        return patterns.stream().allMatch(p -> elements.stream().anyMatch(e -> matches(e.ai(), p)));
    }

    /** A pattern is an AI in which {@code n} stands for any digit. */
    private static boolean matches(String ai, String pattern) {
        if (ai.length() != pattern.length()) {
            return false;
        }
        for (int i = 0; i < ai.length(); i++) {
            if (pattern.charAt(i) != 'n' && pattern.charAt(i) != ai.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
