package org.quaymark.edge.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.sqlite.Transactions;

/**
 * An index of the journal by unit and by parcel, in a file of its own that can be thrown away: it is made again from the journal.
 * The newest {@value #MOST} sightings. Not thread-safe.
 */
final class HistoryStore implements AutoCloseable {
    private static final int VERSION = 1;
    static final int MOST = 1_000_000;
    /** Nobody is helped by more, and each is written beside the verdict. */
    private static final int MOST_OF_UNIT = 20;

    private static final int MOST_IN_PARCEL = 200;
    private static final String COLUMNS =
            "SELECT gtin, serial, lot, scan, at, site, device, parcel, sscc, closed FROM seen";

    private final Connection connection;
    private final PreparedStatement put;
    private final PreparedStatement close;
    private final PreparedStatement ofUnit;
    private final PreparedStatement inParcel;

    private HistoryStore(Connection connection) throws SQLException {
        this.connection = connection;
        put = connection.prepareStatement("INSERT OR REPLACE INTO seen"
                + " (sequence, gtin, serial, lot, scan, at, site, device, parcel, sscc, closed)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)");
        close = connection.prepareStatement(
                "UPDATE seen SET closed = 1 WHERE sequence = (SELECT max(sequence) FROM seen"
                        + " WHERE scan = ? AND device = ?)");
        ofUnit = connection.prepareStatement(COLUMNS
                + " WHERE gtin = ? AND serial = ? AND sequence < ? ORDER BY sequence DESC LIMIT " + MOST_OF_UNIT);
        inParcel = connection.prepareStatement(COLUMNS + " WHERE (parcel = ? OR sscc = ?) AND sequence < ?"
                + " ORDER BY sequence DESC LIMIT " + MOST_IN_PARCEL);
    }

    static HistoryStore open(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 10000");
                statement.execute("PRAGMA journal_mode = WAL");
                // What a power cut takes is read from the journal again.
                statement.execute("PRAGMA synchronous = NORMAL");
                createTables(statement);
            }
            connection.setAutoCommit(false);
            return new HistoryStore(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void createTables(Statement statement) throws SQLException {
        int version;
        try (ResultSet rows = statement.executeQuery("PRAGMA user_version")) {
            version = rows.getInt(1);
        }
        if (version == VERSION) {
            return;
        }
        if (version != 0) {
            throw new SQLException("the history is of version " + version + ", this program knows " + VERSION);
        }
        statement.execute("BEGIN IMMEDIATE");
        statement.execute("CREATE TABLE IF NOT EXISTS seen (sequence INTEGER PRIMARY KEY, gtin TEXT NOT NULL,"
                + " serial TEXT NOT NULL, lot TEXT, scan TEXT NOT NULL, at INTEGER NOT NULL, site TEXT NOT NULL,"
                + " device TEXT NOT NULL, parcel TEXT, sscc TEXT, closed INTEGER NOT NULL)");
        statement.execute("CREATE INDEX IF NOT EXISTS seen_unit ON seen (gtin, serial)");
        statement.execute("CREATE INDEX IF NOT EXISTS seen_scan ON seen (scan)");
        statement.execute("CREATE INDEX IF NOT EXISTS seen_parcel ON seen (parcel) WHERE parcel IS NOT NULL");
        statement.execute("CREATE INDEX IF NOT EXISTS seen_sscc ON seen (sscc) WHERE sscc IS NOT NULL");
        // Sightings that could not be checked, or only against an old registry.
        statement.execute("CREATE TABLE IF NOT EXISTS waiting (sequence INTEGER PRIMARY KEY, scan TEXT NOT NULL)");
        statement.execute("CREATE TABLE IF NOT EXISTS cursor (one INTEGER PRIMARY KEY CHECK (one = 1),"
                + " sequence INTEGER NOT NULL, chain BLOB NOT NULL)");
        statement.execute("PRAGMA user_version = " + VERSION);
        statement.execute("COMMIT");
    }

    /** How far in the journal it is. */
    record Cursor(long sequence, byte[] chain) {}

    Cursor cursor() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT sequence, chain FROM cursor");
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? new Cursor(rows.getLong(1), rows.getBytes(2)) : new Cursor(0, new byte[32]);
        }
    }

    void putCursor(long sequence, byte[] chain) throws SQLException {
        try (PreparedStatement put1 =
                connection.prepareStatement("INSERT OR REPLACE INTO cursor (one, sequence, chain) VALUES (1, ?, ?)")) {
            put1.setLong(1, sequence);
            put1.setBytes(2, chain);
            put1.executeUpdate();
        }
    }

    void put(long sequence, Sighted sighted) throws SQLException {
        put.setLong(1, sequence);
        put.setString(2, sighted.gtin());
        put.setString(3, sighted.serial());
        put.setString(4, sighted.lot());
        put.setString(5, sighted.scan());
        put.setLong(6, sighted.at().toEpochMilli());
        put.setString(7, sighted.site());
        put.setString(8, sighted.device());
        put.setString(9, sighted.parcel());
        put.setString(10, sighted.sscc());
        put.executeUpdate();
    }

    void close(String scan, String device) throws SQLException {
        close.setString(1, scan);
        close.setString(2, device);
        close.executeUpdate();
    }

    /** The newest sightings of a unit before an entry of the journal, oldest first. */
    List<Sighted> ofUnit(String gtin, String serial, long before) throws SQLException {
        ofUnit.setString(1, gtin);
        ofUnit.setString(2, serial);
        ofUnit.setLong(3, before);
        return sighted(ofUnit);
    }

    /** The newest sightings in a parcel before an entry of the journal, oldest first. */
    List<Sighted> inParcel(String parcel, long before) throws SQLException {
        inParcel.setString(1, parcel);
        inParcel.setString(2, parcel);
        inParcel.setLong(3, before);
        return sighted(inParcel);
    }

    private static List<Sighted> sighted(PreparedStatement query) throws SQLException {
        List<Sighted> found = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(
                        0,
                        new Sighted(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getString(4),
                                Instant.ofEpochMilli(rows.getLong(5)),
                                rows.getString(6),
                                rows.getString(7),
                                rows.getString(8),
                                rows.getString(9),
                                rows.getBoolean(10)));
            }
        }
        return found;
    }

    /** Gives every unit there is. */
    void forEachUnit(BiConsumer<String, String> units) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT gtin, serial FROM seen")) {
            while (rows.next()) {
                units.accept(rows.getString(1), rows.getString(2));
            }
        }
    }

    void putWaiting(long sequence, String scan) throws SQLException {
        update("INSERT OR REPLACE INTO waiting (sequence, scan) VALUES (?, ?)", sequence, scan);
    }

    void takeWaiting(long sequence) throws SQLException {
        update("DELETE FROM waiting WHERE sequence = ?", sequence, null);
    }

    /** The first entries after one that wait to be decided again. */
    List<Long> waiting(long after, int limit) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT sequence FROM waiting WHERE sequence > ? ORDER BY sequence LIMIT ?")) {
            select.setLong(1, after);
            select.setInt(2, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
        }
        return found;
    }

    /** Forgets sightings that are too many, and what waits although the journal has it no more. */
    void prune(long journalBegins) throws SQLException {
        update(
                "DELETE FROM seen WHERE sequence <= (SELECT sequence FROM seen ORDER BY sequence DESC LIMIT 1 OFFSET"
                        + " ?)",
                MOST,
                null);
        update("DELETE FROM waiting WHERE sequence < ?", journalBegins, null);
    }

    void clear() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM seen");
            statement.executeUpdate("DELETE FROM waiting");
            statement.executeUpdate("DELETE FROM cursor");
        }
    }

    private void update(String sql, long first, @Nullable String second) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, first);
            if (second != null) {
                update.setString(2, second);
            }
            update.executeUpdate();
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        Transactions.rollback(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
