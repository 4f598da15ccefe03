package org.quaymark.sim.deployment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.quaymark.process.settings.Failure;

/** A hub of ours: the server, and the commands beside it. */
public final class HubProcess implements AutoCloseable {
    private static final List<String> SERVER = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final List<String> COMMAND =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");
    private static final Duration START = Duration.ofSeconds(90);

    private final Settings settings;
    private volatile Child server;

    /**
     * How it runs.
     *
     * @param database more flags that say where the data is, such as {@code --database URL}; may be empty
     * @param java more flags of its Java
     * @param logs directory of what it prints
     */
    public record Settings(Path jar, Path data, int port, List<String> database, List<String> java, Path logs) {
        public Settings {
            database = List.copyOf(database);
            java = List.copyOf(java);
        }

        /** With no more flags of Java. */
        public Settings(Path jar, Path data, int port, List<String> database, Path logs) {
            this(jar, data, port, database, List.of(), logs);
        }

        /** The same with these flags of Java. */
        public Settings with(List<String> flags) {
            return new Settings(jar, data, port, database, flags, logs);
        }
    }

    private HubProcess(Settings settings) {
        this.settings = settings;
        this.server = launch(settings);
    }

    /** Starts it, and does not wait. */
    public static HubProcess start(Settings settings) {
        return new HubProcess(settings);
    }

    /** Waits until it is ready. */
    public HubProcess awaitReady() {
        Health.await(server, url() + "/health/ready", START);
        return this;
    }

    /** Whether it is ready now. */
    public boolean isReady() {
        return Health.isOk(url() + "/health/ready");
    }

    /** SIGKILL, and a new process on the same data; does not wait until it is ready. */
    public synchronized void killAndStartAgain() {
        server.kill();
        server = launch(settings);
    }

    /** A new process on the same data where the last one ended by itself; whether it had. */
    public synchronized boolean startAgainIfEnded() {
        if (server.isAlive()) {
            return false;
        }
        server = launch(settings);
        return true;
    }

    /** {@code http://127.0.0.1:port}. */
    public String url() {
        return "http://127.0.0.1:" + settings.port();
    }

    /** Where it listens. */
    public int port() {
        return settings.port();
    }

    public Child child() {
        return server;
    }

    /** Starts it again on the same data, and waits until it is ready. */
    public void restart() {
        server.stop();
        server = launch(settings);
        awaitReady();
    }

    /** A bearer key with those scopes. */
    public String key(String name, String scopes) {
        return lastWord(run("key", "create", "--name", name, "--scopes", scopes));
    }

    /** A one-time enrolment code. */
    public String enrol(String site, String edge) {
        return lastWord(run("enrol", "--site", site, "--edge", edge));
    }

    /** A person who can log in. */
    public Login user(String name, String roles) {
        String printed = run("user", "create", "--name", name, "--roles", roles);
        return new Login(name, field(printed, "password:"), field(printed, "totp:"));
    }

    /** Runs a command of the hub's on its data, and gives what it printed on stdout. */
    public String run(String... command) {
        List<String> args = new ArrayList<>(List.of(command));
        args.add("--data");
        args.add(settings.data().toString());
        args.addAll(settings.database());
        Path errors = settings.logs().resolve("hub-commands.log");
        ProcessBuilder builder = new ProcessBuilder(Child.command(settings.jar(), COMMAND, args));
        builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new Failure("hub " + String.join(" ", command) + " failed, see " + errors);
            }
            return printed;
        } catch (IOException e) {
            throw new Failure("hub " + String.join(" ", command) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("hub " + String.join(" ", command) + " was interrupted", e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private static Child launch(Settings settings) {
        List<String> args = new ArrayList<>(List.of(
                "serve",
                "--data",
                settings.data().toString(),
                "--http-host",
                "127.0.0.1",
                "--http-port",
                String.valueOf(settings.port())));
        args.addAll(settings.database());
        List<String> java = new ArrayList<>(SERVER);
        java.addAll(settings.java());
        return Child.start(
                "hub", settings.jar(), java, args, Map.of(), settings.logs().resolve("hub.log"));
    }

    private static String lastWord(String printed) {
        String[] words = printed.strip().split("\\s+");
        return words[words.length - 1];
    }

    private static String field(String printed, String name) {
        return printed.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElseThrow(() -> new Failure("hub user create did not print a line '" + name + "'"));
    }
}
