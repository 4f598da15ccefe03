package org.quaymark.edge.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of dead letters, in the journal's file and under the same commits. */
record DeadLetterTable(Connection connection) {
    private static final String COLUMNS = "id, at, topic, payload, properties, reason, attempts";

    /** Puts a letter in, then takes the oldest out until the bounds hold; how many were taken out. */
    int insert(DeadLetter letter, int most, long mostBytes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO dead_letter (at, topic, payload, properties, reason, attempts) VALUES (?, ?, ?, ?, ?,"
                        + " ?)")) {
            insert.setLong(1, letter.at().toEpochMilli());
            insert.setString(2, letter.topic());
            insert.setBytes(3, letter.payload());
            insert.setString(4, letter.properties());
            insert.setString(5, letter.reason());
            insert.setInt(6, letter.attempts());
            insert.executeUpdate();
        }
        int dropped = 0;
        while (number("SELECT count(*) FROM dead_letter") > most
                || number("SELECT coalesce(sum(length(payload)), 0) FROM dead_letter") > mostBytes) {
            dropped += update("DELETE FROM dead_letter WHERE id = (SELECT min(id) FROM dead_letter)");
        }
        return dropped;
    }

    @Nullable
    DeadLetter find(long id) throws SQLException {
        List<DeadLetter> found = list("SELECT " + COLUMNS + " FROM dead_letter WHERE id = ?", id);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Newest first. */
    List<DeadLetter> newest(int limit) throws SQLException {
        return list("SELECT " + COLUMNS + " FROM dead_letter ORDER BY id DESC LIMIT ?", limit);
    }

    long count() throws SQLException {
        return number("SELECT count(*) FROM dead_letter");
    }

    boolean delete(long id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM dead_letter WHERE id = ?")) {
            delete.setLong(1, id);
            return delete.executeUpdate() > 0;
        }
    }

    void failedAgain(long id, String reason) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE dead_letter SET attempts = attempts + 1, reason = ? WHERE id = ?")) {
            update.setString(1, reason);
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    private List<DeadLetter> list(String sql, long parameter) throws SQLException {
        List<DeadLetter> letters = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, parameter);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    letters.add(new DeadLetter(
                            rows.getLong(1),
                            Instant.ofEpochMilli(rows.getLong(2)),
                            rows.getString(3),
                            rows.getBytes(4),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getInt(7)));
                }
            }
        }
        return letters;
    }

    private int update(String sql) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            return update.executeUpdate();
        }
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            return rows.getLong(1);
        }
    }
}
