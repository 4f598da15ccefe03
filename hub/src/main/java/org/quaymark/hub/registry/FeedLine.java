package org.quaymark.hub.registry;

import java.time.Instant;
import org.quaymark.process.json.Json;

/** A line of the feed, as it is chained, stored and sent. */
final class FeedLine {
    private FeedLine() {}

    static String of(long sequence, Instant at, String record) {
        return "{\"sequence\":" + sequence + ",\"at\":\"" + Json.millis(at) + "\",\"record\":" + record + "}";
    }
}
