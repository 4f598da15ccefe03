package org.quaymark.edge.scanner;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One MQTT message as it arrived.
 *
 * @param payload at most {@link #LARGEST} bytes; of a larger one only the beginning was kept
 * @param size how large it was
 * @param duplicate the broker says that it was delivered before and not acknowledged
 * @param properties the MQTT 5 user properties, lower case; the last one of a name
 * @param arrivedNanos {@link System#nanoTime()} at its arrival
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and copying megabytes would help nobody
record Incoming(
        String topic,
        byte[] payload,
        int size,
        boolean duplicate,
        @Nullable String contentType,
        Map<String, String> properties,
        @Nullable String responseTopic,
        byte @Nullable [] correlationData,
        Instant arrived,
        long arrivedNanos,
        Delivery delivery) {
    /** The largest payload taken, in bytes (interfaces.md 2.1). */
    static final int LARGEST = 8 * 1024 * 1024;
    /** How much of a refused payload is told. */
    static final int TOLD = 1024;
}
