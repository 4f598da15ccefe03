package org.quaymark.edge.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Deletion;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Serials;

/** Units and ranges of them. A single unit goes before a range, a later range before an earlier one. */
final class UnitRows {
    private final Versions versions;
    private final PreparedStatement putUnit;
    private final PreparedStatement deleteUnit;
    private final PreparedStatement deleteUnitsBetween;
    private final PreparedStatement putRange;

    UnitRows(Connection connection, Versions versions) throws SQLException {
        this.versions = versions;
        putUnit = connection.prepareStatement("INSERT INTO unit (gtin, serial, lot, status) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (gtin, serial) DO UPDATE SET lot = excluded.lot, status = excluded.status");
        deleteUnit = connection.prepareStatement("DELETE FROM unit WHERE gtin = ? AND serial = ?");
        deleteUnitsBetween = connection.prepareStatement(
                "DELETE FROM unit WHERE gtin = ? AND serial BETWEEN ? AND ? AND length(serial) = ?");
        putRange =
                connection.prepareStatement("INSERT INTO unit_range (gtin, digits, first, last, sequence, lot, status)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET last = excluded.last, lot ="
                        + " excluded.lot, status = excluded.status");
    }

    void put(long sequence, Instant at, Serials serials) throws SQLException {
        long gtin = Long.parseLong(serials.gtin());
        String status = wireName(serials.status());
        for (String serial : serials.serials()) {
            versions.beforeUnit(sequence, at, gtin, serial);
            putUnit.setLong(1, gtin);
            putUnit.setString(2, serial);
            putUnit.setString(3, serials.lot());
            putUnit.setString(4, status);
            putUnit.executeUpdate();
        }
        if (serials.from() != null && serials.to() != null) {
            putRange(sequence, gtin, serials.from(), serials.to(), serials.lot(), status);
        }
    }

    void remove(long sequence, Instant at, Deletion.Units units) throws SQLException {
        long gtin = Long.parseLong(units.gtin());
        for (String serial : units.listed()) {
            versions.beforeUnit(sequence, at, gtin, serial);
            deleteUnit.setLong(1, gtin);
            deleteUnit.setString(2, serial);
            deleteUnit.executeUpdate();
            if (Serial.isNumber(serial)) {
                // It may lie in a range as well: a range of one without a status takes it out there.
                putRange(sequence, gtin, serial, serial, null, null);
            }
        }
        String from = units.from();
        String to = units.to();
        if (from != null
                && to != null
                && Serial.isNumber(from)
                && Serial.isNumber(to)
                && from.length() == to.length()) {
            versions.beforeUnitsBetween(sequence, at, gtin, from, to);
            deleteUnitsBetween.setLong(1, gtin);
            deleteUnitsBetween.setString(2, from);
            deleteUnitsBetween.setString(3, to);
            deleteUnitsBetween.setInt(4, from.length());
            deleteUnitsBetween.executeUpdate();
            putRange(sequence, gtin, from, to, null, null);
        }
    }

    private void putRange(
            long sequence, long gtin, String from, String to, @Nullable String lot, @Nullable String status)
            throws SQLException {
        putRange.setLong(1, gtin);
        putRange.setInt(2, from.length());
        putRange.setLong(3, Long.parseLong(from));
        putRange.setLong(4, Long.parseLong(to));
        putRange.setLong(5, sequence);
        putRange.setString(6, lot);
        putRange.setString(7, status);
        putRange.executeUpdate();
    }

    private static String wireName(SerialStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
