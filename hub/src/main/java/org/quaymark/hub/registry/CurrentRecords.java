package org.quaymark.hub.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.registry.RegistryKey;
import org.quaymark.inspection.registry.RegistryLine;
import org.quaymark.inspection.registry.RegistryRecord;

/** The current records in one transaction that holds the registry's head: read ahead in bulk, written at the end. */
final class CurrentRecords {
    private static final int CHUNK = 400;

    private final Connection connection;
    /** What is there now; null for what is not. */
    private final Map<RegistryKey, @Nullable String> bodies = new HashMap<>();

    private final Map<RegistryKey, Written> written = new LinkedHashMap<>();

    private record Written(@Nullable String body, long sequence) {}

    CurrentRecords(Connection connection) {
        this.connection = connection;
    }

    void prefetch(List<? extends RegistryLine> lines) throws SQLException {
        Map<String, Set<String>> byType = new LinkedHashMap<>();
        for (RegistryLine line : lines) {
            bodies.put(line.key(), null);
            byType.computeIfAbsent(line.key().type().wireName(), type -> new LinkedHashSet<>())
                    .add(line.key().id());
        }
        Map<String, RegistryKey> keys = new HashMap<>();
        bodies.keySet().forEach(key -> keys.put(key.toString(), key));
        for (Map.Entry<String, Set<String>> type : byType.entrySet()) {
            List<String> ids = new ArrayList<>(type.getValue());
            for (int from = 0; from < ids.size(); from += CHUNK) {
                fetch(type.getKey(), ids.subList(from, Math.min(ids.size(), from + CHUNK)), keys);
            }
        }
    }

    private void fetch(String type, List<String> ids, Map<String, RegistryKey> keys) throws SQLException {
        List<Object> parameters = new ArrayList<>(ids);
        parameters.add(0, type);
        Sql.list(
                connection,
                "SELECT id, body FROM registry_record WHERE type = ? AND id IN (" + Sql.marks(ids.size()) + ")",
                row -> {
                    RegistryKey key = keys.get(type + "/" + row.getString(1));
                    if (key != null) {
                        bodies.put(key, row.getString(2));
                    }
                    return true;
                },
                parameters.toArray());
    }

    boolean put(RegistryRecord record, String body, long sequence) {
        if (body.equals(bodies.get(record.key()))) {
            return false;
        }
        bodies.put(record.key(), body);
        written.put(record.key(), new Written(body, sequence));
        return true;
    }

    boolean remove(RegistryKey key) {
        if (bodies.get(key) == null) {
            return false;
        }
        bodies.put(key, null);
        written.put(key, new Written(null, 0));
        return true;
    }

    void flush() throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(
                        "INSERT INTO registry_record (type, id, body, sequence) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (type, id) DO UPDATE SET body = excluded.body,"
                                + " sequence = excluded.sequence");
                PreparedStatement remove =
                        connection.prepareStatement("DELETE FROM registry_record WHERE type = ? AND id = ?")) {
            for (Map.Entry<RegistryKey, Written> entry : written.entrySet()) {
                String type = entry.getKey().type().wireName();
                Written row = entry.getValue();
                if (row.body() == null) {
                    Sql.bind(remove, type, entry.getKey().id());
                    remove.addBatch();
                } else {
                    Sql.bind(put, type, entry.getKey().id(), row.body(), row.sequence());
                    put.addBatch();
                }
            }
            put.executeBatch();
            remove.executeBatch();
        }
    }
}
