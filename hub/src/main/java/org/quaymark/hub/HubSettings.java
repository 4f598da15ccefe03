package org.quaymark.hub;

import java.nio.file.Path;
import org.quaymark.hub.http.HttpSettings;
import org.quaymark.hub.storage.DatabaseSettings;

/**
 * What a hub process is started with.
 *
 * @param data directory for files: the SQLite database where that is used, snapshots
 * @param httpPort 0 takes a free one
 * @param http what callers are granted
 */
public record HubSettings(Path data, String httpHost, int httpPort, DatabaseSettings database, HttpSettings http) {
    /** With the standard limits for callers. */
    public HubSettings(Path data, String httpHost, int httpPort, DatabaseSettings database) {
        this(data, httpHost, httpPort, database, HttpSettings.standard());
    }

    /** For a command that opens the database and serves nothing. */
    static HubSettings offline(DatabaseOptions options) {
        return new HubSettings(options.data, "127.0.0.1", 0, options.settings());
    }
}
