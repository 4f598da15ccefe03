package org.quaymark.sim.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.quaymark.process.json.Json;
import org.quaymark.process.settings.Failure;

/** The customs office and the platform as a process of ours. */
public final class CounterpartsProcess implements AutoCloseable {
    private static final List<String> JVM = List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final Duration START = Duration.ofSeconds(30);

    private final Child child;
    private final int port;
    private final String customsSecret;
    private final String platformSecret;
    private final HttpClient http = HttpClient.newHttpClient();

    private CounterpartsProcess(Child child, int port, String customsSecret, String platformSecret) {
        this.child = child;
        this.port = port;
        this.customsSecret = customsSecret;
        this.platformSecret = platformSecret;
    }

    /** Starts it, and does not wait; what it must not show to other users of the machine goes by the environment. */
    public static CounterpartsProcess start(Path jar, int port, String hub, String key, String decide, Path logs) {
        String customs = newSecret();
        String platform = newSecret();
        Child child = Child.start(
                "counterparts",
                jar,
                JVM,
                List.of("counterparts", "--http-port", String.valueOf(port), "--hub", hub, "--decide", decide),
                Map.of(
                        "QUAYMARK_CUSTOMS_SECRET", customs,
                        "QUAYMARK_PLATFORM_SECRET", platform,
                        "QUAYMARK_KEY", key),
                logs.resolve("counterparts.log"));
        return new CounterpartsProcess(child, port, customs, platform);
    }

    /** Waits until they listen. */
    public CounterpartsProcess awaitReady() {
        Health.await(child, url() + "/health", START);
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public Child child() {
        return child;
    }

    /** What makes them known to the hub: {@code PUT /exchange/endpoints}. */
    public String endpoints() {
        var root = Json.STRICT.createObjectNode();
        var items = root.putArray("items");
        items.addObject()
                .put("id", "demo-customs")
                .put("kind", "customs")
                .put("url", url() + "/customs")
                .put("secret", customsSecret)
                .put("allowPrivate", true)
                .put("enabled", true);
        items.addObject()
                .put("id", "demo-platform")
                .put("kind", "platform")
                .put("url", url() + "/platform")
                .put("secret", platformSecret)
                .put("allowPrivate", true)
                .put("enabled", true);
        return root.toString();
    }

    /** What they received and answered. */
    public JsonNode received() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/received"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return Json.LENIENT.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new Failure("asking the counterparts: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("asking the counterparts was interrupted", e);
        }
    }

    @Override
    public void close() {
        child.close();
    }

    private static String newSecret() {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }
}
