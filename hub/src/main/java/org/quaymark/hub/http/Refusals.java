package org.quaymark.hub.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.identity.Caller;
import org.quaymark.hub.ledger.Ledger;
import org.quaymark.hub.ledger.LedgerEntry;
import org.quaymark.hub.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what was refused onto the ledger and into the metrics: what known callers may not do (403, 404), what does not prove
 * who it is, comes again from another time, or comes too often (401, 403, 429). Gathered by caller, route and kind, one entry
 * each ten seconds at most, so that nobody can make the ledger grow by asking. Beyond {@value #MAX_KINDS} different ones
 * within that time only their number is kept.
 */
@Singleton
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int MAX_KINDS = 200;
    private static final long EVERY_SECONDS = 10;

    private final Database database;
    private final Ledger ledger;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Map<String, Long> gathered = new HashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "hub-refusals");
        thread.setDaemon(true);
        return thread;
    });

    Refusals(Database database, Ledger ledger, MeterRegistry metrics, Clock clock) {
        this.database = database;
        this.metrics = metrics;
        this.ledger = ledger;
        this.clock = clock;
    }

    void start() {
        writer.scheduleWithFixedDelay(this::write, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void note(RoutingContext context, Problem problem) {
        Caller caller = context.get(Caller.class.getName());
        if (isOfInterest(context, caller, problem.status())) {
            note(who(context, caller), context, problem.kind());
        }
    }

    /** A refusal that is no problem but a page. */
    void note(RoutingContext context, int status) {
        if (status == 401 || status == 429) {
            note(who(context, context.get(Caller.class.getName())), context, "page-" + status);
        }
    }

    private static boolean isOfInterest(RoutingContext context, @Nullable Caller caller, int status) {
        return switch (status) {
            case 403, 429 -> true;
            case 404 -> caller != null;
            // who offers nothing at all has only not logged in yet
            case 401 ->
                context.request().headers().contains("Signature-Input")
                        || context.request().headers().contains("Authorization")
                        || Authentication.changes(context.request().method());
            default -> false;
        };
    }

    private static String who(RoutingContext context, @Nullable Caller caller) {
        if (caller != null) {
            return caller.actor();
        }
        Budgets.Arrival arrival = context.get(Budgets.Arrival.class.getName());
        return "address:" + (arrival == null ? "?" : arrival.address()) + Authentication.claimedEdge(context.request());
    }

    private void note(String who, RoutingContext context, String kind) {
        metrics.counter("quaymark.http.refusals", "kind", kind).increment();
        String route = context.currentRoute() == null
                ? "?"
                : String.valueOf(context.currentRoute().getPath());
        String line = who + " " + context.request().method() + " " + route + " " + kind;
        synchronized (gathered) {
            gathered.merge(gathered.containsKey(line) || gathered.size() < MAX_KINDS ? line : "others", 1L, Long::sum);
        }
    }

    void write() {
        Map<String, Object> refused;
        synchronized (gathered) {
            if (gathered.isEmpty()) {
                return;
            }
            refused = new HashMap<>(gathered);
            gathered.clear();
        }
        try {
            database.transact(connection ->
                    ledger.append(new LedgerEntry("refusals", clock.instant(), "hub", Map.of("refused", refused))));
        } catch (RuntimeException e) {
            LOG.error("Refusals could not be brought onto the ledger: {}", refused, e);
        }
    }

    @PreDestroy
    void stop() {
        writer.shutdown();
        write();
    }
}
