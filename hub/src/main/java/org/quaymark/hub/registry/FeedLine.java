package org.quaymark.hub.registry;

import java.time.Instant;
import org.quaymark.inspection.registry.RegistryLine;
import org.quaymark.process.json.InvalidLine;
import org.quaymark.process.json.Json;
import org.quaymark.process.json.RegistryJson;

/** A line of the feed, as it is chained, stored and sent. */
final class FeedLine {
    private static final String RECORD = ",\"record\":";

    private FeedLine() {}

    static String of(long sequence, Instant at, String record) {
        return "{\"sequence\":" + sequence + ",\"at\":\"" + Json.millis(at) + "\"" + RECORD + record + "}";
    }

    /** What a stored line says. */
    static RegistryLine read(String wire) {
        int start = wire.indexOf(RECORD) + RECORD.length();
        try {
            return RegistryJson.read(wire.substring(start, wire.length() - 1));
        } catch (InvalidLine e) {
            throw new IllegalStateException("a line of the feed cannot be read", e);
        }
    }
}
