package org.quaymark.hub.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.identity.Caller;
import org.quaymark.hub.storage.Changes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings requests from the event loop to worker threads and their answers back. Thread-safe. */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int THREADS = 24;
    /** More requests than this at work or waiting for a thread are answered 503. */
    private static final int MAX_AT_WORK = 512;

    /** Of a refused request, a body up to this length is thrown away, so that its sender gets to read why. */
    private static final int MAX_DISCARDED = 8 * 1024 * 1024;

    private final WorkerExecutor workers;
    private final Authentication authentication;
    private final Refusals refusals;
    private final Budgets budgets;
    private final Changes changes;
    private final AtomicInteger atWork = new AtomicInteger();

    Dispatcher(Vertx vertx, Authentication authentication, Refusals refusals, Budgets budgets, Changes changes) {
        this.workers = vertx.createSharedWorkerExecutor("hub-http", THREADS, 10, TimeUnit.MINUTES);
        this.authentication = authentication;
        this.refusals = refusals;
        this.budgets = budgets;
        this.changes = changes;
    }

    void close() {
        workers.close();
    }

    void buffered(RoutingContext context, long limit, Handler handler) {
        if (!isAdmitted(context)) {
            return;
        }
        HttpServerRequest request = context.request();
        if (lengthOf(request) > limit) {
            tooLarge(context, limit);
            return;
        }
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() <= limit) {
                body.appendBuffer(part);
            } else if (!context.response().ended()) {
                tooLarge(context, limit);
            }
        });
        request.exceptionHandler(gone -> LOG.debug("A request broke off: {}", gone.toString()));
        request.endHandler(nothing -> {
            if (!context.response().ended()) {
                byte[] bytes = body.getBytes();
                work(context, () -> handler.answer(call(context, bytes)));
            }
        });
        request.resume();
    }

    void streamed(RoutingContext context, Routes.StreamedHandler handler) {
        if (!isAdmitted(context)) {
            return;
        }
        context.request().pause();
        Context eventLoop = context.vertx().getOrCreateContext();
        BodyInput body = new BodyInput(context.request(), eventLoop);
        work(context, () -> handler.answer(call(context, new byte[0]), body));
    }

    void stream(RoutingContext context, StreamHandler handler) {
        if (!isAdmitted(context)) {
            return;
        }
        onWorker(context, () -> call(context, new byte[0]), handler::take);
    }

    void poll(RoutingContext context, LongPoll poll) {
        if (!isAdmitted(context)) {
            return;
        }
        onWorker(
                context,
                () -> {
                    Call call = call(context, new byte[0]);
                    return new Admitted(call, poll.longest(call));
                },
                admitted -> new Waiting(this, context, poll).begin(admitted.call(), admitted.longest(), changes));
    }

    private record Admitted(Call call, Duration longest) {}

    /** One look of a long poll; null: it waits on. */
    record Attempt(@Nullable Answer answer) {}

    Attempt attempt(LongPoll poll, Call call, boolean isLast) throws Exception {
        authentication.checkStill(call.anyCaller());
        return new Attempt(poll.answer(call, isLast));
    }

    private Call call(RoutingContext context, byte[] body) {
        Budgets.Arrival arrival = context.get(Budgets.Arrival.class.getName());
        @Nullable Caller caller;
        try {
            caller = authentication.callerOf(context, body);
        } catch (Problem problem) {
            // a signature that does not hold may be somebody else's: the edge keeps what it proved
            if (problem.status() == 403 || !Authentication.isSigned(context.request())) {
                budgets.fails(arrival);
            }
            throw problem;
        }
        if (caller == null) {
            budgets.fails(arrival);
        } else {
            budgets.holds(arrival);
            context.put(Caller.class.getName(), caller);
        }
        return new Call(context, caller, body, arrival.address());
    }

    void work(RoutingContext context, Callable<Answer> job) {
        onWorker(context, job, answer -> {
            refusals.note(context, answer.status());
            send(context, answer);
        });
    }

    /** Runs a job on a worker thread and goes on with its result on the event loop; a failure is answered. */
    <T> void onWorker(RoutingContext context, Callable<T> job, Consumer<T> then) {
        if (isFull(context)) {
            return;
        }
        workers.executeBlocking(job, false).onComplete(done -> {
            atWork.decrementAndGet();
            if (done.failed()) {
                fail(context, done.cause());
                return;
            }
            try {
                then.accept(done.result());
            } catch (RuntimeException e) {
                fail(context, e);
            }
        });
    }

    /** Whether the caller's budget has room; where it has not, that is the answer, and of the body nothing is read. */
    private boolean isAdmitted(RoutingContext context) {
        HttpServerRequest request = context.request();
        Budgets.Arrival arrival = budgets.arrived(request);
        context.put(Budgets.Arrival.class.getName(), arrival);
        if (arrival.delay().isZero()) {
            context.addEndHandler(done -> arrival.spent(request.bytesRead()));
            return true;
        }
        long seconds = arrival.delay().toSeconds() + 1;
        if (lengthOf(request) > MAX_DISCARDED || request.getHeader("Transfer-Encoding") != null) {
            context.response().putHeader("Connection", "close");
        }
        fail(
                context,
                Problem.of(429, "too-many", "Too many requests", "Too much at once from this caller; later it goes on.")
                        .with("retryAfterSeconds", seconds));
        return false;
    }

    private boolean isFull(RoutingContext context) {
        if (atWork.incrementAndGet() <= MAX_AT_WORK) {
            return false;
        }
        atWork.decrementAndGet();
        send(context, Answer.of(Problem.notNow(503, "Too many requests are at work.")));
        return true;
    }

    void fail(RoutingContext context, Throwable cause) {
        if (cause instanceof Problem problem) {
            refusals.note(context, problem);
            send(context, Answer.of(problem));
            return;
        }
        LOG.error("{} {}", context.request().method(), context.request().path(), cause);
        send(
                context,
                Answer.of(Problem.of(500, "internal", "An error of the hub's", "The hub's log has the details.")));
    }

    /** The length its body is said to have; 0 where nothing is said. */
    private static long lengthOf(HttpServerRequest request) {
        @Nullable String length = request.getHeader("Content-Length");
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }

    private static void tooLarge(RoutingContext context, long limit) {
        context.response().putHeader("Connection", "close");
        send(context, Answer.of(Problem.tooLarge("A body has at most " + limit + " bytes here.")));
    }

    static void send(RoutingContext context, Answer answer) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        if (answer instanceof Answer.File file) {
            if (context.request().method() == io.vertx.core.http.HttpMethod.HEAD) {
                response.putHeader("Content-Length", String.valueOf(file.length()));
                response.end();
            } else {
                response.sendFile(file.file().toString(), file.offset(), file.length());
            }
        } else if (answer instanceof Answer.Body body) {
            response.end(Buffer.buffer(body.bytes()));
        }
    }
}
