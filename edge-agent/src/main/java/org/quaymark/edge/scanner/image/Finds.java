package org.quaymark.edge.scanner.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quaymark.inspection.reading.Code;

/** What was found on one image so far, each code once, with the rung that found it first. Used by one thread. */
final class Finds {
    static final int MOST_CODES = 64;

    private final Map<Code, Found> found = new LinkedHashMap<>();
    private String rung = "";

    /** From now on that rung finds. */
    void on(String name) {
        rung = name;
    }

    void add(Symbol symbol) {
        if (found.size() < MOST_CODES && !symbol.text().isEmpty()) {
            found.putIfAbsent(symbol.code(), new Found(symbol.code(), symbol.text(), rung));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    int size() {
        return found.size();
    }

    List<Found> all() {
        return new ArrayList<>(found.values());
    }
}
