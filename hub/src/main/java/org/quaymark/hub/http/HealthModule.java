package org.quaymark.hub.http;

import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;
import org.quaymark.process.http.HealthRoutes;
import org.quaymark.process.http.MetricsRoute;

/** {@code /health/…} and {@code /metrics}. */
@Singleton
final class HealthModule implements HttpModule {
    private final Vertx vertx;
    private final Database database;
    private final MetricsRoute metrics;

    HealthModule(Vertx vertx, Database database, MetricsRoute metrics) {
        this.vertx = vertx;
        this.database = database;
        this.metrics = metrics;
    }

    @Override
    public void pages(Routes routes) {
        new HealthRoutes()
                .checkLater("database", () -> vertx.executeBlocking(this::databaseAnswers, false))
                .mount(routes.router());
        metrics.mount(routes.router());
    }

    @SuppressWarnings("NullAway") // null: all is well
    private String databaseAnswers() {
        Objects.requireNonNull(database.read(connection -> Sql.list(connection, "SELECT 1", row -> row.getInt(1))));
        return null;
    }
}
