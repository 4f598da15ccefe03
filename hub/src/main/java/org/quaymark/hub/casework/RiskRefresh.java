package org.quaymark.hub.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.Background;
import org.quaymark.hub.storage.Changes;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;
import org.quaymark.process.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the risk of the undecided cases again after others were decided. Nothing waits for it: a list in an order that is
 * some seconds old is a list all the same.
 */
@Singleton
final class RiskRefresh implements Background {
    private static final Logger LOG = LoggerFactory.getLogger(RiskRefresh.class);
    private static final long EVERY_SECONDS = 10;
    /** Undecided cases that are looked at, the newest: a list that long is not worked through by its order. */
    static final int MOST = 1_000;

    private final Database database;
    private final Risks risks;
    private final Changes changes;
    private long seen = -1;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "hub-risk");
        thread.setDaemon(true);
        return thread;
    });

    RiskRefresh(Database database, Risks risks, Changes changes) {
        this.database = database;
        this.risks = risks;
        this.changes = changes;
    }

    private record Open(
            String id,
            @Nullable String consignor,
            @Nullable String lane,
            @Nullable String code,
            int risk,
            String signals) {}

    @Override
    public void start() {
        worker.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        Background.end(worker);
    }

    private void look() {
        long latest = changes.latest(CaseEvents.HEAD);
        if (latest == seen) {
            return;
        }
        try {
            refresh();
            seen = latest;
        } catch (RuntimeException e) {
            LOG.warn("Reading risks again; trying on: {}", e.toString());
        }
    }

    /** Reads them all again and writes those down that differ. */
    void refresh() {
        List<@Nullable Object[]> changed = database.read(connection -> {
            List<Open> open = Sql.list(
                    connection,
                    "SELECT id, consignor, lane, code, risk, risk_signals FROM case_file WHERE gathers = 1"
                            + " ORDER BY opened DESC, id DESC LIMIT ?",
                    row -> new Open(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getInt(5),
                            row.getString(6)),
                    MOST);
            List<@Nullable Object[]> differing = new ArrayList<>();
            for (Open file : open) {
                Risk risk = risks.of(connection, file.consignor(), file.lane(), file.code());
                String signals = json(risk.signals());
                if (risk.score() != file.risk() || !Objects.equals(signals, file.signals())) {
                    differing.add(new @Nullable Object[] {risk.score(), signals, file.id()});
                }
            }
            return differing;
        });
        for (@Nullable Object[] row : changed) {
            // one by one: nobody who works on a case waits for all of them
            database.transact(connection ->
                    Sql.update(connection, "UPDATE case_file SET risk = ?, risk_signals = ? WHERE id = ?", row));
        }
    }

    private static String json(Object value) {
        try {
            return Json.STRICT.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing signals of risk", e);
        }
    }
}
