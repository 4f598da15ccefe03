package org.quaymark.sim.whole;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quaymark.sim.containers.Engine;
import org.quaymark.sim.deployment.EdgeProcess;
import org.quaymark.sim.deployment.EdgeState;
import org.quaymark.sim.deployment.HubClient;
import org.quaymark.sim.deployment.HubProcess;
import org.quaymark.sim.deployment.Ports;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.MountableFile;

/** Our processes with Mosquitto and PostgreSQL from their images, set up as the compose file does. */
class ContainersIT {
    private static final String MOSQUITTO = "eclipse-mosquitto:2";
    private static final String POSTGRES = "postgres:17";
    private static final int MQTT = 1883;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    @Timeout(300)
    void aScanThroughMosquittoBecomesACaseInPostgres() throws Exception {
        Engine.assumeImages(MOSQUITTO, POSTGRES, "testcontainers/ryuk:0.14.0");
        Path configuration = Path.of("../docker/mosquitto/mosquitto.conf").toRealPath();
        try (GenericContainer<?> mosquitto = new GenericContainer<>(MOSQUITTO);
                PostgreSQLContainer postgres = new PostgreSQLContainer(POSTGRES)) {
            mosquitto
                    .withExposedPorts(MQTT)
                    .withCopyFileToContainer(
                            MountableFile.forHostPath(configuration, 0444), "/mosquitto/config/mosquitto.conf")
                    .start();
            postgres.start();
            String broker = "tcp://" + mosquitto.getHost() + ":" + mosquitto.getMappedPort(MQTT);
            List<String> database = List.of(
                    "--database", postgres.getJdbcUrl(),
                    "--database-user", postgres.getUsername(),
                    "--database-password", postgres.getPassword());
            scanAndSeeTheCase(broker, database);
        }
    }

    private static void scanAndSeeTheCase(String broker, List<String> database) throws Exception {
        Path directory = Places.directory("containers");
        Path logs = Files.createDirectories(directory.resolve("logs"));
        Ports ports = new Ports();
        try (HubProcess hub = HubProcess.start(new HubProcess.Settings(
                        Places.jars().hub(), directory.resolve("hub"), ports.free(), database, logs))
                .awaitReady()) {
            HubClient api = new HubClient(hub.url(), hub.key("test", "registry:read,registry:write,cases:read"));
            api.importLines(Deployment.examples());
            List<String> source = List.of("--hub", hub.url(), "--enrol", hub.enrol(Deployment.SITE, Deployment.EDGE));
            try (EdgeProcess edge = EdgeProcess.start(new EdgeProcess.Settings(
                            Places.jars().edge(),
                            directory.resolve("edge"),
                            Deployment.SITE,
                            Deployment.EDGE,
                            broker,
                            ports.free(),
                            ports.free(),
                            source,
                            List.of(),
                            logs));
                    EdgeState state = EdgeState.follow(broker, Deployment.SITE, Deployment.EDGE);
                    Scanner scanner = Scanner.at(broker, Deployment.SITE)) {
                edge.awaitReady();
                state.awaitRegistry(api.registryHead(), PATIENCE);
                assertEquals(
                        "HOLD",
                        scanner.scan(Labels.runner("NEVER001")).path("verdict").asText());
                await().atMost(PATIENCE)
                        .until(() -> api.all("/cases").stream()
                                .anyMatch(found -> found.path("serial").asText().equals("NEVER001")));
            }
        }
    }
}
