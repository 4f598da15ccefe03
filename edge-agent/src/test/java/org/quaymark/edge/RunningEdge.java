package org.quaymark.edge;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.quaymark.edge.device.DeviceSettings;
import org.quaymark.inspection.device.NoticeRule;
import org.quaymark.process.json.Json;

/** A whole edge with its own broker and a registry of one product, and scanners that are {@code mosquitto_rr}. */
final class RunningEdge implements AutoCloseable {
    private static final Path SCANNER = Path.of("/usr/bin/mosquitto_rr");
    private static final String REGISTRY = String.join(
            "\n",
            "{\"type\":\"party\",\"id\":\"acme\",\"name\":\"Acme AG\",\"roles\":[\"rights-holder\"],\"country\":\"CH\",\"status\":\"active\"}",
            "{\"type\":\"prefix\",\"prefix\":\"9506000\",\"holder\":\"acme\"}",
            "{\"type\":\"product\",\"gtin\":\"09506000134352\",\"brand\":\"Acme\",\"name\":\"Trail Runner 3\",\"holder\":\"acme\",\"serialisation\":\"serial\"}",
            "{\"type\":\"batch\",\"gtin\":\"09506000134352\",\"lot\":\"ABC123\",\"expiry\":\"2060-12-31\",\"markets\":[\"WW\"],\"quantity\":1000,\"status\":\"released\"}",
            "{\"type\":\"serials\",\"gtin\":\"09506000134352\",\"lot\":\"ABC123\",\"serials\":[\"yCH*4'h1Ab\",\"7Q4M2K9A\",\"8HZZ2K9Y\"],\"status\":\"issued\"}",
            "");

    private final Path directory;
    private final int mqttPort;
    private final int httpPort;
    private EdgeAgent agent;

    private RunningEdge(Path directory) throws IOException {
        this.directory = directory;
        this.mqttPort = freePort();
        this.httpPort = freePort();
        this.agent = start();
    }

    static RunningEdge start(Path directory) throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(SCANNER), "mosquitto_rr is not installed");
        return new RunningEdge(directory);
    }

    private EdgeAgent start() throws IOException {
        Path registry = directory.resolve("registry.ndjson");
        Files.writeString(registry, REGISTRY);
        EdgeSettings settings = new EdgeSettings(
                directory.resolve("edge"),
                "HAM1",
                "edge-1",
                "DE",
                null,
                null,
                "embedded",
                null,
                null,
                false,
                "127.0.0.1",
                mqttPort,
                "127.0.0.1",
                httpPort,
                null,
                registry,
                Duration.ZERO,
                Locale.ENGLISH,
                DeviceSettings.of(new NoticeRule(3, 20, 3), Duration.ofMinutes(5)),
                1L << 30,
                EdgeLinks.PLAIN);
        EdgeAgent started = EdgeAgent.start(settings, Clock.systemUTC(), problem -> {
            throw new AssertionError(problem);
        });
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(started::isReady);
        return started;
    }

    void restart() throws IOException {
        agent.close();
        agent = start();
    }

    String page(String path) {
        return "http://127.0.0.1:" + httpPort + path;
    }

    /** What a scanner at dock-3 is answered, by a program that is one. */
    JsonNode scan(String device, String payload) throws Exception {
        Path file = directory.resolve("payload");
        Files.write(file, payload.getBytes(StandardCharsets.UTF_8));
        String topic = "quaymark/v1/HAM1/dock-3/" + device;
        // The shell hands the bytes over as they are, whatever the machine's locale; mosquitto_rr reads no file.
        Process process = new ProcessBuilder(
                        "bash",
                        "-c",
                        "exec " + SCANNER + " -V 5 -q 1 -W 20 -p " + mqttPort + " -t " + topic + "/scan -e reply/"
                                + device + " -m \"$(cat " + file + ")\"")
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError("mosquitto_rr: " + answer);
        }
        return Json.LENIENT.readTree(answer);
    }

    /** The edge's retained status. */
    JsonNode status() throws Exception {
        Process process = new ProcessBuilder(
                        "/usr/bin/mosquitto_sub",
                        "-p",
                        String.valueOf(mqttPort),
                        "-C",
                        "1",
                        "-W",
                        "20",
                        "-t",
                        "quaymark/v1/HAM1/edge/edge-1/status")
                .start();
        return Json.LENIENT.readTree(process.getInputStream().readAllBytes());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        agent.close();
    }
}
