package org.quaymark.hub.http;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Changes;
import org.quaymark.hub.storage.Head;

/** One long poll from its arrival to its answer. Its state belongs to the event loop of its request. */
final class Waiting {
    /** More than these at a time do not wait: they are answered at once, empty. */
    private static final int MAX = 10_000;

    /** How many wait in this process. */
    static final AtomicInteger NOW = new AtomicInteger();

    private final Dispatcher dispatcher;
    private final RoutingContext context;
    private final LongPoll poll;
    private final Context eventLoop;

    // valid while it waits
    private @Nullable Call call;
    private Changes.@Nullable Listening listening;
    private Changes.@Nullable Listening suspensions;
    private long timer = -1;
    private boolean trying;
    private boolean grew;
    private boolean over;
    private boolean done;

    Waiting(Dispatcher dispatcher, RoutingContext context, LongPoll poll) {
        this.dispatcher = dispatcher;
        this.context = context;
        this.poll = poll;
        this.eventLoop = context.vertx().getOrCreateContext();
    }

    void begin(Call known, Duration longest, Changes changes) {
        call = known;
        NOW.incrementAndGet();
        context.addEndHandler(ended -> finish());
        context.response().closeHandler(closed -> finish());
        if (longest.isZero() || NOW.get() > MAX) {
            over = true;
        } else {
            // first listen, then look: what comes between is not missed
            listening = changes.listen(poll.head(), sequence -> eventLoop.runOnContext(nothing -> grown()));
            suspensions = changes.listen(Head.EDGES, sequence -> eventLoop.runOnContext(nothing -> grown()));
            timer = context.vertx().setTimer(longest.toMillis(), id -> {
                over = true;
                look();
            });
        }
        look();
    }

    private void grown() {
        grew = true;
        look();
    }

    private void look() {
        Call known = call;
        if (trying || done || known == null) {
            return;
        }
        trying = true;
        grew = false;
        boolean isLast = over;
        dispatcher.onWorker(context, () -> dispatcher.attempt(poll, known, isLast), attempt -> {
            trying = false;
            Answer answer = attempt.answer();
            if (answer != null) {
                Dispatcher.send(context, answer);
                finish();
            } else if (grew || over && !isLast) {
                look();
            }
        });
    }

    private void finish() {
        if (done) {
            return;
        }
        done = true;
        NOW.decrementAndGet();
        Changes.Listening heard = listening;
        if (heard != null) {
            heard.close();
        }
        Changes.Listening alsoHeard = suspensions;
        if (alsoHeard != null) {
            alsoHeard.close();
        }
        if (timer >= 0) {
            context.vertx().cancelTimer(timer);
        }
    }
}
