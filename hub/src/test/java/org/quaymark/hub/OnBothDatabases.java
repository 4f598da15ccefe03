package org.quaymark.hub;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.quaymark.hub.http.HttpSettings;
import org.quaymark.hub.storage.DatabaseSettings;
import org.quaymark.hub.storage.Engine;

/**
 * What every contract of the hub's storage starts from: an abstract class of tests is run by two small classes, one for each
 * engine, that say which.
 */
public abstract class OnBothDatabases {
    @TempDir
    protected Path directory = Path.of(".");

    protected DatabaseSettings settings = DatabaseSettings.sqlite(Path.of("."));
    private final List<Hub> hubs = new ArrayList<>();

    /** Which database. */
    protected abstract Engine engine();

    @BeforeEach
    void makeDatabase() {
        settings = switch (engine()) {
            case SQLITE -> DatabaseSettings.sqlite(directory);
            case POSTGRESQL -> PostgresServer.freshDatabase();
        };
    }

    /** One more hub on the test's database; closed after the test. */
    protected final Hub openHub() {
        return openHub(HttpSettings.standard());
    }

    private Hub openHub(HttpSettings http) {
        Hub hub = Hub.open(new HubSettings(directory, "127.0.0.1", 0, settings, http), Clock.systemUTC());
        hubs.add(hub);
        return hub;
    }

    /** The same, serving. */
    protected final Hub serve() {
        return serve(HttpSettings.standard());
    }

    /** The same, granting its callers something else. */
    protected final Hub serve(HttpSettings http) {
        try {
            return openHub(http).serve();
        } catch (Exception e) {
            throw new IllegalStateException("serving", e);
        }
    }

    @AfterEach
    void closeHubs() {
        hubs.forEach(Hub::close);
    }
}
