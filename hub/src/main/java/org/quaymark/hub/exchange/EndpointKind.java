package org.quaymark.hub.exchange;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whose an endpoint is. */
enum EndpointKind {
    CUSTOMS,
    PLATFORM,
    RIGHTS_HOLDER;

    private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');

    String wireName() {
        return wireName;
    }

    static @Nullable EndpointKind ofWireName(String wireName) {
        for (EndpointKind kind : values()) {
            if (kind.wireName.equals(wireName)) {
                return kind;
            }
        }
        return null;
    }
}
