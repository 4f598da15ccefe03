package org.quaymark.hub.detection;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.quaymark.hub.Background;
import org.quaymark.hub.casework.CaseAction;
import org.quaymark.hub.casework.Casework;
import org.quaymark.hub.casework.Request;
import org.quaymark.hub.http.Problem;
import org.quaymark.hub.storage.Changes;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes the case about a gap once the registry has what it lacked, whoever filled it in and at whichever hub. */
@Singleton
final class GapWatch implements Background {
    private static final Logger LOG = LoggerFactory.getLogger(GapWatch.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final int AT_ONCE = 100;
    private static final String REGISTRY = "registry";

    private final Database database;
    private final Casework casework;
    private final Changes changes;
    private long seen = -1;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "hub-gaps");
        thread.setDaemon(true);
        return thread;
    });

    GapWatch(Database database, Casework casework, Changes changes) {
        this.database = database;
        this.casework = casework;
        this.changes = changes;
    }

    private record Filled(String caseId, String record, long sequence) {}

    @Override
    public void start() {
        worker.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        Background.end(worker);
    }

    private void look() {
        long latest = changes.latest(REGISTRY);
        if (latest == seen) {
            return;
        }
        try {
            while (close() == AT_ONCE) {
                LOG.trace("there may be more");
            }
            seen = latest;
        } catch (RuntimeException e) {
            LOG.warn("Looking for gaps that were filled; trying on: {}", e.toString());
        }
    }

    /** Closes those that are filled, at most so many, and says how many that were. */
    int close() {
        List<Filled> filled = database.read(connection -> Sql.list(
                connection,
                "SELECT g.case_id, r.type, r.id, r.sequence FROM registry_gap g"
                        + " JOIN case_file f ON f.id = g.case_id AND f.gathers = 1"
                        + " JOIN registry_record r ON r.type = CASE WHEN g.lot IS NULL THEN 'product' ELSE 'batch' END"
                        + " AND r.id = CASE WHEN g.lot IS NULL THEN g.gtin ELSE g.gtin || ':' || g.lot END"
                        + " LIMIT " + AT_ONCE,
                row -> new Filled(row.getString(1), row.getString(2) + "/" + row.getString(3), row.getLong(4))));
        for (Filled gap : filled) {
            Map<String, String> detail = Map.of(
                    "record",
                    gap.record().substring(0, Math.min(300, gap.record().length())),
                    "change",
                    String.valueOf(gap.sequence()));
            try {
                casework.act(
                        gap.caseId(),
                        new Request(CaseAction.CLOSE_REGISTRY_GAP, "hub", "The registry has it now.", detail));
            } catch (Problem decided) {
                // somebody was faster, or has decided otherwise: it is his
                LOG.debug("Case {} takes no closing: {}", gap.caseId(), decided.detail());
            }
        }
        return filled.size();
    }
}
