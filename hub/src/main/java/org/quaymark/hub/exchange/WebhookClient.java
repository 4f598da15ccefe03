package org.quaymark.hub.exchange;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Posts a webhook once. It connects to the very address that was checked, follows no redirect, waits a bounded time and
 * reads a bounded answer. Thread-safe.
 */
@Singleton
final class WebhookClient {
    private static final int CONNECT_MILLIS = 5_000;
    private static final long TOTAL_MILLIS = 15_000;
    private static final int MAX_ANSWER = 2_048;

    private final Vertx vertx;
    private final HttpClient client;

    WebhookClient(Vertx vertx) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(20)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setKeepAliveTimeout(10)
                .setTcpNoDelay(true));
    }

    /**
     * What an attempt came to.
     *
     * @param status of the answer, 0 where none came
     * @param error why none came
     * @param answer the beginning of the answer's body
     */
    record Outcome(
            int status, @Nullable String error, @Nullable String answer, long millis) {
        boolean delivered() {
            return status >= 200 && status < 300;
        }

        /** 410: the endpoint does not want to be called again. */
        boolean gone() {
            return status == 410;
        }
    }

    /** Posts; the future never fails. */
    Future<Outcome> post(Endpoint endpoint, String id, String body, Instant now) {
        long start = System.nanoTime();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return vertx.executeBlocking(() -> EndpointUrls.address(endpoint.url(), endpoint.allowPrivate()), false)
                .compose(address -> send(endpoint, address, id, bytes, now.getEpochSecond()))
                .recover(e -> Future.succeededFuture(new Outcome(0, reason(e), null, 0)))
                .map(outcome -> new Outcome(
                        outcome.status(), outcome.error(), outcome.answer(), (System.nanoTime() - start) / 1_000_000));
    }

    private Future<Outcome> send(Endpoint endpoint, InetAddress address, String id, byte[] body, long timestamp) {
        int port = EndpointUrls.port(endpoint.url());
        List<String> secrets = endpoint.secretsAt(Instant.ofEpochSecond(timestamp));
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
                .setHost(endpoint.url().getHost())
                .setPort(port)
                .setSsl(EndpointUrls.isTls(endpoint.url()))
                .setURI(EndpointUrls.target(endpoint.url()))
                .setFollowRedirects(false)
                .setConnectTimeout(CONNECT_MILLIS)
                .putHeader("Content-Type", Alert.MEDIA_TYPE + "; charset=utf-8")
                .putHeader("User-Agent", "Quaymark")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", String.valueOf(timestamp))
                .putHeader("webhook-signature", WebhookSignature.header(secrets, id, timestamp, body));
        Promise<Outcome> done = Promise.promise();
        client.request(options).onComplete(opened -> {
            if (opened.failed()) {
                done.tryFail(opened.cause());
                return;
            }
            HttpClientRequest request = opened.result();
            long timer = vertx.setTimer(TOTAL_MILLIS, nothing -> {
                if (done.tryFail("no whole answer within " + TOTAL_MILLIS / 1_000 + " s")) {
                    request.reset();
                }
            });
            done.future().onComplete(nothing -> vertx.cancelTimer(timer));
            request.response().onComplete(answered -> {
                if (answered.failed()) {
                    done.tryFail(answered.cause());
                } else {
                    read(request, answered.result(), done);
                }
            });
            request.exceptionHandler(done::tryFail);
            request.end(Buffer.buffer(body));
        });
        return done.future();
    }

    /** Reads the beginning; the rest is not waited for. */
    private static void read(HttpClientRequest request, HttpClientResponse response, Promise<Outcome> done) {
        Buffer head = Buffer.buffer();
        response.exceptionHandler(done::tryFail);
        response.endHandler(nothing -> done.tryComplete(outcome(response, head)));
        response.handler(part -> {
            head.appendBuffer(part.slice(0, Math.min(part.length(), MAX_ANSWER - head.length())));
            if (head.length() >= MAX_ANSWER && done.tryComplete(outcome(response, head))) {
                request.reset();
            }
        });
    }

    private static Outcome outcome(HttpClientResponse response, Buffer head) {
        // text goes into the database: PostgreSQL takes no U+0000
        String answer = head.toString(StandardCharsets.UTF_8).replace("\u0000", "");
        return new Outcome(response.statusCode(), null, answer.isEmpty() ? null : answer, 0);
    }

    private static String reason(Throwable e) {
        String reason = e instanceof EndpointUrls.Refused refused ? refused.reason() : String.valueOf(e.getMessage());
        String text = e instanceof EndpointUrls.Refused ? reason : e.getClass().getSimpleName() + ": " + reason;
        return text.substring(0, Math.min(500, text.length()));
    }
}
