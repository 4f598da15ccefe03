package org.quaymark.edge.uplink;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to the hub.
 *
 * @param path below the hub's address: {@code /api/v1/…}
 * @param query without the question mark, null where there is none
 * @param headers besides the signature's
 * @param timeout for the whole exchange, the answer's body included
 * @param maxAnswerBytes an answer may have
 */
public record HubRequest(
        String method,
        String path,
        @Nullable String query,
        Map<String, String> headers,
        byte[] body,
        Duration timeout,
        int maxAnswerBytes) {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** A GET. */
    public static HubRequest get(String path, @Nullable String query, Duration timeout, int maxAnswerBytes) {
        return new HubRequest("GET", path, query, Map.of(), new byte[0], timeout, maxAnswerBytes);
    }

    /** A POST, answered with 1 MiB at most. */
    public static HubRequest post(String path, Map<String, String> headers, byte[] body) {
        return new HubRequest("POST", path, null, headers, body, TIMEOUT, 1 << 20);
    }

    /** The same with one header more. */
    public HubRequest with(String header, String value) {
        Map<String, String> more = new java.util.HashMap<>(headers);
        more.put(header, value);
        return new HubRequest(method, path, query, Map.copyOf(more), body, timeout, maxAnswerBytes);
    }
}
