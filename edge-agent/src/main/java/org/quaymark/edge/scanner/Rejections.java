package org.quaymark.edge.scanner;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.LongAdder;
import org.quaymark.process.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says on the site's rejected topic what could not be taken as a scan. Thread-safe. */
public final class Rejections {
    private static final Logger log = LoggerFactory.getLogger(Rejections.class);

    private final Topics topics;
    private final LongAdder count = new LongAdder();

    Rejections(Topics topics) {
        this.topics = topics;
    }

    /** How many messages were rejected since the process started. */
    public long count() {
        return count.sum();
    }

    Outgoing reject(Incoming message, String reason) {
        count.increment();
        log.info("Rejected a message on {}: {}", message.topic(), reason);
        byte[] payload = message.payload();
        byte[] told = payload.length > Incoming.TOLD ? Arrays.copyOf(payload, Incoming.TOLD) : payload;
        Rejected rejected =
                new Rejected(message.topic(), reason, Base64.getEncoder().encodeToString(told));
        try {
            return Outgoing.of(topics.rejected(), Json.LENIENT.writeValueAsBytes(rejected));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing a rejection", e);
        }
    }

    /** The message on the rejected topic. */
    record Rejected(String topic, String reason, String payload) {}
}
