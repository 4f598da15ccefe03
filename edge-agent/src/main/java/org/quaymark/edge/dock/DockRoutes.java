package org.quaymark.edge.dock;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.DeviceId;
import org.quaymark.process.http.Assets;
import org.quaymark.process.http.Locales;
import org.quaymark.process.http.Problem;
import org.quaymark.process.http.SecurityHeaders;

/**
 * The dock page: {@code /} all docks, {@code /docks/{dock}} one for a wall, {@code /sheet} the control codes to print
 * ({@code /sheet.pdf} the same to keep),
 * {@code /api/v1/docks/stream} what changes, {@code /assets/} what the pages are made of.
 */
public final class DockRoutes {
    private final String site;
    private final DockBoard board;
    private final DockPages pages;
    private final DockStream stream;
    private final Assets assets = new Assets();
    /** One in each language that it can be had in. */
    private final Map<String, byte[]> sheets = new ConcurrentHashMap<>();

    private @Nullable LetterRoutes letters;

    /** The pages of that site. */
    public DockRoutes(String site, DockBoard board) {
        assets.addWebjar("pico.css", DockRoutes.class, "picocss__pico", "css/pico.min.css");
        assets.add("dock.css", DockRoutes.class, "dock.css");
        assets.add("dock.js", DockRoutes.class, "dock.js");
        assets.add("dock.svg", DockRoutes.class, "dock.svg");
        this.site = site;
        this.board = board;
        this.pages = new DockPages(
                site,
                Map.of(
                        "pico", assets.url("pico.css"),
                        "dock", assets.url("dock.css"),
                        "script", assets.url("dock.js"),
                        "icon", assets.url("dock.svg")));
        this.stream = new DockStream(board, pages);
    }

    /** Has the pages show what alarms there are; asked on the event loop. */
    public DockRoutes alarming(Supplier<List<Alarm>> alarms) {
        pages.alarm(alarms);
        return this;
    }

    /** Adds the page of messages that were set aside. */
    public DockRoutes withLetters(LetterDesk desk) {
        letters = new LetterRoutes(desk, pages);
        return this;
    }

    /** Mounts the pages and begins to tell of changes. */
    public void mount(Router router, Vertx vertx) {
        if (letters != null) {
            letters.mount(router);
        }
        SecurityHeaders headers = new SecurityHeaders();
        router.get("/").handler(headers).handler(context -> html(context, pages.overview(board.all(), words(context))));
        router.get("/docks/:dock").handler(headers).handler(this::wall);
        router.get("/sheet").handler(headers).handler(context -> html(context, pages.sheet(words(context))));
        router.get("/sheet.pdf").handler(headers).blockingHandler(this::pdf, false);
        router.get("/api/v1/docks/stream").handler(headers).handler(stream::open);
        router.get("/assets/*").handler(headers);
        assets.mount(router);
        stream.begin(vertx);
    }

    private void wall(RoutingContext context) {
        String dock = context.pathParam("dock");
        if (!DeviceId.isName(dock)) {
            Problem.of(404, null).send(context);
            return;
        }
        html(context, pages.wall(board.one(dock), words(context)));
    }

    private void pdf(RoutingContext context) {
        Words asked = words(context);
        Words spoken = SheetPdf.speaks(asked.tag()) ? asked : new Words(Locale.ENGLISH);
        context.response()
                .putHeader("Content-Type", "application/pdf")
                .putHeader("Content-Language", spoken.tag())
                .putHeader("Content-Disposition", "inline; filename=\"quaymark-sheet-" + spoken.tag() + ".pdf\"")
                .end(Buffer.buffer(sheets.computeIfAbsent(spoken.tag(), any -> SheetPdf.of(site, spoken))));
    }

    private static Words words(RoutingContext context) {
        return new Words(Locales.choose(context));
    }

    private static void html(RoutingContext context, String page) {
        context.response().putHeader("Content-Type", "text/html; charset=utf-8").end(page);
    }
}
