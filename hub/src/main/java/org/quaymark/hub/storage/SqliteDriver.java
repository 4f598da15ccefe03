package org.quaymark.hub.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * SQLite's driver, deaf to {@code setReadOnly}: Micronaut Data sets the flag on a connection of the pool before every
 * read, and SQLite refuses that once a connection is open.
 */
public final class SqliteDriver extends JDBC {
    static {
        try {
            DriverManager.registerDriver(new SqliteDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The class's name, with the driver registered. */
    static String registered() {
        return SqliteDriver.class.getName();
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        return isValidURL(url) ? new AlwaysWritable(url.trim(), properties) : null;
    }

    private static final class AlwaysWritable extends JDBC4Connection {
        AlwaysWritable(String url, Properties properties) throws SQLException {
            super(url, url.substring(PREFIX.length()), properties);
        }

        @Override
        public void setReadOnly(boolean readOnly) {
            // every connection of this pool may write
        }

        @Override
        public boolean isReadOnly() {
            return false;
        }
    }
}
