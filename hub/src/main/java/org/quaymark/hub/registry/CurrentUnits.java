package org.quaymark.hub.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.registry.Deletion;
import org.quaymark.inspection.registry.Serials;

/**
 * The current units in one transaction that holds the registry's head, by the rules of {@link
 * org.quaymark.inspection.registry.ReplicaFormat}: a unit's own row stands before every range, a later range before an
 * earlier one, and where a row is removed a range of one without a status keeps the range below from coming back.
 */
final class CurrentUnits {
    private static final int CHUNK = 400;

    private final Connection connection;

    private record Known(@Nullable String lot, String status) {}

    private record Range(
            long first,
            long last,
            @Nullable String lot,
            @Nullable String status) {}

    CurrentUnits(Connection connection) {
        this.connection = connection;
    }

    boolean put(Serials line, long sequence) throws SQLException {
        String status = line.status().name().toLowerCase(Locale.ROOT);
        long gtin = Long.parseLong(line.gtin());
        String from = line.from();
        String to = line.to();
        if (from != null && to != null) {
            return range(gtin, from, to, line.lot(), status, sequence);
        }
        Map<String, Known> known = known(gtin, line.serials());
        Known wanted = new Known(line.lot(), status);
        boolean changed = false;
        try (PreparedStatement put = connection.prepareStatement(
                "INSERT INTO registry_unit (gtin, serial, lot, status, sequence) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (gtin, serial) DO UPDATE SET lot = excluded.lot,"
                        + " status = excluded.status, sequence = excluded.sequence")) {
            for (String serial : line.serials()) {
                if (!wanted.equals(known.put(serial, wanted))) {
                    Sql.bind(put, gtin, serial, line.lot(), status, sequence);
                    put.addBatch();
                    changed = true;
                }
            }
            put.executeBatch();
        }
        return changed;
    }

    boolean remove(Deletion.Units units, long sequence) throws SQLException {
        long gtin = Long.parseLong(units.gtin());
        String from = units.from();
        String to = units.to();
        if (from != null && to != null) {
            boolean isRange = from.matches("[0-9]{1,18}") && to.matches("[0-9]{1,18}") && from.length() == to.length();
            return isRange && range(gtin, from, to, null, null, sequence);
        }
        boolean changed = false;
        for (String serial : units.listed()) {
            changed |=
                    Sql.update(connection, "DELETE FROM registry_unit WHERE gtin = ? AND serial = ?", gtin, serial) > 0;
            if (serial.matches("[0-9]{1,18}")) {
                Range below = rangeOver(gtin, serial);
                if (below != null && below.status() != null) {
                    insertRange(gtin, serial, serial, null, null, sequence);
                    changed = true;
                }
            }
        }
        return changed;
    }

    private boolean range(
            long gtin, String from, String to, @Nullable String lot, @Nullable String status, long sequence)
            throws SQLException {
        // a row stands before every range (ReplicaFormat), but not before the removal of a range it is in
        List<String> single = status == null ? singleRowsIn(gtin, from, to) : List.of();
        if (single.isEmpty() && isSaid(gtin, from, to, lot, status)) {
            return false;
        }
        for (String serial : single) {
            Sql.update(connection, "DELETE FROM registry_unit WHERE gtin = ? AND serial = ?", gtin, serial);
        }
        insertRange(gtin, from, to, lot, status, sequence);
        return true;
    }

    /** Whether the uppermost of the ranges that touch these units covers all of them and says the same. */
    private boolean isSaid(long gtin, String from, String to, @Nullable String lot, @Nullable String status)
            throws SQLException {
        long first = Long.parseLong(from);
        long last = Long.parseLong(to);
        Range top = Sql.first(
                connection,
                "SELECT first, last, lot, status FROM registry_range WHERE gtin = ? AND digits = ? AND first <= ?"
                        + " AND last >= ? ORDER BY sequence DESC LIMIT 1",
                CurrentUnits::rangeOf,
                gtin,
                from.length(),
                last,
                first);
        if (top == null) {
            return status == null;
        }
        return top.first() <= first
                && top.last() >= last
                && Objects.equals(top.lot(), lot)
                && Objects.equals(top.status(), status);
    }

    private @Nullable Range rangeOver(long gtin, String serial) throws SQLException {
        long number = Long.parseLong(serial);
        return Sql.first(
                connection,
                "SELECT first, last, lot, status FROM registry_range WHERE gtin = ? AND digits = ? AND first <= ?"
                        + " AND last >= ? ORDER BY sequence DESC LIMIT 1",
                CurrentUnits::rangeOf,
                gtin,
                serial.length(),
                number,
                number);
    }

    private static Range rangeOf(java.sql.ResultSet row) throws SQLException {
        return new Range(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4));
    }

    private void insertRange(
            long gtin, String from, String to, @Nullable String lot, @Nullable String status, long sequence)
            throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO registry_range (gtin, digits, first, last, sequence, lot, status)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                gtin,
                from.length(),
                Long.parseLong(from),
                Long.parseLong(to),
                sequence,
                lot,
                status);
    }

    private List<String> singleRowsIn(long gtin, String from, String to) throws SQLException {
        List<String> found = Sql.list(
                connection,
                "SELECT serial FROM registry_unit WHERE gtin = ? AND length(serial) = ?",
                row -> row.getString(1),
                gtin,
                from.length());
        return found.stream()
                .filter(serial -> serial.compareTo(from) >= 0 && serial.compareTo(to) <= 0)
                .toList();
    }

    private Map<String, Known> known(long gtin, List<String> serials) throws SQLException {
        Map<String, Known> known = new HashMap<>();
        for (int from = 0; from < serials.size(); from += CHUNK) {
            List<String> chunk = serials.subList(from, Math.min(serials.size(), from + CHUNK));
            List<Object> parameters = new ArrayList<>(chunk);
            parameters.add(0, gtin);
            Sql.list(
                    connection,
                    "SELECT serial, lot, status FROM registry_unit WHERE gtin = ? AND serial IN ("
                            + Sql.marks(chunk.size()) + ")",
                    row -> known.put(row.getString(1), new Known(row.getString(2), row.getString(3))),
                    parameters.toArray());
        }
        return known;
    }
}
