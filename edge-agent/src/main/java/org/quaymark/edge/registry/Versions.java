package org.quaymark.edge.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What records and units were before they changed, so that an old verdict can be explained by the registry of then. A row says
 * what was there until a change; without one, what is there now was there then. Over the replica's write connection.
 *
 * <p>Kept for {@value #DAYS} days, as the journal is, and for at most {@value #MOST} changes. A replica that is taken whole
 * (the first one, a snapshot, another file) begins with none.
 */
final class Versions {
    /** Type of a unit's row; its id is {@code GTIN:SERIAL} with the GTIN as 14 digits. */
    static final String UNIT = "unit";

    /** Our own key in {@code meta}: from which change on earlier versions are known. */
    static final String META_FROM = "edge.versionsFrom";
    /** Our own key in {@code meta}: since when. */
    static final String META_SINCE = "edge.versionsSince";

    static final String TABLE = "edge_before";

    private static final int DAYS = 7;
    private static final int MOST = 2_000_000;
    private static final int PRUNED_AT_ONCE = 100_000;
    private static final Duration PRUNED_EVERY = Duration.ofMinutes(1);

    private final Connection connection;
    private final PreparedStatement keep;
    private final PreparedStatement keepRecord;
    private final PreparedStatement keepUnit;
    private final PreparedStatement keepUnitsBetween;
    private boolean keeping;
    private Instant nextPruning = Instant.MIN;

    Versions(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + TABLE + " (type TEXT NOT NULL, id TEXT NOT NULL,"
                    + " until INTEGER NOT NULL, at INTEGER NOT NULL, body TEXT, PRIMARY KEY (type, id, until))"
                    + " WITHOUT ROWID");
            statement.execute("CREATE INDEX IF NOT EXISTS edge_before_until ON " + TABLE + " (until)");
        }
        connection.commit();
        String insert = "INSERT OR IGNORE INTO " + TABLE + " (type, id, until, at, body) ";
        // Of two changes with one number, a line of many units, the first tells what was there before.
        keep = connection.prepareStatement(insert + "VALUES (?, ?, ?, ?, NULL)");
        keepRecord = connection.prepareStatement(
                insert + "SELECT type, id, ?, ?, body FROM record WHERE type = ? AND id = ?");
        keepUnit = connection.prepareStatement(insert + "SELECT '" + UNIT
                + "', printf('%014d', gtin) || ':' || serial, ?, ?, " + "status || ' ' || coalesce(lot, '')"
                + " FROM unit WHERE gtin = ? AND serial = ?");
        keepUnitsBetween = connection.prepareStatement(insert + "SELECT '" + UNIT
                + "', printf('%014d', gtin) || ':' || serial, ?, ?, " + "status || ' ' || coalesce(lot, '')"
                + " FROM unit WHERE gtin = ? AND serial BETWEEN ? AND ? AND length(serial) = ?");
    }

    /** Whether what goes is kept: not while the replica is being filled for the first time. */
    void keeping(boolean kept) {
        keeping = kept;
    }

    void beforeRecord(long until, Instant at, String type, String id) throws SQLException {
        if (!keeping) {
            return;
        }
        keepRecord.setLong(1, until);
        keepRecord.setLong(2, at.toEpochMilli());
        keepRecord.setString(3, type);
        keepRecord.setString(4, id);
        if (keepRecord.executeUpdate() == 0) {
            nothing(until, at, type, id);
        }
    }

    void beforeUnit(long until, Instant at, long gtin, String serial) throws SQLException {
        if (!keeping) {
            return;
        }
        keepUnit.setLong(1, until);
        keepUnit.setLong(2, at.toEpochMilli());
        keepUnit.setLong(3, gtin);
        keepUnit.setString(4, serial);
        if (keepUnit.executeUpdate() == 0) {
            nothing(until, at, UNIT, unitId(gtin, serial));
        }
    }

    void beforeUnitsBetween(long until, Instant at, long gtin, String from, String to) throws SQLException {
        if (!keeping) {
            return;
        }
        keepUnitsBetween.setLong(1, until);
        keepUnitsBetween.setLong(2, at.toEpochMilli());
        keepUnitsBetween.setLong(3, gtin);
        keepUnitsBetween.setString(4, from);
        keepUnitsBetween.setString(5, to);
        keepUnitsBetween.setInt(6, from.length());
        keepUnitsBetween.executeUpdate();
    }

    private void nothing(long until, Instant at, String type, String id) throws SQLException {
        keep.setString(1, type);
        keep.setString(2, id);
        keep.setLong(3, until);
        keep.setLong(4, at.toEpochMilli());
        keep.executeUpdate();
    }

    /**
     * Forgets the oldest, now and then and a bounded number at a time.
     *
     * @return from which change on versions are known after it, null where nothing was forgotten
     */
    @Nullable
    Long prune(Instant now) throws SQLException {
        if (now.isBefore(nextPruning)) {
            return null;
        }
        nextPruning = now.plus(PRUNED_EVERY);
        long through = -1;
        try (PreparedStatement old = connection.prepareStatement(
                "SELECT max(until) FROM (SELECT until, at FROM " + TABLE + " ORDER BY until LIMIT ?) WHERE at < ?")) {
            old.setInt(1, PRUNED_AT_ONCE);
            old.setLong(2, now.minus(Duration.ofDays(DAYS)).toEpochMilli());
            through = longOf(old, through);
        }
        try (PreparedStatement many =
                connection.prepareStatement("SELECT until FROM " + TABLE + " ORDER BY until DESC LIMIT 1 OFFSET ?")) {
            many.setInt(1, MOST);
            through = Math.max(through, longOf(many, through));
        }
        if (through < 0) {
            return null;
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + TABLE + " WHERE until <= ?")) {
            delete.setLong(1, through);
            delete.executeUpdate();
        }
        return through;
    }

    private static long longOf(PreparedStatement query, long otherwise) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            if (!rows.next()) {
                return otherwise;
            }
            long value = rows.getLong(1);
            return rows.wasNull() ? otherwise : value;
        }
    }

    static String unitId(long gtin, String serial) {
        return String.format(Locale.ROOT, "%014d:%s", gtin, serial);
    }
}
