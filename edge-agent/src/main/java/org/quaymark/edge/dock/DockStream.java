package org.quaymark.edge.dock;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.DeviceId;
import org.quaymark.process.http.Locales;
import org.quaymark.process.http.Problem;
import org.quaymark.process.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server-sent events with the docks that changed. A page that comes (back) first gets everything as it is, so nothing has to
 * be kept for it; one that does not read fast enough is dropped, and comes back.
 */
final class DockStream {
    private static final Logger log = LoggerFactory.getLogger(DockStream.class);
    private static final int MOST_VIEWERS = 200;
    private static final int MOST_WAITING_BYTES = 512 * 1024;
    private static final long TICK_MILLIS = 100;
    private static final long PING_TICKS = 50;

    private final DockBoard board;
    private final DockPages pages;
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private long ticks;

    DockStream(DockBoard board, DockPages pages) {
        this.board = board;
        this.pages = pages;
    }

    void begin(Vertx vertx) {
        vertx.setPeriodic(TICK_MILLIS, timer -> tick());
    }

    void open(RoutingContext context) {
        if (viewers.size() >= MOST_VIEWERS) {
            Problem.of(503, "too many pages are open").send(context);
            return;
        }
        String only = context.request().getParam("dock");
        if (only != null && !DeviceId.isName(only)) {
            Problem.of(400, "dock is no name").send(context);
            return;
        }
        HttpServerResponse response = context.response();
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no")
                .setWriteQueueMaxSize(MOST_WAITING_BYTES);
        Viewer viewer = new Viewer(response, Locales.choose(context), only);
        response.exceptionHandler(gone -> viewers.remove(viewer));
        response.closeHandler(gone -> viewers.remove(viewer));
        viewers.add(viewer);
        response.write("retry: 2000\n\n");
        send(only == null ? board.all() : List.of(board.one(only)), Set.of(viewer));
    }

    private void tick() {
        List<DockState> changed = board.takeChanged();
        if (!changed.isEmpty()) {
            send(changed, viewers);
        }
        if (++ticks % PING_TICKS == 0) {
            tellAlarms();
        }
    }

    /** The sign of life, every few seconds, carries what everybody should know. */
    private void tellAlarms() {
        Map<String, String> made = new HashMap<>();
        for (Viewer viewer : viewers) {
            write(viewer, made.computeIfAbsent(viewer.locale.toLanguageTag(), any -> ping(new Words(viewer.locale))));
        }
    }

    private String ping(Words words) {
        try {
            return "event: ping\ndata: " + Json.LENIENT.writeValueAsString(Map.of("alarms", pages.alarms(words)))
                    + "\n\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing the alarms", e);
        }
    }

    /** Each language is rendered once, however many look at it. */
    private void send(List<DockState> docks, Set<Viewer> to) {
        for (DockState dock : docks) {
            Map<String, String> made = new HashMap<>();
            for (Viewer viewer : new LinkedHashSet<>(to)) {
                if (viewer.only == null || viewer.only.equals(dock.dock())) {
                    String kind = viewer.only == null ? "card" : "wall";
                    String key = kind + viewer.locale.toLanguageTag();
                    write(viewer, made.computeIfAbsent(key, any -> event(dock, kind, new Words(viewer.locale))));
                }
            }
        }
    }

    private String event(DockState dock, String kind, Words words) {
        String html = kind.equals("card") ? pages.card(dock, words) : pages.wallPart(dock, words);
        try {
            return "event: dock\ndata: " + Json.LENIENT.writeValueAsString(Map.of("dock", dock.dock(), "html", html))
                    + "\n\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing an event of " + dock.dock(), e);
        }
    }

    private void write(Viewer viewer, String event) {
        if (viewer.response.closed() || viewer.response.writeQueueFull()) {
            viewers.remove(viewer);
            log.debug("A page did not read fast enough and is dropped");
            viewer.response.reset();
            return;
        }
        viewer.response.write(event).onFailure(gone -> viewers.remove(viewer));
    }

    private static final class Viewer {
        final HttpServerResponse response;
        final Locale locale;
        final @Nullable String only;

        Viewer(HttpServerResponse response, Locale locale, @Nullable String only) {
            this.response = response;
            this.locale = locale;
            this.only = only;
        }
    }
}
