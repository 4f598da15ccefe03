package org.quaymark.hub.console;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.http.Answer;
import org.quaymark.hub.http.Call;
import org.quaymark.hub.http.HttpModule;
import org.quaymark.hub.http.Routes;
import org.quaymark.hub.identity.Caller;
import org.quaymark.hub.identity.Scope;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;
import org.quaymark.process.http.Assets;

/** Sites and edges; also the console's files, and the page for what is not there. */
@Singleton
public final class EdgesPage implements HttpModule {
    private final Pages pages;
    private final Assets assets;
    private final Database database;

    EdgesPage(Pages pages, Assets assets, Database database) {
        this.pages = pages;
        this.assets = assets;
        this.database = database;
    }

    /** An edge as the page shows it. */
    public record EdgeRow(
            String site,
            String edge,
            String status,
            @Nullable Instant seen) {}

    @Override
    public void pages(Routes routes) {
        assets.mount(routes.router());
        routes.get("/edges", new Page(pages, this::list));
        routes.router().get().last().handler(this::nothingHere);
    }

    private Answer list(Call call, Caller.Person person) {
        call.require(Scope.EDGES_READ);
        List<EdgeRow> edges = database.read(connection -> Sql.list(
                connection,
                "SELECT site, id, status, seen_at FROM edge ORDER BY site, id LIMIT 1000",
                row -> new EdgeRow(row.getString(1), row.getString(2), row.getString(3), Sql.instant(row, "seen_at"))));
        return Answer.html(200, pages.render("edges.jte", Map.of("f", pages.frame(call, "edges"), "edges", edges)));
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
