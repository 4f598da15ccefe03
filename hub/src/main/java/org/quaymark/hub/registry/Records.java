package org.quaymark.hub.registry;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.registry.RecordType;
import org.quaymark.inspection.registry.RegistryRecord;
import org.quaymark.process.json.InvalidLine;
import org.quaymark.process.json.RegistryJson;

/** The registry's current records, to read. Thread-safe. */
@Singleton
public final class Records {
    private final Database database;

    Records(Database database) {
        this.database = database;
    }

    /** A record's line by its natural key, null where there is none. Not for serials. */
    public @Nullable String line(RecordType type, String id) {
        return database.find(connection -> Sql.first(
                connection,
                "SELECT body FROM registry_record WHERE type = ? AND id = ?",
                row -> row.getString(1),
                type.wireName(),
                id));
    }

    /** A record by its natural key, null where there is none: {@code record(SITE, "HAM1", Site.class)}. */
    public <T extends RegistryRecord> @Nullable T record(RecordType type, String id, Class<T> as) {
        String line = line(type, id);
        try {
            return line == null ? null : as.cast(RegistryJson.read(line));
        } catch (InvalidLine e) {
            throw new IllegalStateException("a stored record cannot be read: " + type + "/" + id, e);
        }
    }

    /** A record of the list, by its key. */
    public record Listed(String id, String line) {}

    /** Records of a type in the order of their keys, from after a key on. */
    public List<Listed> list(RecordType type, String after, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT id, body FROM registry_record WHERE type = ? AND id > ? ORDER BY id LIMIT ?",
                row -> new Listed(row.getString(1), row.getString(2)),
                type.wireName(),
                after,
                limit));
    }
}
