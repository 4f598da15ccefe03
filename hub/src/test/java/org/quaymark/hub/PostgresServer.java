package org.quaymark.hub;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.DatabaseSettings;

/** A real PostgreSQL, one for the whole test run, with a database of its own for each test. */
public final class PostgresServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private PostgresServer() {}

    /** A new, empty database. */
    public static synchronized DatabaseSettings freshDatabase() {
        try {
            EmbeddedPostgres running = server;
            if (running == null) {
                running = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                server = running;
            }
            String name = "hub" + DATABASES.incrementAndGet();
            try (Connection connection = running.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            return new DatabaseSettings(running.getJdbcUrl("postgres", name), "postgres", "postgres", 8);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("starting PostgreSQL", e);
        }
    }
}
