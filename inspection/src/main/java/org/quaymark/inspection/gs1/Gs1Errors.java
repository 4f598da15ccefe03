package org.quaymark.inspection.gs1;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Errors in the order they are found; costs nothing while there are none. */
final class Gs1Errors {
    private List<Gs1Error> found = List.of();

    void add(@Nullable String ai, int position, String rule) {
        if (found.isEmpty()) {
            found = new ArrayList<>();
        }
        found.add(new Gs1Error(ai, position, rule));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Gs1Error> list() {
        return found;
    }
}
