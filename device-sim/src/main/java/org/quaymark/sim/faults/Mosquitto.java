package org.quaymark.sim.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.sim.deployment.Child;

/** A broker that stands alone: the machine's Mosquitto, where it is installed. */
final class Mosquitto implements AutoCloseable {
    private static final List<Path> PROGRAMS = List.of(
            Path.of("/usr/sbin/mosquitto"), Path.of("/usr/local/sbin/mosquitto"), Path.of("/usr/bin/mosquitto"));

    private final Path program;
    private final Path configuration;
    private final Path log;
    private Child child;

    private Mosquitto(Path program, Path configuration, Path log) {
        this.program = program;
        this.configuration = configuration;
        this.log = log;
        this.child = launch();
    }

    /** One on that port; null where it is not installed. */
    static @Nullable Mosquitto start(Path directory, int port) throws IOException {
        for (Path program : PROGRAMS) {
            if (Files.isExecutable(program)) {
                Files.createDirectories(directory);
                Path configuration = Files.writeString(directory.resolve("mosquitto.conf"), """
                    listener %d 127.0.0.1
                    allow_anonymous true
                    set_tcp_nodelay true
                    max_topic_alias 0
                    max_queued_messages 0
                    user root
                    """.formatted(port));
                return new Mosquitto(program, configuration, directory.resolve("mosquitto.log"));
            }
        }
        return null;
    }

    private Child launch() {
        return Child.startProgram(
                "mosquitto", List.of(program.toString(), "-c", configuration.toString()), Map.of(), log);
    }

    /** SIGKILL, and a new one that knows nothing of the old. */
    void killAndStartAgain() {
        child.kill();
        child = launch();
    }

    @Override
    public void close() {
        child.close();
    }
}
