package org.quaymark.sim.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.quaymark.process.json.Json;
import org.quaymark.process.settings.Failure;

/** The hub's API with a bearer key. Every call waits for its answer; an answer that is no success is a {@link Failure}. */
public final class HubClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int PAGE = 1_000;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final String base;
    private final String key;

    /** The hub at that address ({@code http://host:port}). */
    public HubClient(String hub, String key) {
        this.base = hub + "/api/v1";
        this.key = key;
    }

    /**
     * An answer as it came.
     *
     * @param latest the header {@code Quaymark-Latest}, -1 where there is none
     */
    public record Reply(int status, String body, long latest) {
        /** The body as JSON. */
        public JsonNode json() {
            try {
                return Json.LENIENT.readTree(body);
            } catch (JsonProcessingException e) {
                throw new Failure("the hub did not answer with JSON: " + body, e);
            }
        }
    }

    /** Imports a registry file; the answer says what was refused. */
    public JsonNode importRegistry(Path file) {
        try {
            return good(send(request("/registry/imports")
                            .header("content-type", "application/x-ndjson")
                            .POST(HttpRequest.BodyPublishers.ofFile(file))))
                    .json();
        } catch (IOException e) {
            throw new Failure("reading " + file, e);
        }
    }

    /** Imports registry lines; the answer says what was refused. */
    public JsonNode importLines(String lines) {
        return good(send(request("/registry/imports")
                        .header("content-type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(lines))))
                .json();
    }

    /** The number of the registry's last change. */
    public long registryHead() {
        return good(get("/registry/changes?after=0&limit=1")).latest();
    }

    /** Every item of a list. */
    public List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        String cursor = "";
        do {
            JsonNode page =
                    good(get(path + separator + "limit=" + PAGE + cursor)).json();
            page.path("items").forEach(items::add);
            JsonNode next = page.path("next");
            cursor = next.isTextual() ? "&cursor=" + URLEncoder.encode(next.asText(), StandardCharsets.UTF_8) : "";
        } while (!cursor.isEmpty());
        return items;
    }

    /** A GET, whatever its answer. */
    public Reply get(String path) {
        return send(request(path).GET());
    }

    /** A PUT of JSON that must succeed. */
    public JsonNode put(String path, String json) {
        return good(send(request(path)
                        .header("content-type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(json))))
                .json();
    }

    /** A POST of JSON, whatever its answer. */
    public Reply post(String path, String json) {
        return send(request(path)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** The reply, where it is a success. */
    public static Reply good(Reply reply) {
        if (reply.status() < 200 || reply.status() > 299) {
            throw new Failure("the hub answered " + reply.status() + ": " + reply.body());
        }
        return reply;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .header("authorization", "Bearer " + key);
    }

    private Reply send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            long latest = response.headers().firstValueAsLong("quaymark-latest").orElse(-1);
            return new Reply(response.statusCode(), response.body(), latest);
        } catch (IOException e) {
            throw new Failure(request.method() + " " + request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(request.method() + " " + request.uri() + " was interrupted", e);
        }
    }
}
