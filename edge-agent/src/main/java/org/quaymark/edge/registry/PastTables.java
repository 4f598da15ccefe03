package org.quaymark.edge.registry;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.RecordType;
import org.quaymark.inspection.registry.RegistryKey;
import org.quaymark.inspection.registry.RegistryRecord;
import org.quaymark.inspection.registry.ReplicaFormat;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Unit;
import org.quaymark.process.json.InvalidLine;
import org.quaymark.process.json.RegistryJson;

/** Records and units of a replica with what they were before, in one read transaction. Not thread-safe. */
final class PastTables implements AutoCloseable {
    private static final int MOST_CACHED = 20_000;
    /** Stands for "what is there now" among versions. */
    private static final long NOW = Long.MAX_VALUE;

    private final Connection connection;
    private final PreparedStatement before;
    private final PreparedStatement record;
    private final PreparedStatement unit;
    private final PreparedStatement range;
    private final PreparedStatement rangeChange;
    private final PreparedStatement changed;
    private final Map<String, String> meta = new HashMap<>();
    private final Map<RegistryKey, TreeMap<Long, Version>> cache = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RegistryKey, TreeMap<Long, Version>> eldest) {
            return size() > MOST_CACHED;
        }
    };

    /** What there was until a change; nothing where the record is null. */
    record Version(@Nullable RegistryRecord record) {}

    private PastTables(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT key, value FROM meta")) {
            while (rows.next()) {
                meta.put(rows.getString(1), rows.getString(2));
            }
        }
        before = connection.prepareStatement(
                "SELECT until, body FROM " + Versions.TABLE + " WHERE type = ? AND id = ? ORDER BY until");
        record = connection.prepareStatement("SELECT body FROM record WHERE type = ? AND id = ?");
        unit = connection.prepareStatement("SELECT status, lot FROM unit WHERE gtin = ? AND serial = ?");
        range = connection.prepareStatement("SELECT status, lot FROM unit_range WHERE gtin = ? AND digits = ?"
                + " AND first <= ? AND last >= ? AND sequence <= ? ORDER BY sequence DESC LIMIT 1");
        rangeChange = connection.prepareStatement("SELECT max(sequence) FROM unit_range WHERE gtin = ? AND digits = ?"
                + " AND first <= ? AND last >= ? AND sequence <= ?");
        changed = connection.prepareStatement(
                "SELECT max(until) FROM " + Versions.TABLE + " WHERE type = ? AND id = ? AND until <= ?");
    }

    static PastTables open(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 10000");
                statement.execute("PRAGMA query_only = 1");
            }
            connection.setAutoCommit(false);
            return new PastTables(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    long sequence() {
        return Long.parseLong(meta.getOrDefault(ReplicaFormat.META_SEQUENCE, "0"));
    }

    @Nullable
    String problem(long sequence, Instant decided) {
        String from = meta.get(Versions.META_FROM);
        if (from == null) {
            return "the replica does not know what its records were before";
        }
        if (sequence > sequence()) {
            return "it was decided at change " + sequence + " of the registry, and the replica is at " + sequence()
                    + " only";
        }
        if (sequence < Long.parseLong(from)) {
            return "it was decided at change " + sequence
                    + " of the registry, and earlier versions of its records are known from change " + from
                    + " on: the replica was taken whole then, or they were given up for their age";
        }
        String since = meta.get(Versions.META_SINCE);
        boolean file = RegistryFile.EPOCH.equals(meta.get(ReplicaFormat.META_EPOCH));
        return file && since != null && decided.isBefore(Instant.parse(since))
                ? "the registry file was loaded anew at " + since + ", after it was decided"
                : null;
    }

    @Nullable
    RegistryRecord versionAt(RecordType type, String id, long sequence) {
        TreeMap<Long, Version> versions = cache.computeIfAbsent(new RegistryKey(type, id), this::versions);
        Map.Entry<Long, Version> then = versions.higherEntry(sequence);
        return then == null ? null : then.getValue().record();
    }

    private TreeMap<Long, Version> versions(RegistryKey key) {
        try {
            TreeMap<Long, Version> versions = new TreeMap<>();
            before.setString(1, key.type().wireName());
            before.setString(2, key.id());
            try (ResultSet rows = before.executeQuery()) {
                while (rows.next()) {
                    versions.put(rows.getLong(1), version(rows.getString(2)));
                }
            }
            record.setString(1, key.type().wireName());
            record.setString(2, key.id());
            try (ResultSet rows = record.executeQuery()) {
                versions.put(NOW, version(rows.next() ? rows.getString(1) : null));
            }
            return versions;
        } catch (SQLException e) {
            throw new ReplicaUnusable("reading the replica", e);
        }
    }

    /** Of each record of a type, by id, what it was until which change. */
    Map<String, TreeMap<Long, Version>> allVersions(RecordType type) throws SQLException {
        Map<String, TreeMap<Long, Version>> all = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT id, until, body FROM " + Versions.TABLE
                + " WHERE type = ? UNION ALL SELECT id, " + NOW + ", body FROM record WHERE type = ?")) {
            select.setString(1, type.wireName());
            select.setString(2, type.wireName());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    all.computeIfAbsent(rows.getString(1), id -> new TreeMap<>())
                            .put(rows.getLong(2), version(rows.getString(3)));
                }
            }
        }
        return all;
    }

    @Nullable
    Unit unit(String gtin, String serial, long sequence) {
        try {
            before.setString(1, Versions.UNIT);
            before.setString(2, gtin + ":" + serial);
            try (ResultSet rows = before.executeQuery()) {
                while (rows.next()) {
                    if (rows.getLong(1) > sequence) {
                        String body = rows.getString(2);
                        return body == null ? inRange(gtin, serial, sequence) : unit(body);
                    }
                }
            }
            unit.setLong(1, Long.parseLong(gtin));
            unit.setString(2, serial);
            try (ResultSet rows = unit.executeQuery()) {
                return rows.next() ? unit(rows.getString(1), rows.getString(2)) : inRange(gtin, serial, sequence);
            }
        } catch (SQLException e) {
            throw new ReplicaUnusable("reading the replica", e);
        }
    }

    private @Nullable Unit inRange(String gtin, String serial, long sequence) throws SQLException {
        if (!Serial.isNumber(serial)) {
            return null;
        }
        askRange(range, gtin, serial, sequence);
        try (ResultSet rows = range.executeQuery()) {
            return rows.next() && rows.getString(1) != null ? unit(rows.getString(1), rows.getString(2)) : null;
        }
    }

    private static void askRange(PreparedStatement query, String gtin, String serial, long sequence)
            throws SQLException {
        long number = Long.parseLong(serial);
        query.setLong(1, Long.parseLong(gtin));
        query.setInt(2, serial.length());
        query.setLong(3, number);
        query.setLong(4, number);
        query.setLong(5, sequence);
    }

    private static Unit unit(String body) {
        int space = body.indexOf(' ');
        String lot = body.substring(space + 1);
        return unit(body.substring(0, space), lot.isEmpty() ? null : lot);
    }

    private static Unit unit(String status, @Nullable String lot) {
        return new Unit(lot, SerialStatus.valueOf(status.toUpperCase(Locale.ROOT)));
    }

    @Nullable
    Long changedAt(RegistryKey key, long sequence) {
        try {
            boolean ofUnit = key.type() == RecordType.SERIALS;
            changed.setString(1, ofUnit ? Versions.UNIT : key.type().wireName());
            changed.setString(2, key.id());
            changed.setLong(3, sequence);
            Long last = longOf(changed);
            String serial = ofUnit ? key.id().substring(key.id().indexOf(':') + 1) : "";
            if (last == null && ofUnit && Serial.isNumber(serial)) {
                askRange(rangeChange, key.id().substring(0, key.id().indexOf(':')), serial, sequence);
                return longOf(rangeChange);
            }
            return last;
        } catch (SQLException e) {
            throw new ReplicaUnusable("reading the replica", e);
        }
    }

    private static @Nullable Long longOf(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            long value = rows.next() ? rows.getLong(1) : 0;
            return value == 0 ? null : value;
        }
    }

    private static Version version(@Nullable String body) {
        try {
            return new Version(body == null ? null : (RegistryRecord) RegistryJson.read(body));
        } catch (InvalidLine e) {
            // As the edge does: one that this version cannot read is passed over.
            return new Version(null);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
