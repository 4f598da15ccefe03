package org.quaymark.hub.casework;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.http.Call;
import org.quaymark.hub.http.Problem;
import org.quaymark.hub.identity.Scope;
import org.quaymark.hub.storage.Changes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /cases/stream}: server-sent events, new and changed cases. An event's id is its number in the table that all
 * hub processes share, so a client goes on at any of them with {@code Last-Event-ID}.
 *
 * <p>Nothing is queued per client: each reads the table from where it is, one page at a time, when its socket takes more.
 */
@Singleton
final class CaseStream {
    private static final Logger LOG = LoggerFactory.getLogger(CaseStream.class);
    private static final int MAX_CLIENTS = 1_000;
    private static final int PAGE = 100;
    private static final long HEARTBEAT_MILLIS = 15_000;
    /** After this long a client has to come back, and to prove again who it is. */
    private static final long MAX_MILLIS = 15 * 60_000;

    private final Cases cases;
    private final Changes changes;
    private final AtomicInteger clients = new AtomicInteger();

    CaseStream(Cases cases, Changes changes) {
        this.cases = cases;
        this.changes = changes;
    }

    void take(Call call) {
        call.require(Scope.CASES_READ);
        @Nullable String last = call.header("Last-Event-ID");
        long after = last == null ? call.number("after", -1, 0, Long.MAX_VALUE) : number(last);
        if (clients.incrementAndGet() > MAX_CLIENTS) {
            clients.decrementAndGet();
            throw Problem.notNow(503, "Too many clients follow the cases.");
        }
        HttpServerResponse response = call.context().response();
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        new Client(call.context().vertx(), response, after < 0 ? changes.latest(CaseEvents.HEAD) : after).start();
    }

    private static long number(String id) {
        try {
            return Math.max(0, Long.parseLong(id.strip()));
        } catch (NumberFormatException e) {
            throw Problem.badRequest("Last-Event-ID is no number of ours.");
        }
    }

    /** One client. Everything but the reading runs on its event loop. */
    private final class Client {
        private final Vertx vertx;
        private final Context eventLoop;
        private final HttpServerResponse response;
        private final Changes.Listening listening;
        private long after;
        private boolean reading;
        private boolean more = true;
        private boolean gone;
        private long heartbeat;
        private long end;

        Client(Vertx vertx, HttpServerResponse response, long after) {
            this.vertx = vertx;
            this.eventLoop = vertx.getOrCreateContext();
            this.response = response;
            this.after = after;
            this.listening = changes.listen(
                    CaseEvents.HEAD,
                    sequence -> eventLoop.runOnContext(nothing -> {
                        more = true;
                        read();
                    }));
        }

        void start() {
            response.closeHandler(nothing -> stop());
            response.endHandler(nothing -> stop());
            response.exceptionHandler(e -> stop());
            response.write("retry: 1000\nid: " + after + "\n\n");
            heartbeat = vertx.setPeriodic(HEARTBEAT_MILLIS, id -> {
                if (!response.writeQueueFull()) {
                    response.write(": still here\n\n");
                }
            });
            end = vertx.setTimer(MAX_MILLIS, id -> response.end());
            read();
        }

        private void read() {
            if (gone || reading || !more) {
                return;
            }
            if (response.writeQueueFull()) {
                response.drainHandler(nothing -> read());
                return;
            }
            reading = true;
            more = false;
            vertx.executeBlocking(() -> cases.events(after, PAGE), false).onComplete(done -> {
                reading = false;
                if (gone) {
                    return;
                }
                if (done.failed()) {
                    LOG.warn("Reading case events after {}", after, done.cause());
                    response.end();
                    return;
                }
                write(done.result());
                read();
            });
        }

        private void write(List<CaseEvent> events) {
            StringBuilder text = new StringBuilder();
            for (CaseEvent event : events) {
                after = event.sequence();
                text.append("id: ").append(event.sequence()).append("\nevent: ").append(event.kind());
                text.append("\ndata: ").append(event.item()).append("\n\n");
            }
            more |= events.size() == PAGE;
            if (!text.isEmpty()) {
                response.write(text.toString());
            }
        }

        private void stop() {
            if (!gone) {
                gone = true;
                clients.decrementAndGet();
                listening.close();
                vertx.cancelTimer(heartbeat);
                vertx.cancelTimer(end);
            }
        }
    }
}
