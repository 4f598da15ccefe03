package org.quaymark.edge.registry;

import java.util.List;
import java.util.stream.Stream;

/** A map from a key to everything that names it, immutable as {@link LayeredMap}. */
final class GroupedMap<V> {
    private final LayeredMap<List<V>> groups;

    private GroupedMap(LayeredMap<List<V>> groups) {
        this.groups = groups;
    }

    static <V> GroupedMap<V> empty() {
        return new GroupedMap<>(LayeredMap.empty());
    }

    List<V> get(String key) {
        List<V> group = groups.get(key);
        return group == null ? List.of() : group;
    }

    Edit<V> edit() {
        return new Edit<>(groups.edit());
    }

    /** A copy in the making. Not thread-safe. */
    static final class Edit<V> {
        private final LayeredMap.Edit<List<V>> groups;

        private Edit(LayeredMap.Edit<List<V>> groups) {
            this.groups = groups;
        }

        void add(String key, V value) {
            List<V> group = groups.get(key);
            groups.put(
                    key,
                    group == null
                            ? List.of(value)
                            : Stream.concat(group.stream(), Stream.of(value)).toList());
        }

        void remove(String key, V value) {
            List<V> group = groups.get(key);
            if (group == null) {
                return;
            }
            List<V> rest = group.stream().filter(v -> !v.equals(value)).toList();
            if (rest.isEmpty()) {
                groups.remove(key);
            } else {
                groups.put(key, rest);
            }
        }

        GroupedMap<V> done() {
            return new GroupedMap<>(groups.done());
        }
    }
}
