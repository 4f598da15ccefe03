package org.quaymark.edge.dock;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import org.quaymark.edge.journal.DeadLetter;
import org.quaymark.process.http.Locales;
import org.quaymark.process.http.Problem;
import org.quaymark.process.http.SecurityHeaders;

/**
 * {@code /dead-letters}: the messages set aside, to try again or to dismiss. Only the page's own forms may do that: a request
 * that another site's page makes a browser send is refused.
 */
final class LetterRoutes {
    private static final int SHOWN = 200;

    private final LetterDesk desk;
    private final DockPages pages;

    LetterRoutes(LetterDesk desk, DockPages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    void mount(Router router) {
        router.route("/dead-letters*").handler(new SecurityHeaders());
        router.get("/dead-letters").handler(this::list);
        router.post("/dead-letters/:id/retry").handler(this::retry);
        router.post("/dead-letters/:id/dismiss").handler(this::dismiss);
    }

    private void list(RoutingContext context) {
        Words words = new Words(Locales.choose(context));
        context.vertx()
                .<List<DeadLetter>>executeBlocking(() -> desk.newest(SHOWN), false)
                .onFailure(context::fail)
                .onSuccess(letters -> context.response()
                        .putHeader("Content-Type", "text/html; charset=utf-8")
                        .end(pages.letters(letters.stream().map(LetterView::of).toList(), words)));
    }

    private void retry(RoutingContext context) {
        long id = ownRequest(context);
        if (id >= 0) {
            // Looks a letter up on the disk first: not on the event loop.
            context.vertx()
                    .executeBlocking(() -> desk.retry(id), false)
                    .compose(Future::fromCompletionStage)
                    .onFailure(context::fail)
                    .onSuccess(outcome -> back(context));
        }
    }

    private void dismiss(RoutingContext context) {
        long id = ownRequest(context);
        if (id >= 0) {
            Future.fromCompletionStage(desk.dismiss(id), context.vertx().getOrCreateContext())
                    .onFailure(context::fail)
                    .onSuccess(done -> back(context));
        }
    }

    private static void back(RoutingContext context) {
        context.response()
                .setStatusCode(303)
                .putHeader("Location", "/dead-letters")
                .end();
    }

    /** The letter's number, -1 where the request was answered with a refusal. */
    private static long ownRequest(RoutingContext context) {
        String id = context.pathParam("id");
        if (!isOwn(context.request())) {
            Problem.of(403, "the page itself has to ask for this").send(context);
            return -1;
        }
        if (!id.matches("[0-9]{1,18}")) {
            Problem.of(404, null).send(context);
            return -1;
        }
        return Long.parseLong(id);
    }

    private static boolean isOwn(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        HostAndPort own = request.authority();
        if (origin == null || own == null || (site != null && !site.equals("same-origin"))) {
            return false;
        }
        try {
            String authority = own.port() < 0 ? own.host() : own.host() + ":" + own.port();
            return authority.equals(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
