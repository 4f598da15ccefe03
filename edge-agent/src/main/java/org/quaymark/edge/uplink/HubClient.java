package org.quaymark.edge.uplink;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.tls.Trust;
import org.quaymark.inspection.log.RequestSignature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP to the hub: signed where the edge is enrolled, bounded in time and size, never following a redirect. Knows how far
 * the edge's clock is off the hub's. Thread-safe.
 */
public final class HubClient {
    private static final Logger LOG = LoggerFactory.getLogger(HubClient.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final URI hub;
    private final Clock clock;
    private final HttpClient http;
    private volatile Duration offset = Duration.ZERO;
    private volatile Consumer<Duration> clockOff = off -> {};

    /**
     * A client of that hub.
     *
     * @param hub {@code http} or {@code https}, a path before {@code /api/v1} is allowed
     * @throws IllegalArgumentException where it is no such address
     */
    public HubClient(URI hub, Clock clock) {
        this(hub, clock, Trust.SYSTEM);
    }

    /**
     * The same with other trust.
     *
     * @param trust whom to believe behind {@code https}
     */
    public HubClient(URI hub, Clock clock, Trust trust) {
        this.hub = checked(hub);
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .sslContext(trust.context())
                .build();
    }

    /** The time as the hub has it, as far as it is known. */
    public Instant hubTime() {
        return clock.instant().plus(offset);
    }

    /** Has somebody told, after each answer that has the hub's time, what has to be added to this machine's clock for it. */
    public void tellClock(Consumer<Duration> listener) {
        clockOff = listener;
    }

    /**
     * Sends a request and waits for the answer. Where the hub finds the clock too far off, it is set by the hub's and the
     * request sent once more.
     *
     * @param identity signs it; null for the one request before enrolment
     * @throws IOException where there is no answer in time, or one too long
     */
    public HubAnswer send(@Nullable EdgeIdentity identity, HubRequest request)
            throws IOException, InterruptedException {
        HubAnswer answer = exchange(identity, request);
        if (answer.status() == 401 && identity != null && answer.isProblem("/clock-skew")) {
            Instant theirs = answer.date();
            if (theirs != null) {
                offset = Duration.between(clock.instant(), theirs);
                LOG.warn(
                        "This machine's clock is {} s off the hub's; requests are signed by the hub's",
                        offset.toSeconds());
                return exchange(identity, request);
            }
        }
        return answer;
    }

    /** Whether an exchange failed for the size of its answer: too long, or not there in time. Then it is worth asking for less. */
    public static boolean wasTooMuch(Exception failure) {
        return failure instanceof BoundedBody.BodyTooLarge
                || failure.getCause() instanceof TimeoutException
                || failure.getCause() instanceof HttpTimeoutException;
    }

    private HubAnswer exchange(@Nullable EdgeIdentity identity, HubRequest request)
            throws IOException, InterruptedException {
        String path = hub.getRawPath() + request.path();
        URI uri = hub.resolve(path + (request.query() == null ? "" : "?" + request.query()));
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri)
                .timeout(request.timeout())
                .header("Accept", "application/json, application/problem+json, application/x-ndjson, */*;q=0.1")
                .method(
                        request.method(),
                        request.body().length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::setHeader);
        if (identity != null) {
            RequestSignature.sign(
                            identity.key(),
                            identity.edge(),
                            request.method(),
                            path,
                            request.query(),
                            request.body(),
                            hubTime())
                    .forEach(builder::setHeader);
        }
        CompletableFuture<HttpResponse<byte[]>> exchange =
                http.sendAsync(builder.build(), info -> new BoundedBody(request.maxAnswerBytes()));
        try {
            // The builder's timeout ends with the headers; a body that drips must end too.
            HttpResponse<byte[]> response = exchange.get(request.timeout().toMillis(), TimeUnit.MILLISECONDS);
            HubAnswer answer = new HubAnswer(response.statusCode(), response.headers(), response.body());
            Instant theirs = answer.date();
            if (theirs != null) {
                clockOff.accept(Duration.between(clock.instant(), theirs));
            }
            return answer;
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new IOException(request.method() + " " + uri + ": no answer within " + request.timeout(), e);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof BoundedBody.BodyTooLarge tooLarge) {
                throw tooLarge;
            }
            throw new IOException(request.method() + " " + uri + ": " + cause, cause);
        }
    }

    /**
     * The address without a slash at its end.
     *
     * @throws IllegalArgumentException where it is no address of a hub
     */
    public static URI checked(URI hub) {
        String scheme = hub.getScheme();
        if (scheme == null
                || !(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
                || hub.getHost() == null) {
            throw new IllegalArgumentException("not an http or https address: " + hub);
        }
        if (hub.getRawUserInfo() != null || hub.getRawQuery() != null || hub.getRawFragment() != null) {
            throw new IllegalArgumentException("a hub's address has no user, query or fragment: " + hub.getHost());
        }
        String text = hub.toString();
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }
}
