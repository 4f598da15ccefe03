package org.quaymark.hub.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quaymark.hub.Hub;
import org.quaymark.hub.HubSettings;
import org.quaymark.hub.storage.DatabaseSettings;

/**
 * The campaign in any size, on either engine, with the floor in the same run: a command and no part of the suite (its name says
 * so to Surefire).
 *
 * <pre>
 * mvn -q -pl inspection,process,hub test -Dtest=CloneCampaignRun -Dsurefire.failIfNoSpecifiedTests=false
 *     -Dquaymark.sightings=2000000 -Dquaymark.clones=1000 -Dquaymark.database=sqlite|postgresql|jdbc:postgresql://…
 * </pre>
 */
class CloneCampaignRun {
    @TempDir
    Path directory = Path.of(".");

    @Test
    void findsEveryPlantedCloneAndInventsNone() throws Exception {
        String database = System.getProperty("quaymark.database", "sqlite");
        CloneCampaign.Size size = new CloneCampaign.Size(
                Integer.getInteger("quaymark.sightings", 100_000),
                Integer.getInteger("quaymark.clones", 100),
                Integer.getInteger("quaymark.docks", 12),
                Integer.getInteger("quaymark.offline", 2),
                Integer.getInteger("quaymark.batch", 2_000),
                Long.getLong("quaymark.seed", 7));
        try (@Nullable
                EmbeddedPostgres server = database.equals("postgresql")
                        ? EmbeddedPostgres.builder().start()
                        : null) {
            DatabaseSettings settings = server != null
                    ? new DatabaseSettings(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres", 12)
                    : database.equals("sqlite")
                            ? DatabaseSettings.sqlite(directory)
                            : new DatabaseSettings(
                                    database,
                                    System.getProperty("quaymark.database.user", "postgres"),
                                    System.getProperty("quaymark.database.password", "postgres"),
                                    12);
            try (Hub hub = Hub.open(new HubSettings(directory, "127.0.0.1", 0, settings), Clock.systemUTC())
                    .serve()) {
                CloneCampaign.Result result = new CloneCampaign(hub, size).run();
                System.out.print(settings.engine() + ": " + CloneCampaign.text(result) + Floor.of(hub));
                assertEquals(result.planted(), result.found(), "found");
                assertEquals(0, result.invented(), "invented");
                assertTrue(result.latency(1) <= 2_000, "each within two seconds");
            }
        }
    }
}
