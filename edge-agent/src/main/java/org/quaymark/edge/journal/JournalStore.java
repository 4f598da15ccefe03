package org.quaymark.edge.journal;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.sqlite.Transactions;
import org.quaymark.inspection.log.HashChain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal's tables over one connection. Not thread-safe: the writer has one, the readers share another. */
final class JournalStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalStore.class);

    static final String ACKNOWLEDGED = "acknowledged";
    /** What became of a damaged journal; there until the edge is enrolled again. */
    static final String DAMAGE = "damage";

    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement byScan;

    JournalStore(Connection connection) throws SQLException {
        this.connection = connection;
        this.insert = connection.prepareStatement(
                "INSERT INTO entry (sequence, at, device, scan, body, chain) VALUES (?, ?, ?, ?, ?, ?)");
        this.byScan = connection.prepareStatement("SELECT sequence, body FROM entry WHERE device = ? AND scan = ?");
    }

    /** A row's number, bytes and link. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Row(long sequence, byte[] body, byte[] chain) {}

    /** The same file's structure and space. */
    JournalSchema schema() {
        return new JournalSchema(connection);
    }

    DeadLetterTable deadLetters() {
        return new DeadLetterTable(connection);
    }

    /** The last number the hub gave its receipt for. */
    long acknowledged() throws SQLException {
        byte[] stored = setting(ACKNOWLEDGED);
        return stored == null ? 0 : ByteBuffer.wrap(stored).getLong();
    }

    /** Moves all numbers down. */
    void shift(long by) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE entry SET sequence = sequence - ?")) {
            update.setLong(1, by);
            update.executeUpdate();
        }
    }

    void rewrite(long sequence, byte[] body, byte[] chain) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE entry SET body = ?, chain = ? WHERE sequence = ?")) {
            update.setBytes(1, body);
            update.setBytes(2, chain);
            update.setLong(3, sequence);
            update.executeUpdate();
        }
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
        // Below 1 are confirmed entries of earlier generations.
        return one("SELECT sequence, body, chain FROM entry WHERE sequence > ? ORDER BY sequence DESC LIMIT 1", 0);
    }

    /** The first number there is, 0 where there is none. */
    long first() throws SQLException {
        Row row = one("SELECT sequence, body, chain FROM entry WHERE sequence > ? ORDER BY sequence LIMIT 1", 0);
        return row == null ? 0 : row.sequence();
    }

    @Nullable
    Row row(long sequence) throws SQLException {
        return one("SELECT sequence, body, chain FROM entry WHERE sequence = ?", sequence);
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
        Row row = row(sequence);
        return row == null ? null : row.chain();
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

    void removeSetting(String key) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM setting WHERE key = ?")) {
            delete.setString(1, key);
            delete.executeUpdate();
        }
    }

    Map<String, byte[]> settings() throws SQLException {
        Map<String, byte[]> all = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT key, value FROM setting");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                all.put(rows.getString(1), rows.getBytes(2));
            }
        }
        return all;
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

    /** Closes a connection that failed: what it has to say about that helps nobody. */
    void closeQuietly() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("Closing a connection to the journal that failed", e);
        }
    }

    private @Nullable Row one(String sql, long parameter) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, parameter);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? new Row(rows.getLong(1), rows.getBytes(2), rows.getBytes(3)) : null;
            }
        }
    }
}
