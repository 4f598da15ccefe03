package org.quaymark.edge.scanner;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.DeadLetter;
import org.quaymark.process.json.Json;

/** Makes a dead letter of a message, and a message of a dead letter. */
final class Letters {
    private Letters() {}

    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    private record Properties(
            @Nullable String contentType,
            Map<String, String> user,
            @Nullable String responseTopic,
            byte @Nullable [] correlationData) {}

    static DeadLetter of(Incoming message, String reason) {
        Properties properties = new Properties(
                message.contentType(), message.properties(), message.responseTopic(), message.correlationData());
        try {
            return new DeadLetter(
                    0,
                    message.arrived(),
                    message.topic(),
                    message.payload(),
                    Json.LENIENT.writeValueAsString(properties),
                    reason.length() > Incoming.TOLD ? reason.substring(0, Incoming.TOLD) : reason,
                    2);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing the properties of a message", e);
        }
    }

    static Incoming message(DeadLetter letter, Instant now, Delivery delivery) {
        Properties properties;
        try {
            properties = Json.LENIENT.readValue(letter.properties(), Properties.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reading the properties of dead letter " + letter.id(), e);
        }
        return new Incoming(
                letter.topic(),
                letter.payload(),
                letter.payload().length,
                true,
                properties.contentType(),
                properties.user(),
                properties.responseTopic(),
                properties.correlationData(),
                now,
                System.nanoTime(),
                delivery);
    }
}
