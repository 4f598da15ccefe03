package org.quaymark.hub.exchange;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.casework.CaseMessages.Sent;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;

/** Messages in the database. */
@Singleton
final class Deliveries {
    private static final String COLUMNS = "id, endpoint, case_id, type, state, attempts, created, updated, due";

    private final Database database;
    private final DeliveryRows rows;
    private final AttemptRows attempts;
    private final Endpoints endpoints;

    Deliveries(Database database, DeliveryRows rows, AttemptRows attempts, Endpoints endpoints) {
        this.database = database;
        this.rows = rows;
        this.attempts = attempts;
        this.endpoints = endpoints;
    }

    /** A message that this process has the lease of, and where it goes. */
    record Claimed(String id, String caseId, String body, int attempt, Endpoint endpoint) {}

    /** Which messages. */
    record Filter(
            @Nullable String endpoint,
            @Nullable String caseId,
            @Nullable DeliveryState state,
            @Nullable String after,
            int limit) {}

    void insert(String id, String endpoint, String caseId, Moment moment, String body, Instant now) {
        rows.insert(new DeliveryRow(
                id,
                endpoint,
                caseId,
                moment.eventType(),
                body,
                DeliveryState.WAITING.wireName(),
                0,
                now,
                now,
                now,
                Instant.EPOCH));
    }

    /**
     * Takes the lease of messages that are due and nobody else is sending, and counts an attempt for each. What a process
     * took and did not finish is due again when the lease runs out.
     *
     * @param busy endpoints that have enough at work
     */
    List<Claimed> claim(Instant now, Duration lease, int limit, Collection<String> busy) {
        return database.inTransaction(connection -> {
            List<Object> parameters = new ArrayList<>(List.of(now, now));
            String others = "";
            if (!busy.isEmpty()) {
                others = " AND d.endpoint NOT IN (" + Sql.marks(busy.size()) + ")";
                parameters.addAll(busy);
            }
            parameters.add(limit);
            String lock = database.engine().skipLocked();
            List<Claimed> due = Sql.list(
                    connection,
                    "SELECT d.id, d.case_id, d.body, d.attempts, d.endpoint FROM exchange_delivery d"
                            + " JOIN exchange_endpoint e ON e.id = d.endpoint WHERE d.state = 'waiting'"
                            + " AND d.due <= ? AND d.leased_until <= ? AND e.enabled = 1" + others
                            + " ORDER BY d.due LIMIT ?" + (lock.isEmpty() ? "" : lock.replace("UPDATE", "UPDATE OF d")),
                    row -> new Claimed(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getInt(4) + 1,
                            endpoints.findById(row.getString(5)).orElseThrow().endpoint()),
                    parameters.toArray());
            for (Claimed claimed : due) {
                Sql.update(
                        connection,
                        "UPDATE exchange_delivery SET leased_until = ?, attempts = ?, updated = ? WHERE id = ?",
                        now.plus(lease),
                        claimed.attempt(),
                        now,
                        claimed.id());
            }
            return due;
        });
    }

    /** Writes down what an attempt came to. */
    void finish(
            Claimed claimed, WebhookClient.Outcome outcome, DeliveryState state, @Nullable Instant due, Instant now) {
        attempts.offer(new AttemptRow(
                claimed.id(),
                claimed.attempt(),
                now,
                outcome.status() == 0 ? null : outcome.status(),
                outcome.error(),
                outcome.answer(),
                outcome.millis()));
        rows.finish(claimed.id(), claimed.attempt(), state.wireName(), due == null ? now : due, now);
    }

    /** Has a message sent again now, from the start of its schedule; false where there is none of that id. */
    boolean again(String id, Instant now) {
        return rows.again(id, now) == 1;
    }

    @Nullable
    Delivery find(String id) {
        return rows.findById(id).map(DeliveryRow::delivery).orElse(null);
    }

    List<Delivery> list(Filter filter) {
        StringBuilder sql = new StringBuilder("SELECT " + COLUMNS + " FROM exchange_delivery WHERE 1 = 1");
        List<Object> parameters = new ArrayList<>();
        equal(sql, parameters, "endpoint", filter.endpoint());
        equal(sql, parameters, "case_id", filter.caseId());
        equal(
                sql,
                parameters,
                "state",
                filter.state() == null ? null : filter.state().wireName());
        if (filter.after() != null) {
            sql.append(" AND (created, id) < (SELECT created, id FROM exchange_delivery WHERE id = ?)");
            parameters.add(filter.after());
        }
        sql.append(" ORDER BY created DESC, id DESC LIMIT ?");
        parameters.add(filter.limit());
        return database.read(
                connection -> Sql.list(connection, sql.toString(), Deliveries::delivery, parameters.toArray()));
    }

    /** What was sent for a case, the oldest first. */
    List<Sent> ofCase(Connection connection, String caseId) throws SQLException {
        return Sql.list(
                connection,
                "SELECT id, endpoint, state FROM exchange_delivery WHERE case_id = ? ORDER BY created, id LIMIT 1000",
                row -> new Sent(row.getString(1), row.getString(2), row.getString(3)),
                caseId);
    }

    /** The attempts of a message, the oldest first. */
    List<AttemptRow> attempts(String id) {
        return attempts.findTop1000ByDeliveryOrderByNumber(id);
    }

    private static void equal(StringBuilder sql, List<Object> parameters, String column, @Nullable String value) {
        if (value != null) {
            sql.append(" AND ").append(column).append(" = ?");
            parameters.add(value);
        }
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                DeliveryState.ofWireName(row.getString(5)),
                row.getInt(6),
                Sql.instant(row.getLong(7)),
                Sql.instant(row.getLong(8)),
                Sql.instant(row.getLong(9)));
    }
}
