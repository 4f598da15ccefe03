package org.quaymark.sim.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.settings.Failure;
import org.quaymark.sim.deployment.Child;
import org.quaymark.sim.deployment.Waiting;

/** A PostgreSQL server of the machine's programs, where they are installed. As root it runs as the user {@code postgres}. */
final class Postgres implements AutoCloseable {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Duration START = Duration.ofSeconds(60);
    private static final String USER = "quaymark";

    private final Path programs;
    private final Path data;
    private final int port;
    private final Path log;
    private volatile Child child;

    @SuppressWarnings("NullAway.Init")
    private Postgres(Path programs, Path data, int port, Path log) {
        this.programs = programs;
        this.data = data;
        this.port = port;
        this.log = log;
    }

    /** One in that directory; null where the programs are not installed. */
    static @Nullable Postgres start(Path directory, int port) throws IOException {
        Path programs = programs();
        if (programs == null) {
            return null;
        }
        // Its user must reach it, whoever may enter the campaign's directory.
        Path data = isRoot() ? Files.createTempDirectory("quaymark-postgres-") : Files.createDirectories(directory);
        Postgres server = new Postgres(programs, data, port, directory.resolveSibling("postgres.log"));
        if (isRoot()) {
            run(List.of("chown", "postgres", data.toString()));
        }
        run(server.asServer("initdb", "-D", data.resolve("db").toString(), "-U", USER, "-A", "trust", "-E", "UTF8"));
        server.child = server.launch();
        server.awaitReady();
        return server;
    }

    private static @Nullable Path programs() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return null;
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    /** What the hub is told. */
    List<String> flags() {
        return List.of(
                "--database",
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "--database-user",
                USER,
                "--database-password",
                "unused");
    }

    /** SIGKILL, and again on the same data. */
    synchronized void killAndStartAgain() {
        child.kill();
        // its children end by themselves, and it does not start before they have; until then they may take connections
        boolean started = Waiting.until(START, () -> {
            if (!child.isAlive()) {
                child = launch();
            }
            return answers();
        });
        if (!started) {
            throw new Failure("PostgreSQL does not start again\n" + child.tail());
        }
    }

    /** Started again where it ended by itself: as it does beside children of one that was killed. */
    synchronized void startAgainIfEnded() {
        if (!child.isAlive()) {
            child = launch();
        }
    }

    private void awaitReady() {
        if (!Waiting.until(START, () -> answers() || !child.isAlive()) || !child.isAlive()) {
            throw new Failure("PostgreSQL does not start\n" + child.tail());
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected() && child.isAlive();
        } catch (IOException e) {
            return false;
        }
    }

    private Child launch() {
        return Child.startProgram(
                "postgres",
                asServer(
                        "postgres",
                        "-D",
                        data.resolve("db").toString(),
                        "-p",
                        String.valueOf(port),
                        "-k",
                        data.toString(),
                        "-c",
                        "listen_addresses=127.0.0.1"),
                Map.of(),
                log);
    }

    /** The server refuses to be root. */
    private List<String> asServer(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new Failure(String.join(" ", command) + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        child.close();
        if (isRoot()) {
            run(List.of("rm", "-rf", data.toString()));
        }
    }
}
