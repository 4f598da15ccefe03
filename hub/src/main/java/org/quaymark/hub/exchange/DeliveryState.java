package org.quaymark.hub.exchange;

import java.util.Locale;

/** The fate of a message. */
enum DeliveryState {
    /** To be sent, for the first time or again. */
    WAITING,
    /** The endpoint took it. */
    DELIVERED,
    /** The endpoint did not take it, and it is not tried again by itself. */
    FAILED;

    /** As stored and as the API writes it. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryState ofWireName(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
