package org.quaymark.inspection.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line with {@code "deleted":true}. Only the key's fields are looked at.
 *
 * @param key what is removed
 * @param serials for {@link RecordType#SERIALS} the units removed one by one or as a range; null for every other type
 */
public record Deletion(RegistryKey key, @Nullable Units serials) implements RegistryLine {
    public Deletion(RegistryKey key) {
        this(key, null);
    }

    /**
     * Single units of a product.
     *
     * @param gtin 14 digits
     * @param listed serials named one by one, empty where a range is given
     * @param from first serial of a consecutive range, null where they are listed
     * @param to last serial of the range, inclusive
     */
    public record Units(
            String gtin,
            List<String> listed,
            @Nullable String from,
            @Nullable String to) {
        public Units {
            listed = List.copyOf(listed);
        }
    }
}
