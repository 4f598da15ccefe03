package org.quaymark.edge.scanner;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What becomes of a dead letter that is tried again: answered on the connection there is at the moment, or failed again. */
final class Retry implements Delivery {
    private final @Nullable MqttConnection connection;
    private final CompletableFuture<@Nullable String> outcome = new CompletableFuture<>();

    Retry(@Nullable MqttConnection connection) {
        this.connection = connection;
    }

    /** Null where it was answered, else why not. */
    CompletableFuture<@Nullable String> outcome() {
        return outcome;
    }

    @Override
    public boolean isRetry() {
        return true;
    }

    @Override
    public void answer(List<Outgoing> answers) {
        if (connection == null) {
            outcome.complete("no connection to the broker");
            return;
        }
        AtomicInteger left = new AtomicInteger(answers.size());
        for (Outgoing answer : answers) {
            connection.publish(answer, (message, done) -> {
                if (!done) {
                    outcome.complete("the answer did not get through");
                } else if (left.decrementAndGet() == 0) {
                    outcome.complete(null);
                }
            });
        }
    }

    @Override
    public void failed(String what, Throwable cause) {
        outcome.complete("processing failed: " + cause);
    }
}
