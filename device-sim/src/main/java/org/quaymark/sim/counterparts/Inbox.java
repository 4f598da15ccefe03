package org.quaymark.sim.counterparts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.json.Json;

/**
 * Where one counterpart's messages arrive: what is not signed by the hub is refused, what came before is not handed on
 * again. Thread-safe.
 */
final class Inbox {
    private static final int REMEMBERED = 100_000;

    private final String name;
    private final WebhookSecret secret;
    private final Clock clock;
    private final Consumer<Alert> taken;
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, Integer> types = new LinkedHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private int received;

    Inbox(String name, WebhookSecret secret, Clock clock, Consumer<Alert> taken) {
        this.name = name;
        this.secret = secret;
        this.clock = clock;
        this.taken = taken;
    }

    /** What a sender is told. */
    record Answer(int status, String text) {}

    /** What a counterpart counts. */
    record Counts(int received, int repeated, int refused, Map<String, Integer> types) {}

    Answer take(@Nullable String id, @Nullable String timestamp, @Nullable String signature, byte[] body) {
        String refusal = secret.refusal(id, timestamp, signature, body, clock.instant());
        if (refusal != null || id == null) {
            refused.incrementAndGet();
            return new Answer(401, String.valueOf(refusal));
        }
        Alert alert;
        try {
            JsonNode event = Json.LENIENT.readTree(body);
            alert = Alert.of(name, id, event);
        } catch (IOException | IllegalArgumentException e) {
            refused.incrementAndGet();
            return new Answer(400, "not a CloudEvent: " + e.getMessage());
        }
        if (!isNew(id, alert)) {
            repeated.incrementAndGet();
            return new Answer(200, "known");
        }
        taken.accept(alert);
        return new Answer(202, "taken");
    }

    synchronized Counts counts() {
        return new Counts(received, repeated.get(), refused.get(), Map.copyOf(types));
    }

    private synchronized boolean isNew(String id, Alert alert) {
        if (!known.add(id)) {
            return false;
        }
        if (known.size() > REMEMBERED) {
            known.remove(known.iterator().next());
        }
        received++;
        types.merge(alert.type(), 1, Integer::sum);
        return true;
    }
}
