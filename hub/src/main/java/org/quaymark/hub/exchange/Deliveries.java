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

    Deliveries(Database database) {
        this.database = database;
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

    void insert(
            Connection connection, String id, String endpoint, String caseId, Moment moment, String body, Instant now)
            throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO exchange_delivery (id, endpoint, case_id, type, body, state, attempts, created, updated,"
                        + " due, leased_until) VALUES (?,?,?,?,?,?,0,?,?,?,?)",
                id,
                endpoint,
                caseId,
                moment.eventType(),
                body,
                DeliveryState.WAITING.wireName(),
                now,
                now,
                now,
                Instant.EPOCH);
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
                    "SELECT " + Endpoints.COLUMNS + ", d.id, d.case_id, d.body, d.attempts FROM exchange_delivery d"
                            + " JOIN exchange_endpoint e ON e.id = d.endpoint WHERE d.state = 'waiting'"
                            + " AND d.due <= ? AND d.leased_until <= ? AND e.enabled = 1" + others
                            + " ORDER BY d.due LIMIT ?" + (lock.isEmpty() ? "" : lock.replace("UPDATE", "UPDATE OF d")),
                    row -> new Claimed(
                            row.getString(8),
                            row.getString(9),
                            row.getString(10),
                            row.getInt(11) + 1,
                            Endpoints.endpoint(row)),
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
            Connection connection,
            Claimed claimed,
            WebhookClient.Outcome outcome,
            DeliveryState state,
            @Nullable Instant due,
            Instant now)
            throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO exchange_attempt (delivery, number, at, status, error, answer, millis)"
                        + " VALUES (?,?,?,?,?,?,?) ON CONFLICT DO NOTHING",
                claimed.id(),
                claimed.attempt(),
                now,
                outcome.status() == 0 ? null : outcome.status(),
                outcome.error(),
                outcome.answer(),
                outcome.millis());
        // an attempt that outlived its lease must not undo what a later one wrote
        Sql.update(
                connection,
                "UPDATE exchange_delivery SET state = ?, due = ?, leased_until = ?, updated = ?"
                        + " WHERE id = ? AND attempts = ? AND state = 'waiting'",
                state.wireName(),
                due == null ? now : due,
                Instant.EPOCH,
                now,
                claimed.id(),
                claimed.attempt());
    }

    /** Has a message sent again now, from the start of its schedule; false where there is none of that id. */
    boolean again(Connection connection, String id, Instant now) throws SQLException {
        // attempts go on counting: their log is keyed by number
        return Sql.update(
                        connection,
                        "UPDATE exchange_delivery SET state = 'waiting', due = ?, leased_until = ?, updated = ?"
                                + " WHERE id = ?",
                        now,
                        Instant.EPOCH,
                        now,
                        id)
                == 1;
    }

    @Nullable
    Delivery find(String id) {
        return database.find(connection -> Sql.first(
                connection, "SELECT " + COLUMNS + " FROM exchange_delivery WHERE id = ?", Deliveries::delivery, id));
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
    List<Attempt> attempts(String id) {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT number, at, status, error, millis FROM exchange_attempt WHERE delivery = ? ORDER BY number"
                        + " LIMIT 1000",
                row -> new Attempt(
                        row.getInt(1), Sql.instant(row.getLong(2)), row.getInt(3), row.getString(4), row.getLong(5)),
                id));
    }

    /**
     * An attempt.
     *
     * @param status of the answer, 0 where none came
     */
    record Attempt(
            int number, Instant at, int status, @Nullable String error, long millis) {}

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
