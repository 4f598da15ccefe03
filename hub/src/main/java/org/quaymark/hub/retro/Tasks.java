package org.quaymark.hub.retro;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Ids;
import org.quaymark.hub.storage.Sql;

/**
 * What is still to be decided again. Equal hub processes take it in turns: whoever claims a task has it until the lease ends,
 * and one that died leaves it to the others. The task that had least done for it goes first, so that a recall of three parcels
 * does not wait for one of a hundred thousand.
 */
@Singleton
final class Tasks {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final String COLUMNS =
            "id, sequence, touched, expected, done, after_edge, after_generation, after_sequence";

    private final Database database;
    private final Ids ids;
    private final Clock clock;

    Tasks(Database database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Puts one down, in the open transaction. */
    void add(Connection connection, long sequence, Touched touched, long expected) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO retro_task (" + COLUMNS
                        + ", chunks, lease, leased_until) VALUES (?,?,?,?,0,'',0,0,0,NULL,0)",
                ids.next(),
                sequence,
                touched.json(),
                expected);
    }

    /** One that nobody works on, claimed; null where there is none. */
    @Nullable
    Task claim() {
        Instant now = clock.instant();
        String lease = ids.next();
        return database.findInTransaction(connection -> {
            Task task = Sql.first(
                    connection,
                    "SELECT " + COLUMNS
                            + " FROM retro_task WHERE leased_until < ? ORDER BY chunks, sequence, id LIMIT 1"
                            + database.engine().skipLocked(),
                    row -> task(row, lease),
                    now);
            if (task != null) {
                Sql.update(
                        connection,
                        "UPDATE retro_task SET lease = ?, leased_until = ? WHERE id = ?",
                        lease,
                        now.plus(LEASE),
                        task.id());
            }
            return task;
        });
    }

    /** Notes that a task got so far, and gives it back, in the open transaction; nothing where somebody else has it by now. */
    void advance(Connection connection, Task task, SightingKey after, int count) throws SQLException {
        Sql.update(
                connection,
                "UPDATE retro_task SET after_edge = ?, after_generation = ?, after_sequence = ?, done = done + ?,"
                        + " chunks = chunks + 1, lease = NULL, leased_until = 0 WHERE id = ? AND lease = ?",
                after.edge(),
                after.generation(),
                after.sequence(),
                count,
                task.id(),
                task.lease());
    }

    /** Takes a task away that is done, in the open transaction. */
    void done(Connection connection, Task task) throws SQLException {
        Sql.update(connection, "DELETE FROM retro_task WHERE id = ? AND lease = ?", task.id(), task.lease());
    }

    /** Gives a task back that failed, to be tried again when its turn comes. */
    void giveBack(Task task, Duration after) {
        database.transact(connection -> Sql.update(
                connection,
                "UPDATE retro_task SET chunks = chunks + 1, lease = NULL, leased_until = ? WHERE id = ? AND lease = ?",
                clock.instant().plus(after),
                task.id(),
                task.lease()));
    }

    /** Those there are, the ones next in turn first, and at most so many. */
    List<Task> waiting(int limit) {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT " + COLUMNS + " FROM retro_task ORDER BY chunks, sequence, id LIMIT ?",
                row -> task(row, ""),
                limit));
    }

    /** How many tasks there are, and how many sightings are left in them. */
    record Left(long tasks, long sightings) {}

    Left left() {
        Left left = database.find(connection -> Sql.first(
                connection,
                "SELECT COUNT(*), COALESCE(SUM(CASE WHEN expected > done THEN expected - done ELSE 1 END), 0)"
                        + " FROM retro_task",
                row -> new Left(row.getLong(1), row.getLong(2))));
        return left == null ? new Left(0, 0) : left;
    }

    private static Task task(ResultSet row, String lease) throws SQLException {
        return new Task(
                row.getString("id"),
                row.getLong("sequence"),
                Touched.of(row.getString("touched")),
                new SightingKey(
                        row.getString("after_edge"), row.getInt("after_generation"), row.getLong("after_sequence")),
                row.getLong("expected"),
                row.getLong("done"),
                lease);
    }
}
