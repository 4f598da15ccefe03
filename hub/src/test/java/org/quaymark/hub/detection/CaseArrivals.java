package org.quaymark.hub.detection;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.quaymark.hub.HttpCaller;
import org.quaymark.process.json.Json;

/** Follows the stream of cases as an officer's page does, and notes when each serial's case was first heard of. */
final class CaseArrivals implements AutoCloseable {
    private final HttpCaller caller;
    private final Map<String, Long> heard = new ConcurrentHashMap<>();
    private final Thread reader;
    private volatile boolean closed;
    private volatile String last = "0";

    CaseArrivals(HttpCaller caller) {
        this.caller = caller;
        this.reader = new Thread(this::follow, "case-arrivals");
        reader.setDaemon(true);
        reader.start();
    }

    /** When each serial's case was first heard of, {@link System#nanoTime}. */
    Map<String, Long> heard() {
        return Map.copyOf(heard);
    }

    int count() {
        return heard.size();
    }

    private void follow() {
        HttpClient client = HttpClient.newHttpClient();
        while (!closed) {
            try {
                HttpResponse<java.io.InputStream> answer = client.send(
                        caller.request("/api/v1/cases/stream?after=" + last)
                                .timeout(java.time.Duration.ofMinutes(16))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
                BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
                for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
                    take(line);
                }
            } catch (IOException e) {
                // the stream ends every quarter of an hour: go on from where it was
                continue;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void take(String line) throws IOException {
        if (line.startsWith("id: ")) {
            last = line.substring(4);
        } else if (line.startsWith("data: ")) {
            JsonNode file = Json.LENIENT.readTree(line.substring(6));
            heard.putIfAbsent(file.path("serial").asText(), System.nanoTime());
        }
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
    }
}
