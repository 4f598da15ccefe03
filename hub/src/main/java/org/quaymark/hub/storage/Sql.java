package org.quaymark.hub.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bare statements for the paths where a repository would cost too much. Parameters may be text, numbers, bytes, null,
 * {@link Instant}s (stored as microseconds since 1970) and enums (stored by name).
 */
public final class Sql {
    private Sql() {}

    /** Reads a row. */
    @FunctionalInterface
    public interface Row<T extends @Nullable Object> {
        /** The row the result set stands on. */
        T of(ResultSet row) throws SQLException;
    }

    /** Runs an INSERT, UPDATE or DELETE and says how many rows it touched. */
    public static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    /** Runs an INSERT, UPDATE or DELETE once for each row of parameters, and says how many rows each touched. */
    public static int[] batch(Connection connection, String sql, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return new int[0];
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    /** Every row of a query. */
    public static <T extends @Nullable Object> List<T> list(
            Connection connection, String sql, Row<T> row, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row.of(result));
                }
            }
            return rows;
        }
    }

    /** The first row of a query, null where there is none. */
    public static <T> @Nullable T first(Connection connection, String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? row.of(result) : null;
            }
        }
    }

    /** Sets the parameters from the first on. */
    public static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            if (parameter instanceof Instant instant) {
                statement.setLong(i + 1, micros(instant));
            } else if (parameter instanceof Enum<?> constant) {
                statement.setString(i + 1, constant.name());
            } else if (parameter instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else {
                statement.setObject(i + 1, parameter);
            }
        }
    }

    /** Microseconds since 1970: how instants are stored. */
    public static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    /** An instant from microseconds since 1970. */
    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    /** The instant in a column, null where the column is. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? null : instant(micros);
    }

    /** {@code ?,?,?}: as many as there are. */
    public static String marks(int count) {
        return "?,".repeat(count).substring(0, Math.max(0, count * 2 - 1));
    }
}
