package org.quaymark.hub.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.edges.Edges;
import org.quaymark.hub.http.Answer;
import org.quaymark.hub.http.Call;
import org.quaymark.hub.http.HttpModule;
import org.quaymark.hub.http.Problem;
import org.quaymark.hub.http.Routes;
import org.quaymark.hub.identity.Caller;
import org.quaymark.hub.identity.Scope;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.device.DeviceSentences;
import org.quaymark.inspection.device.Notice;
import org.quaymark.process.http.Assets;
import org.quaymark.process.json.Json;

/** Sites and edges; also the console's files, and the page for what is not there. */
@Singleton
public final class EdgesPage implements HttpModule {
    private static final int MAX_EDGES = 1_000;

    private final Pages pages;
    private final Assets assets;
    private final Edges edges;
    private final Database database;

    EdgesPage(Pages pages, Assets assets, Edges edges, Database database) {
        this.pages = pages;
        this.assets = assets;
        this.edges = edges;
        this.database = database;
    }

    /**
     * A device as the page shows it.
     *
     * @param notice what is wrong and what mends it, in the viewer's language; null where nothing is
     */
    public record DeviceRow(
            String site,
            String dock,
            String device,
            Instant seen,
            String state,
            long reads,
            long repaired,
            long unreadable,
            @Nullable Instant since,
            @Nullable String notice,
            boolean calibrated) {}

    @Override
    public void pages(Routes routes) {
        assets.mount(routes.router());
        routes.get("/edges", new Page(pages, this::list));
        routes.post("/edges/:edge/status", new Page(pages, this::decide));
        routes.router().get().last().handler(this::nothingHere);
    }

    private Answer list(Call call, Caller.Person person) {
        call.require(Scope.EDGES_READ);
        Frame frame = pages.frame(call, "edges");
        List<Edges.Edge> shown = edges.list("", MAX_EDGES).stream()
                .sorted(Comparator.comparing(Edges.Edge::site).thenComparing(Edges.Edge::id))
                .toList();
        Locale locale = Locale.forLanguageTag(frame.t().language());
        List<DeviceRow> devices = database.read(connection -> Sql.list(
                connection,
                "SELECT site, dock, device, seen_at, state, counts, since, notice, calibrated_at FROM device"
                        + " ORDER BY CASE WHEN notice IS NULL THEN 1 ELSE 0 END, site, dock, device LIMIT 1000",
                row -> device(row, locale)));
        Map<String, Object> parameters =
                Map.of("f", frame, "edges", shown, "devices", devices, "mayDecide", person.may(Scope.EDGES_WRITE));
        return Answer.html(200, pages.render("edges.jte", parameters));
    }

    private Answer decide(Call call, Caller.Person person) {
        call.require(Scope.EDGES_WRITE);
        String status = Form.ofSession(call).value("status");
        try {
            if (!edges.setStatus(call.path("edge"), status, person.actor())) {
                throw Problem.notFound("There is no such edge.");
            }
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
        return Answer.seeOther("/edges");
    }

    private static DeviceRow device(ResultSet row, Locale locale) throws SQLException {
        JsonNode counts = json(row.getString("counts"), JsonNode.class);
        Notice notice = json(row.getString("notice"), Notice.class);
        return new DeviceRow(
                row.getString("site"),
                row.getString("dock"),
                row.getString("device"),
                Sql.instant(row.getLong("seen_at")),
                row.getString("state"),
                count(counts, "reads"),
                count(counts, "repaired"),
                count(counts, "unreadable"),
                Sql.instant(row, "since"),
                notice == null ? null : DeviceSentences.of(notice, locale),
                row.getLong("calibrated_at") != 0);
    }

    private static long count(@Nullable JsonNode counts, String name) {
        return counts == null ? 0 : counts.path(name).asLong();
    }

    private static <T> @Nullable T json(@Nullable String text, Class<T> type) {
        try {
            return text == null ? null : Json.LENIENT.readValue(text, type);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private void nothingHere(RoutingContext context) {
        String accept = context.request().getHeader("Accept");
        if (accept == null
                || !accept.contains("text/html")
                || context.normalizedPath().startsWith("/api/")) {
            context.next();
            return;
        }
        Frame frame = pages.frame(context, null, "");
        context.response()
                .setStatusCode(404)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .end(pages.render("error.jte", Map.of("f", frame, "status", 404, "detail", "")));
    }
}
