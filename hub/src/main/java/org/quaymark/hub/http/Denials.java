package org.quaymark.hub.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.quaymark.hub.identity.Caller;
import org.quaymark.hub.ledger.Ledger;
import org.quaymark.hub.ledger.LedgerEntry;
import org.quaymark.hub.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what known callers were denied (403, 404) onto the ledger: gathered by caller, route and status, one entry each ten
 * seconds at most, so that nobody can make the ledger grow by asking. Beyond {@value #MAX_KINDS} different ones within
 * that time only their number is kept.
 */
@Singleton
final class Denials {
    private static final Logger LOG = LoggerFactory.getLogger(Denials.class);
    private static final int MAX_KINDS = 200;
    private static final long EVERY_SECONDS = 10;

    private final Database database;
    private final Ledger ledger;
    private final Clock clock;
    private final Map<String, Long> gathered = new HashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "hub-denials");
        thread.setDaemon(true);
        return thread;
    });

    Denials(Database database, Ledger ledger, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    void start() {
        writer.scheduleWithFixedDelay(this::write, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void note(RoutingContext context, Problem problem) {
        if (problem.status() != 403 && problem.status() != 404) {
            return;
        }
        if (!(context.get(Caller.class.getName()) instanceof Caller caller)) {
            return;
        }
        String route = context.currentRoute() == null
                ? "?"
                : String.valueOf(context.currentRoute().getPath());
        String kind = caller.actor() + " " + context.request().method() + " " + route + " " + problem.status();
        synchronized (gathered) {
            gathered.merge(gathered.containsKey(kind) || gathered.size() < MAX_KINDS ? kind : "others", 1L, Long::sum);
        }
    }

    private void write() {
        Map<String, Object> denied;
        synchronized (gathered) {
            if (gathered.isEmpty()) {
                return;
            }
            denied = new HashMap<>(gathered);
            gathered.clear();
        }
        try {
            database.transact(connection ->
                    ledger.append(new LedgerEntry("denials", clock.instant(), "hub", Map.of("denied", denied))));
        } catch (RuntimeException e) {
            LOG.error("Denials could not be brought onto the ledger: {}", denied, e);
        }
    }

    @PreDestroy
    void stop() {
        writer.shutdown();
        write();
    }
}
