package org.quaymark.hub.registry;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import org.quaymark.hub.identity.HubKey;
import org.quaymark.hub.storage.Head;
import org.quaymark.hub.storage.Heads;
import org.quaymark.hub.storage.ReadSnapshot;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.log.LogHead;
import org.quaymark.inspection.registry.ReplicaFormat;

/** Writes the registry's present state as a replica file ({@link ReplicaFormat}). */
@Singleton
final class SnapshotBuilder {
    private static final int ROWS = 5_000;

    private final ReadSnapshot snapshot;
    private final Heads heads;
    private final HubKey hubKey;
    private final Clock clock;

    SnapshotBuilder(ReadSnapshot snapshot, Heads heads, HubKey hubKey, Clock clock) {
        this.snapshot = snapshot;
        this.heads = heads;
        this.hubKey = hubKey;
        this.clock = clock;
    }

    /** What was built: the feed's sequence it stands at, and the hub's signed note of that. */
    record Built(long sequence, String note) {}

    Built build(Path file) {
        // made before the read begins: reading may not write
        hubKey.signing();
        Built built = snapshot.read(source -> {
            try (Connection target = DriverManager.getConnection("jdbc:sqlite:" + file)) {
                return copy(source, target);
            }
        });
        if (built == null) {
            throw new IllegalStateException("nothing was built");
        }
        return built;
    }

    private Built copy(Connection source, Connection target) throws SQLException {
        try (Statement statement = target.createStatement()) {
            // the file is thrown away where this process does not come to its end
            statement.execute("PRAGMA journal_mode=OFF");
            statement.execute("PRAGMA synchronous=OFF");
            for (String table : ReplicaFormat.TABLES) {
                statement.execute(table);
            }
        }
        target.setAutoCommit(false);
        Head head = heads.read(source, Head.REGISTRY);
        copy(
                source,
                target,
                "SELECT type, id, body FROM registry_record",
                "INSERT INTO record (type, id, body) VALUES (?, ?, ?)");
        copy(
                source,
                target,
                "SELECT gtin, serial, lot, status FROM registry_unit ORDER BY gtin, serial",
                "INSERT INTO unit (gtin, serial, lot, status) VALUES (?, ?, ?, ?)");
        copy(
                source,
                target,
                "SELECT gtin, digits, first, last, sequence, lot, status FROM registry_range",
                "INSERT INTO unit_range (gtin, digits, first, last, sequence, lot, status) VALUES (?, ?, ?, ?, ?, ?, ?)");
        String note = hubKey.signing()
                .signNote(new LogHead(
                                "quaymark/registry/" + hubKey.epoch(), head.sequence(), head.hash(), clock.instant())
                        .toNoteText());
        Map<String, String> meta = Map.of(
                ReplicaFormat.META_FORMAT, String.valueOf(ReplicaFormat.VERSION),
                ReplicaFormat.META_EPOCH, hubKey.epoch(),
                ReplicaFormat.META_SEQUENCE, String.valueOf(head.sequence()),
                ReplicaFormat.META_CHAIN, HexFormat.of().formatHex(head.hash()),
                ReplicaFormat.META_CHECKPOINT, note);
        for (Map.Entry<String, String> entry : meta.entrySet()) {
            Sql.update(target, "INSERT INTO meta (key, value) VALUES (?, ?)", entry.getKey(), entry.getValue());
        }
        target.commit();
        return new Built(head.sequence(), note);
    }

    private static void copy(Connection source, Connection target, String query, String insert) throws SQLException {
        try (PreparedStatement read = source.prepareStatement(query);
                PreparedStatement write = target.prepareStatement(insert)) {
            read.setFetchSize(ROWS);
            try (ResultSet row = read.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                int waiting = 0;
                while (row.next()) {
                    for (int i = 1; i <= columns; i++) {
                        write.setObject(i, row.getObject(i));
                    }
                    write.addBatch();
                    if (++waiting == ROWS) {
                        write.executeBatch();
                        waiting = 0;
                    }
                }
                write.executeBatch();
            }
        }
    }
}
