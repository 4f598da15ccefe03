package org.quaymark.edge.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map that makes a changed copy cheaply: a large base that copies share, and the changes since over it.
 * Lookups take two looks at most.
 */
final class LayeredMap<V> {
    private static final int MIN_CHANGES_TO_MERGE = 2_048;

    private final Map<String, V> base;
    private final Map<String, Optional<V>> changes;

    private LayeredMap(Map<String, V> base, Map<String, Optional<V>> changes) {
        this.base = base;
        this.changes = changes;
    }

    static <V> LayeredMap<V> empty() {
        return new LayeredMap<>(Map.of(), Map.of());
    }

    @Nullable
    V get(String key) {
        if (!changes.isEmpty()) {
            Optional<V> changed = changes.get(key);
            if (changed != null) {
                return changed.orElse(null);
            }
        }
        return base.get(key);
    }

    Edit<V> edit() {
        return new Edit<>(this);
    }

    /** A copy in the making. Not thread-safe. */
    static final class Edit<V> {
        private final LayeredMap<V> from;
        private final Map<String, Optional<V>> edits = new HashMap<>();

        private Edit(LayeredMap<V> from) {
            this.from = from;
        }

        @Nullable
        V get(String key) {
            Optional<V> edited = edits.get(key);
            return edited != null ? edited.orElse(null) : from.get(key);
        }

        void put(String key, V value) {
            edits.put(key, Optional.of(value));
        }

        void remove(String key) {
            edits.put(key, Optional.empty());
        }

        LayeredMap<V> done() {
            if (edits.isEmpty()) {
                return from;
            }
            Map<String, Optional<V>> changes = new HashMap<>(from.changes);
            changes.putAll(edits);
            if (changes.size() < Math.max(MIN_CHANGES_TO_MERGE, from.base.size() / 32)) {
                return new LayeredMap<>(from.base, changes);
            }
            Map<String, V> merged = new HashMap<>(from.base);
            changes.forEach((key, value) ->
                    value.ifPresentOrElse(present -> merged.put(key, present), () -> merged.remove(key)));
            return new LayeredMap<>(merged, Map.of());
        }
    }
}
