package org.quaymark.edge.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.log.HashChain;

/** The journal's tables over one connection. Not thread-safe: the writer has one, the readers share another. */
final class JournalStore implements AutoCloseable {
    private static final int VERSION = 1;

    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement byScan;

    private JournalStore(Connection connection) throws SQLException {
        this.connection = connection;
        this.insert = connection.prepareStatement(
                "INSERT INTO entry (sequence, at, device, scan, body, chain) VALUES (?, ?, ?, ?, ?, ?)");
        this.byScan = connection.prepareStatement("SELECT sequence, body FROM entry WHERE device = ? AND scan = ?");
    }

    /** A row's number, bytes and link. */
    record Row(long sequence, byte[] body, byte[] chain) {}

    static JournalStore open(Path file) throws SQLException, IOException {
        if (!Files.exists(file)) {
            // The edge's private key is in here: nobody else reads it. SQLite gives -wal and -shm the same mode.
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        }
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 10000");
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = FULL");
                createTables(statement);
            }
            connection.setAutoCommit(false);
            return new JournalStore(connection);
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
        if (version > VERSION) {
            throw new SQLException("the journal is of version " + version + ", this program knows " + VERSION);
        }
        if (version == VERSION) {
            return;
        }
        statement.execute("BEGIN IMMEDIATE");
        statement.execute("CREATE TABLE IF NOT EXISTS entry (sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL,"
                + " device TEXT, scan TEXT, body BLOB NOT NULL, chain BLOB NOT NULL)");
        statement.execute(
                "CREATE UNIQUE INDEX IF NOT EXISTS entry_scan ON entry (device, scan)" + " WHERE scan IS NOT NULL");
        statement.execute(
                "CREATE TABLE IF NOT EXISTS setting (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID");
        statement.execute("PRAGMA user_version = " + VERSION);
        statement.execute("COMMIT");
    }

    void insert(long sequence, Instant at, @Nullable ScanKey key, byte[] body, byte[] chain) throws SQLException {
        insert.setLong(1, sequence);
        insert.setLong(2, at.toEpochMilli());
        insert.setString(3, key == null ? null : key.device());
        insert.setString(4, key == null ? null : key.id());
        insert.setBytes(5, body);
        insert.setBytes(6, chain);
        insert.executeUpdate();
    }

    @Nullable
    Row byScan(ScanKey key) throws SQLException {
        byScan.setString(1, key.device());
        byScan.setString(2, key.id());
        try (ResultSet rows = byScan.executeQuery()) {
            return rows.next() ? new Row(rows.getLong(1), rows.getBytes(2), new byte[0]) : null;
        }
    }

    @Nullable
    Row last() throws SQLException {
        List<Row> rows = rows("SELECT sequence, body, chain FROM entry ORDER BY sequence DESC LIMIT 1", 0);
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** The number of the oldest row, 0 where there is none. */
    long first() throws SQLException {
        List<Row> rows = rows("SELECT sequence, body, chain FROM entry ORDER BY sequence LIMIT 1", 0);
        return rows.isEmpty() ? 0 : rows.get(0).sequence();
    }

    /** The rows after a number, at most so many and, but for the first, within so many bytes. */
    List<Row> after(long sequence, int limit, long maxBytes) throws SQLException {
        List<Row> batch = new ArrayList<>();
        long bytes = 0;
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT sequence, body, chain FROM entry WHERE sequence > ? ORDER BY sequence LIMIT ?")) {
            select.setLong(1, sequence);
            select.setInt(2, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Row row = new Row(rows.getLong(1), rows.getBytes(2), rows.getBytes(3));
                    bytes += row.body().length + 1;
                    if (bytes > maxBytes && !batch.isEmpty()) {
                        break;
                    }
                    batch.add(row);
                }
            }
        }
        return batch;
    }

    /** The chain's head at a number, null where that entry is not kept any more. */
    byte @Nullable [] chainAt(long sequence) throws SQLException {
        if (sequence == 0) {
            return HashChain.empty().head();
        }
        List<Row> rows = rows("SELECT sequence, body, chain FROM entry WHERE sequence = ?", sequence);
        return rows.isEmpty() ? null : rows.get(0).chain();
    }

    /** Size of the entries after the one number and up to the other. */
    long bytesBetween(long after, long through) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT coalesce(sum(length(body)), 0) FROM entry WHERE sequence > ? AND sequence <= ?")) {
            select.setLong(1, after);
            select.setLong(2, through);
            try (ResultSet rows = select.executeQuery()) {
                return rows.getLong(1);
            }
        }
    }

    /** The last scans, newest first. */
    List<byte[]> latestScans(int limit) throws SQLException {
        List<byte[]> bodies = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT body FROM entry WHERE scan IS NOT NULL ORDER BY sequence DESC LIMIT ?")) {
            select.setInt(1, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    bodies.add(rows.getBytes(1));
                }
            }
        }
        return bodies;
    }

    /**
     * Deletes the oldest confirmed entries that need not be kept, a bounded number at a time. The very last entry stays:
     * it carries the chain's head.
     */
    int deleteConfirmed(long confirmed, long last, int keepEntries, Instant keepSince, boolean tight)
            throws SQLException {
        long through = 0;
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT sequence, at FROM entry WHERE sequence <= ? ORDER BY sequence LIMIT 5000")) {
            select.setLong(1, Math.min(confirmed, last - 1));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()
                        && (tight
                                || rows.getLong(1) <= last - keepEntries
                                || rows.getLong(2) < keepSince.toEpochMilli())) {
                    through = rows.getLong(1);
                }
            }
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM entry WHERE sequence <= ?")) {
            delete.setLong(1, through);
            return through == 0 ? 0 : delete.executeUpdate();
        }
    }

    byte @Nullable [] setting(String key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT value FROM setting WHERE key = ?")) {
            select.setString(1, key);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getBytes(1) : null;
            }
        }
    }

    void putSetting(String key, byte[] value) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(
                "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value ="
                        + " excluded.value")) {
            put.setString(1, key);
            put.setBytes(2, value);
            put.executeUpdate();
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private List<Row> rows(String sql, long parameter) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            if (sql.contains("?")) {
                select.setLong(1, parameter);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Row(rows.getLong(1), rows.getBytes(2), rows.getBytes(3)));
                }
            }
        }
        return found;
    }
}
