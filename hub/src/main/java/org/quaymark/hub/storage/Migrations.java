package org.quaymark.hub.storage;

import io.micronaut.context.annotation.Factory;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema to this version: {@code db/common} on both engines, then what one of them has of its own. */
@Singleton
public final class Migrations {
    private final DataSource dataSource;
    private final Engine engine;

    Migrations(DataSource dataSource, Engine engine) {
        this.dataSource = dataSource;
        this.engine = engine;
    }

    /** Migrates; several processes may do so at once. */
    public void run() {
        String own = switch (engine) {
            case SQLITE -> "classpath:db/sqlite";
            case POSTGRESQL -> "classpath:db/postgresql";
        };
        Flyway.configure()
                .dataSource(DelegatingDataSource.unwrapDataSource(dataSource))
                .locations("classpath:db/common", own)
                .placeholders(Map.of("bytes", engine.bytesType(), "zeros", zeros()))
                .load()
                .migrate();
    }

    /** The hash of a log without an entry: 32 zero bytes, as a literal. */
    private String zeros() {
        String hex = "00".repeat(32);
        return switch (engine) {
            case SQLITE -> "x'" + hex + "'";
            case POSTGRESQL -> "'\\x" + hex + "'";
        };
    }

    /** The engine, from the settings' URL. */
    @Factory
    static final class Engines {
        @Singleton
        Engine engine(DatabaseSettings settings) {
            return settings.engine();
        }
    }
}
