package org.quaymark.hub.storage;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which database.
 *
 * @param url JDBC URL
 * @param user null where the URL has it, or the engine needs none
 * @param poolSize most connections at a time
 */
public record DatabaseSettings(
        String url, @Nullable String user, @Nullable String password, int poolSize) {
    /** The SQLite file in a data directory. */
    public static DatabaseSettings sqlite(Path dataDirectory) {
        return new DatabaseSettings(
                "jdbc:sqlite:" + dataDirectory.resolve("hub.db")
                        + "?journal_mode=WAL&synchronous=FULL&busy_timeout=5000&transaction_mode=IMMEDIATE"
                        + "&foreign_keys=true&cache_size=-65536",
                null,
                null,
                12);
    }

    /** The engine that URL is for. */
    public Engine engine() {
        return Engine.of(url);
    }

    /** As Micronaut's properties of the data source called default. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        String driver = switch (engine()) {
            case SQLITE -> SqliteDriver.registered();
            case POSTGRESQL -> "org.postgresql.Driver";
        };
        properties.put("datasources.default.url", pooledUrl());
        properties.put("datasources.default.driver-class-name", driver);
        properties.put("datasources.default.username", user == null ? "" : user);
        properties.put("datasources.default.password", password == null ? "" : password);
        properties.put("datasources.default.dialect", "ANSI");
        properties.put("datasources.default.schema-generate", "NONE");
        properties.put("datasources.default.maximum-pool-size", poolSize);
        properties.put("datasources.default.minimum-idle", 1);
        properties.put("datasources.default.connection-timeout", 10_000);
        return properties;
    }

    /** PostgreSQL takes a batch of inserts as one statement of many rows only where its driver is told to send it so. */
    private String pooledUrl() {
        if (engine() != Engine.POSTGRESQL || url.contains("reWriteBatchedInserts")) {
            return url;
        }
        return url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true";
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + engine() + "]";
    }
}
