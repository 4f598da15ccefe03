package org.quaymark.inspection.registry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The {@code type} of a registry line. */
public enum RecordType {
    PARTY,
    PREFIX,
    SITE,
    RIGHT,
    RECORDATION,
    PRODUCT,
    BATCH,
    SERIALS,
    LICENCE,
    MANIFEST,
    INTERCEPTION;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** As written in a registry line and in the API's paths: {@code product}. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The type of that wire name, or null where there is none. */
    public static @Nullable RecordType ofWireName(String wireName) {
        for (RecordType type : values()) {
            if (type.wireName.equals(wireName)) {
                return type;
            }
        }
        return null;
    }
}
