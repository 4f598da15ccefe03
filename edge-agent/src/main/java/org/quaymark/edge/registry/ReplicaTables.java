package org.quaymark.edge.registry;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.sqlite.Transactions;
import org.quaymark.inspection.log.HashChain;
import org.quaymark.inspection.registry.Deletion;
import org.quaymark.inspection.registry.RegistryLine;
import org.quaymark.inspection.registry.RegistryRecord;
import org.quaymark.inspection.registry.ReplicaFormat;
import org.quaymark.inspection.registry.Serials;
import org.quaymark.process.json.InvalidLine;
import org.quaymark.process.json.RegistryJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The replica's tables over its one write connection. Not thread-safe. */
final class ReplicaTables implements AutoCloseable {
    /** Our own key in {@code meta}: when nothing was missing. */
    static final String META_COMPLETE_AT = "edge.completeAt";
    /** Our own key in {@code meta}: time of the last verified note. */
    static final String META_HEAD_AT = "edge.headAt";

    /** Our own key in {@code meta}: SHA-256 of the registry file that was loaded. */
    static final String META_FILE = "edge.file";

    private static final Logger LOG = LoggerFactory.getLogger(ReplicaTables.class);

    private final Connection connection;
    private final PreparedStatement putRecord;
    private final PreparedStatement deleteRecord;
    private final PreparedStatement putMeta;
    private final Versions versions;
    private final UnitRows units;

    private ReplicaTables(Connection connection) throws SQLException {
        this.connection = connection;
        putRecord = connection.prepareStatement("INSERT INTO record (type, id, body) VALUES (?, ?, ?)"
                + " ON CONFLICT (type, id) DO UPDATE SET body = excluded.body");
        deleteRecord = connection.prepareStatement("DELETE FROM record WHERE type = ? AND id = ?");
        putMeta = connection.prepareStatement("INSERT INTO meta (key, value) VALUES (?, ?)"
                + " ON CONFLICT (key) DO UPDATE SET value = excluded.value");
        versions = new Versions(connection);
        units = new UnitRows(connection, versions);
    }

    static ReplicaTables open(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 10000");
                statement.execute("PRAGMA journal_mode = WAL");
                // The cursor is in the rows' transaction: what a power cut takes is fetched again.
                statement.execute("PRAGMA synchronous = NORMAL");
            }
            connection.setAutoCommit(false);
            createTables(connection);
            return new ReplicaTables(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void createTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(
                    "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'meta'")) {
                if (rows.getInt(1) > 0) {
                    return;
                }
            }
            for (String table : ReplicaFormat.TABLES) {
                statement.execute(table);
            }
            statement.execute("INSERT INTO meta (key, value) VALUES ('" + ReplicaFormat.META_FORMAT + "', '"
                    + ReplicaFormat.VERSION + "')");
        }
        connection.commit();
    }

    boolean isOfKnownFormat() throws SQLException {
        return String.valueOf(ReplicaFormat.VERSION).equals(meta(ReplicaFormat.META_FORMAT));
    }

    ReplicaHead head() throws SQLException {
        String sequence = meta(ReplicaFormat.META_SEQUENCE);
        String chain = meta(ReplicaFormat.META_CHAIN);
        String headAt = meta(META_HEAD_AT);
        String completeAt = meta(META_COMPLETE_AT);
        return new ReplicaHead(
                meta(ReplicaFormat.META_EPOCH),
                sequence == null ? 0 : Long.parseLong(sequence),
                chain == null ? HashChain.empty().head() : HexFormat.of().parseHex(chain),
                headAt == null ? null : Instant.parse(headAt),
                completeAt == null ? null : Instant.parse(completeAt));
    }

    /** Takes in one change, inside the transaction that is open; what was there before it is kept. */
    void apply(long sequence, RegistryLine line, Instant at) throws SQLException {
        if (line instanceof Serials serials) {
            units.put(sequence, at, serials);
        } else if (line instanceof Deletion deletion && deletion.serials() != null) {
            units.remove(sequence, at, deletion.serials());
        } else if (line instanceof Deletion deletion) {
            String type = deletion.key().type().wireName();
            versions.beforeRecord(sequence, at, type, deletion.key().id());
            deleteRecord.setString(1, type);
            deleteRecord.setString(2, deletion.key().id());
            deleteRecord.executeUpdate();
        } else if (line instanceof RegistryRecord put) {
            String type = put.key().type().wireName();
            versions.beforeRecord(sequence, at, type, put.key().id());
            putRecord.setString(1, type);
            putRecord.setString(2, put.key().id());
            putRecord.setString(3, RegistryJson.write(put));
            putRecord.executeUpdate();
        }
    }

    /** Whether what changes go over is kept from now on. */
    void keepVersions(boolean kept) {
        versions.keeping(kept);
    }

    /** States that earlier versions are known from that change on. */
    void putVersionsFrom(long sequence, Instant since) throws SQLException {
        put(Versions.META_FROM, Long.toString(sequence));
        put(Versions.META_SINCE, since.toString());
    }

    /** Whether it was ever stated. */
    boolean hasVersionsFrom() throws SQLException {
        return meta(Versions.META_FROM) != null;
    }

    /** Forgets versions too old to be asked for. */
    void pruneVersions(Instant now) throws SQLException {
        Long from = versions.prune(now);
        if (from != null) {
            put(Versions.META_FROM, Long.toString(from));
        }
    }

    void putHead(ReplicaHead head, @Nullable String note) throws SQLException {
        put(ReplicaFormat.META_EPOCH, head.epoch());
        put(ReplicaFormat.META_SEQUENCE, Long.toString(head.sequence()));
        put(ReplicaFormat.META_CHAIN, HexFormat.of().formatHex(head.chain()));
        put(ReplicaFormat.META_CHECKPOINT, note);
        put(META_HEAD_AT, head.headAt() == null ? null : head.headAt().toString());
        put(
                META_COMPLETE_AT,
                head.completeAt() == null ? null : head.completeAt().toString());
    }

    /** Gives every record that is kept in memory; one that cannot be read is told and passed over. */
    void forEachSmallRecord(Consumer<RegistryLine> consumer) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT type, id, body FROM record"
                        + " WHERE type NOT IN ('manifest', 'recordation', 'serials')")) {
            while (rows.next()) {
                try {
                    consumer.accept(RegistryJson.read(rows.getString(3)));
                } catch (InvalidLine e) {
                    LOG.warn(
                            "The replica's {}/{} is not readable: {}",
                            rows.getString(1),
                            rows.getString(2),
                            e.reason());
                }
            }
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        Transactions.rollback(connection);
    }

    /** Whether SQLite finds the file in order. */
    boolean isIntact() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA quick_check(1)")) {
            return rows.next() && rows.getString(1).toLowerCase(Locale.ROOT).equals("ok");
        }
    }

    /** Takes the write-ahead log into the file, so that the file alone is the whole replica. */
    void checkpoint() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        connection.setAutoCommit(false);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    @Nullable
    String meta(String key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT value FROM meta WHERE key = ?")) {
            select.setString(1, key);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    void put(String key, @Nullable String value) throws SQLException {
        if (value != null) {
            putMeta.setString(1, key);
            putMeta.setString(2, value);
            putMeta.executeUpdate();
        }
    }
}
