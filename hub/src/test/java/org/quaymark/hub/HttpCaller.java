package org.quaymark.hub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.quaymark.hub.identity.ApiKeys;
import org.quaymark.hub.identity.Scope;

/** Calls a hub over HTTP with a bearer key. */
public final class HttpCaller {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Hub hub;
    private final String key;

    private HttpCaller(Hub hub, String key) {
        this.hub = hub;
        this.key = key;
    }

    public static HttpCaller with(Hub hub, Scope... scopes) {
        return new HttpCaller(hub, hub.part(ApiKeys.class).create("test", Set.of(scopes)));
    }

    public static HttpCaller nobody(Hub hub) {
        return new HttpCaller(hub, "");
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> send(String method, String path, String body) {
        return send(request(path).method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.port() + path))
                .timeout(Duration.ofSeconds(60));
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("calling the hub", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("calling the hub", e);
        }
    }
}
