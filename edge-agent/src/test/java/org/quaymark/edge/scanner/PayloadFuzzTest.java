package org.quaymark.edge.scanner;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.HostileInput;

/** Whatever the payload of a scan is, taking it apart ends soon and throws nothing but the refusal that its sender is told. */
class PayloadFuzzTest {
    private static final HostileInput INPUT = new HostileInput(Duration.ofMillis(100));
    private static final Delivery NOWHERE = new Delivery() {
        @Override
        public void answer(List<Outgoing> answers) {}

        @Override
        public void failed(String what, Throwable cause) {}
    };
    private static final Map<String, String> BINARY =
            Map.of("specversion", "1.0", "id", "1", "source", "/a", "type", "org.quaymark.scan");

    @FuzzTest(maxDuration = "150s")
    void takesAnythingApart(byte[] payload) {
        INPUT.handle(() -> {
            take(message(payload, null, Map.of()));
            take(message(payload, "application/cloudevents+json", Map.of()));
            take(message(payload, "application/json", BINARY));
        });
    }

    private static void take(Incoming message) {
        try {
            PayloadReader.scan(message);
        } catch (NoScan refusal) {
            if (refusal.reason().isBlank()) {
                throw new AssertionError("refused without a reason", refusal);
            }
        }
    }

    private static Incoming message(byte[] payload, @Nullable String contentType, Map<String, String> properties) {
        return new Incoming(
                "quaymark/v1/S/d/v/scan",
                payload,
                payload.length,
                false,
                contentType,
                properties,
                null,
                null,
                Instant.EPOCH,
                0,
                NOWHERE);
    }
}
