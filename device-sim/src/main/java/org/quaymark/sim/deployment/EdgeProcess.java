package org.quaymark.sim.deployment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An edge agent of ours. */
public final class EdgeProcess implements AutoCloseable {
    private static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final Duration START = Duration.ofSeconds(90);

    private final Settings settings;
    private volatile Child child;

    /**
     * How it runs.
     *
     * @param broker {@code embedded} or {@code tcp://…}
     * @param mqttPort port of the embedded broker
     * @param source where the registry comes from: {@code --hub URL --enrol CODE} or {@code --registry FILE}
     * @param more more flags
     * @param java more flags of its Java
     * @param logs directory of what it prints
     */
    public record Settings(
            Path jar,
            Path data,
            String site,
            String edge,
            String broker,
            int mqttPort,
            int httpPort,
            List<String> source,
            List<String> more,
            List<String> java,
            Path logs) {
        public Settings {
            source = List.copyOf(source);
            more = List.copyOf(more);
            java = List.copyOf(java);
        }

        /** With no more flags of Java. */
        public Settings(
                Path jar,
                Path data,
                String site,
                String edge,
                String broker,
                int mqttPort,
                int httpPort,
                List<String> source,
                List<String> more,
                Path logs) {
            this(jar, data, site, edge, broker, mqttPort, httpPort, source, more, List.of(), logs);
        }

        /** The same with these flags of Java. */
        public Settings with(List<String> flags) {
            return new Settings(jar, data, site, edge, broker, mqttPort, httpPort, source, more, flags, logs);
        }
    }

    private EdgeProcess(Settings settings) {
        this.settings = settings;
        this.child = launch(settings);
    }

    /** Starts it, and does not wait. */
    public static EdgeProcess start(Settings settings) {
        return new EdgeProcess(settings);
    }

    /** Waits until it is ready. */
    public EdgeProcess awaitReady() {
        Health.await(child, url() + "/health/ready", START);
        return this;
    }

    /** Whether it is ready now. */
    public boolean isReady() {
        return Health.isOk(url() + "/health/ready");
    }

    /** Address of the dock page. */
    public String url() {
        return "http://127.0.0.1:" + settings.httpPort();
    }

    /** Address of the broker it uses. */
    public String broker() {
        return settings.broker().equals("embedded") ? "tcp://127.0.0.1:" + settings.mqttPort() : settings.broker();
    }

    public Settings settings() {
        return settings;
    }

    public Child child() {
        return child;
    }

    /** SIGKILL, and a new process on the same data; does not wait until it is ready. */
    public synchronized void killAndStartAgain() {
        child.kill();
        child = launch(settings);
    }

    /** A new process on the same data where the last one ended by itself; whether it had. */
    public synchronized boolean startAgainIfEnded() {
        if (child.isAlive()) {
            return false;
        }
        child = launch(settings);
        return true;
    }

    @Override
    public void close() {
        child.close();
    }

    private static Child launch(Settings settings) {
        List<String> args = new ArrayList<>(List.of(
                "--data", settings.data().toString(),
                "--site", settings.site(),
                "--edge", settings.edge(),
                "--country", "DE",
                "--broker", settings.broker(),
                "--http-host", "127.0.0.1",
                "--http-port", String.valueOf(settings.httpPort())));
        if (settings.broker().equals("embedded")) {
            args.addAll(List.of("--mqtt-host", "127.0.0.1", "--mqtt-port", String.valueOf(settings.mqttPort())));
        }
        args.addAll(settings.source());
        args.addAll(settings.more());
        List<String> java = new ArrayList<>(JVM);
        java.addAll(settings.java());
        return Child.start(
                "edge-agent",
                settings.jar(),
                java,
                args,
                Map.of(),
                settings.logs().resolve("edge-agent.log"));
    }
}
