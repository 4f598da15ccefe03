package org.quaymark.hub.storage;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Long reads that see one state of the database and hold nobody up: a connection of their own, in a transaction that only
 * reads (SQLite's write-ahead log, PostgreSQL's {@code REPEATABLE READ}).
 */
@Singleton
public final class ReadSnapshot {
    private final DatabaseSettings settings;

    ReadSnapshot(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** Reads. */
    public <T> @Nullable T read(Work<T> work) {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try {
                return work.with(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new StorageFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private Connection connect() throws SQLException {
        return switch (settings.engine()) {
            case SQLITE ->
                DriverManager.getConnection(
                        settings.url().replace("transaction_mode=IMMEDIATE", "transaction_mode=DEFERRED"));
            case POSTGRESQL -> {
                Connection connection = settings.user() == null
                        ? DriverManager.getConnection(settings.url())
                        : DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                yield connection;
            }
        };
    }
}
