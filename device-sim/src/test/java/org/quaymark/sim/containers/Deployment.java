package org.quaymark.sim.containers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The compose file brought up under a name of its own, on free ports, with the jars of this build. */
final class Deployment implements AutoCloseable {
    private static final Duration BUILD = Duration.ofMinutes(6);
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMinutes(1);

    private final Path root;
    private final String project = "quaymark-it-" + ProcessHandle.current().pid();
    private final Map<String, String> environment = new HashMap<>();

    Deployment(Path root, Path jars) throws IOException {
        this.root = root;
        Files.createDirectories(jars);
        for (String module : List.of("hub", "edge-agent", "device-sim")) {
            Path built = root.resolve(module).resolve("target").resolve(module + ".jar");
            Files.copy(built, jars.resolve(module + ".jar"), StandardCopyOption.REPLACE_EXISTING);
        }
        environment.put("QUAYMARK_JARS", jars.toAbsolutePath().toString());
        environment.put("QUAYMARK_IMAGES", "quaymark-it");
        for (String port : List.of("QUAYMARK_HUB_PORT", "QUAYMARK_MQTT_PORT", "QUAYMARK_DOCK_PORT"))
            environment.put(port, "0");
    }

    void start() {
        Command built = compose(BUILD, "build");
        assertTrue(built.ok(), () -> "building the images: " + built.tail());
        Command up = compose(START, "up", "--detach", "--wait", "proxy", "edge");
        if (!up.ok()) {
            String logs = compose(SHORT, "logs", "--no-color", "--tail", "20").tail();
            throw new AssertionError("bringing it up: " + up.tail() + "\n" + logs);
        }
    }

    /** {@code host:port} of a service's published port. */
    String address(String service, int port) {
        Command answer = compose(SHORT, "port", service, Integer.toString(port));
        assertTrue(answer.ok(), answer::tail);
        return answer.output().strip();
    }

    /** A file among the keys that were made at the first start. */
    String key(String file) {
        Command answer = compose(SHORT, "exec", "-T", "edge", "cat", "/run/quaymark/keys/" + file);
        assertTrue(answer.ok(), answer::tail);
        return answer.output().strip();
    }

    void stop(String service) {
        Command stopped = compose(SHORT, "stop", "--timeout", "10", service);
        assertTrue(stopped.ok(), stopped::tail);
    }

    String logs() {
        return compose(SHORT, "logs", "--no-color", "--tail", "40").output();
    }

    @Override
    public void close() {
        compose(SHORT.multipliedBy(2), "down", "--volumes", "--remove-orphans", "--timeout", "5");
    }

    private Command compose(Duration deadline, String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                "docker", "compose", "-p", project, "-f", "docker-compose.yml", "-f", "docker/compose.jars.yml"));
        line.addAll(List.of(arguments));
        return Command.run(deadline, environment, root, line);
    }
}
