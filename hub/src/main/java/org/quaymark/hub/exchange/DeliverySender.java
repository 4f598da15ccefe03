package org.quaymark.hub.exchange;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.Background;
import org.quaymark.hub.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox. Woken when this process wrote something, and looking by itself for what others wrote and for
 * what is due again. A slow endpoint holds up no other: each has at most a few messages at work.
 */
@Singleton
final class DeliverySender implements Background {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverySender.class);
    private static final int AT_WORK = 32;
    private static final int PER_ENDPOINT = 8;
    /** Longer than an attempt can take. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final long LOOK_MILLIS = 500;

    private final Database database;
    private final Deliveries deliveries;
    private final Endpoints endpoints;
    private final WebhookClient client;
    private final Outbox outbox;
    private final Vertx vertx;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, AtomicInteger> atWork = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();
    private final AtomicBoolean woken = new AtomicBoolean();
    private boolean failing;
    private @Nullable ScheduledFuture<?> looking;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "hub-exchange");
        thread.setDaemon(true);
        return thread;
    });

    DeliverySender(
            Database database,
            Deliveries deliveries,
            Endpoints endpoints,
            WebhookClient client,
            Outbox outbox,
            Vertx vertx,
            Clock clock) {
        this.database = database;
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.client = client;
        this.outbox = outbox;
        this.vertx = vertx;
        this.clock = clock;
    }

    @Override
    public void start() {
        outbox.listen(this::wake);
        looking = worker.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        if (looking != null) {
            looking.cancel(false);
        }
        Background.end(worker);
    }

    /** Has the outbox looked at soon. */
    void wake() {
        if (woken.compareAndSet(false, true) && !worker.isShutdown()) {
            worker.execute(this::look);
        }
    }

    private void look() {
        woken.set(false);
        try {
            while (!worker.isShutdown() && !sendDue().isEmpty()) {
                LOG.trace("there may be more");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("Looking for messages to send; trying on: {}", e.toString());
            }
            failing = true;
        }
    }

    /** Starts sending what is due, as much as there is room for; each future ends when its attempt is written down. */
    List<Future<?>> sendDue() {
        int room = AT_WORK - total.get();
        if (room <= 0) {
            return List.of();
        }
        List<String> busy = new ArrayList<>();
        atWork.forEach((endpoint, count) -> {
            if (count.get() >= PER_ENDPOINT) {
                busy.add(endpoint);
            }
        });
        List<Deliveries.Claimed> claimed = deliveries.claim(clock.instant(), LEASE, Math.min(room, PER_ENDPOINT), busy);
        List<Future<?>> sending = new ArrayList<>();
        for (Deliveries.Claimed one : claimed) {
            sending.add(send(one));
        }
        return sending;
    }

    /** Whether nothing is on its way. */
    boolean isIdle() {
        return total.get() == 0;
    }

    private Future<?> send(Deliveries.Claimed claimed) {
        AtomicInteger ofEndpoint = atWork.computeIfAbsent(claimed.endpoint().id(), id -> new AtomicInteger());
        ofEndpoint.incrementAndGet();
        total.incrementAndGet();
        return client.post(claimed.endpoint(), claimed.id(), claimed.body(), clock.instant())
                .compose(outcome -> vertx.executeBlocking(
                        () -> {
                            finish(claimed, outcome);
                            return outcome;
                        },
                        false))
                .onFailure(e -> LOG.warn("Writing down what became of message {}", claimed.id(), e))
                .onComplete(done -> {
                    ofEndpoint.decrementAndGet();
                    total.decrementAndGet();
                    wake();
                });
    }

    private void finish(Deliveries.Claimed claimed, WebhookClient.Outcome outcome) {
        Instant now = clock.instant();
        database.transact(connection -> {
            if (outcome.delivered()) {
                deliveries.finish(claimed, outcome, DeliveryState.DELIVERED, null, now);
                return;
            }
            if (outcome.gone()) {
                endpoints.disable(claimed.endpoint().id(), "it answered 410 (gone)", now);
                deliveries.finish(claimed, outcome, DeliveryState.FAILED, null, now);
                LOG.warn(
                        "Endpoint {} answered 410 and is disabled",
                        claimed.endpoint().id());
                return;
            }
            @Nullable Duration wait = RetrySchedule.waitAfter(claimed.attempt(), random);
            if (wait == null) {
                deliveries.finish(claimed, outcome, DeliveryState.FAILED, null, now);
                LOG.warn(
                        "Message {} to endpoint {} failed for good after {} attempts",
                        claimed.id(),
                        claimed.endpoint().id(),
                        claimed.attempt());
            } else {
                deliveries.finish(claimed, outcome, DeliveryState.WAITING, now.plus(wait), now);
            }
        });
    }
}
