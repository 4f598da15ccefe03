package org.quaymark.inspection.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Several values to a key, in the order they came; the lists handed out never change. */
final class Index<V> {
    private final Map<String, List<V>> values = new ConcurrentHashMap<>();

    void add(String key, V value) {
        values.merge(key, List.of(value), (before, added) -> {
            List<V> joined = new ArrayList<>(before);
            joined.addAll(added);
            return List.copyOf(joined);
        });
    }

    void remove(String key, V value) {
        values.computeIfPresent(key, (k, before) -> {
            List<V> rest = new ArrayList<>(before);
            rest.remove(value);
            return rest.isEmpty() ? null : List.copyOf(rest);
        });
    }

    List<V> get(String key) {
        return values.getOrDefault(key, List.of());
    }
}
