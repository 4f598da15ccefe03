package org.quaymark.hub.storage;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The heads of the hub's own logs, one row each in {@code head}. Whoever numbers an entry holds its log's row locked
 * until the commit: that is what makes the numbers gapless over all hub processes.
 */
@Singleton
public final class Heads {
    private final Database database;
    private final Changes changes;

    Heads(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /** Locks a head until the open transaction ends and returns it. The row is there from the migration on. */
    public Head lock(Connection connection, String name) throws SQLException {
        return find(connection, name, database.engine().forUpdate());
    }

    /** A head as it is committed. */
    public Head read(Connection connection, String name) throws SQLException {
        return find(connection, name, "");
    }

    /** Moves a locked head; those who wait for it are told after the commit. */
    public void advance(Connection connection, String name, long sequence, byte[] hash) throws SQLException {
        Sql.update(connection, "UPDATE head SET sequence = ?, hash = ? WHERE name = ?", sequence, hash, name);
        database.afterCommit(() -> changes.advanced(name, sequence));
    }

    static List<Head> all(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "SELECT name, sequence FROM head",
                row -> new Head(row.getString(1), row.getLong(2), new byte[0]));
    }

    private static Head find(Connection connection, String name, String lock) throws SQLException {
        @Nullable
        Head head = Sql.first(
                connection,
                "SELECT sequence, hash FROM head WHERE name = ?" + lock,
                row -> new Head(name, row.getLong(1), row.getBytes(2)),
                name);
        if (head == null) {
            throw new IllegalStateException("no head called " + name + ": its migration makes the row");
        }
        return head;
    }
}
