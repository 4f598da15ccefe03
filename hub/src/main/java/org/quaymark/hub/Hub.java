package org.quaymark.hub;

import io.micronaut.context.ApplicationContext;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.quaymark.hub.http.HttpServers;
import org.quaymark.hub.storage.Changes;
import org.quaymark.hub.storage.DatabaseSettings;
import org.quaymark.hub.storage.Migrations;

/** One hub process's parts, assembled. */
public final class Hub implements AutoCloseable {
    private final ApplicationContext context;
    private int port;

    private Hub(ApplicationContext context) {
        this.context = context;
    }

    /** Opens the database, brings its schema to this version, and makes the parts; nothing listens yet. */
    public static Hub open(HubSettings settings, Clock clock) {
        DatabaseSettings database = settings.database();
        ApplicationContext context = ApplicationContext.builder()
                .properties(database.properties())
                .singletons(settings, database, clock, settings.http())
                .deduceEnvironment(false)
                .banner(false)
                .start();
        try {
            context.getBean(Migrations.class).run();
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
        return new Hub(context);
    }

    /** Starts to serve: the server, the background work. */
    public Hub serve() throws Exception {
        HubSettings settings = part(HubSettings.class);
        part(Changes.class).start();
        context.getBeansOfType(Background.class).forEach(Background::start);
        port = part(HttpServers.class).listen(settings.httpHost(), settings.httpPort());
        return this;
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** A part by its type. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Stops: first the server, then the background work, then the database. */
    @Override
    public void close() {
        try {
            if (port != 0) {
                part(HttpServers.class).close();
                part(Vertx.class)
                        .close()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("stopping the server", e);
        } finally {
            context.close();
        }
    }
}
