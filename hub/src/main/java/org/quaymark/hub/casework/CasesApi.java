package org.quaymark.hub.casework;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.http.Answer;
import org.quaymark.hub.http.Call;
import org.quaymark.hub.http.HttpModule;
import org.quaymark.hub.http.Problem;
import org.quaymark.hub.http.Routes;
import org.quaymark.hub.identity.Caller;
import org.quaymark.hub.identity.Scope;
import org.quaymark.process.json.Json;

/** {@code /cases} of the API. */
@Singleton
final class CasesApi implements HttpModule {
    private final Cases cases;
    private final CaseJson json;
    private final Casework casework;
    private final CaseStream stream;

    CasesApi(Cases cases, CaseJson json, Casework casework, CaseStream stream) {
        this.cases = cases;
        this.json = json;
        this.casework = casework;
        this.stream = stream;
    }

    @Override
    public void api(Routes routes) {
        routes.get("/cases", this::list);
        // before /cases/:id, which would take "stream" for an id
        routes.stream("/cases/stream", stream::take);
        routes.get("/cases/:id", this::one);
        routes.post("/cases/:id/actions", this::act);
    }

    private Answer list(Call call) {
        call.require(Scope.CASES_READ);
        int limit = call.limit();
        List<CaseFile> page = cases.list(new CaseFilter(
                statuses(call.query("status")),
                call.query("parcel"),
                call.query("gtin"),
                call.query("serial"),
                call.query("site"),
                kind(call.query("kind")),
                byRisk(call.query("sort")),
                call.query("cursor"),
                limit + 1));
        ObjectNode answer = Json.STRICT.createObjectNode();
        var items = answer.putArray("items");
        page.stream().limit(limit).map(json::item).forEach(items::add);
        answer.put("next", page.size() > limit ? page.get(limit - 1).id() : null);
        return Answer.json(answer);
    }

    private Answer one(Call call) {
        call.require(Scope.CASES_READ);
        return Answer.json(whole(call.path("id")));
    }

    private Answer act(Call call) {
        ActionBody body = call.json(ActionBody.class);
        CaseAction action = body.action() == null ? null : CaseAction.ofWireName(body.action());
        CaseFile file = call.caller().may(Scope.GAPS_WRITE) ? cases.find(call.path("id")) : null;
        Caller caller = call.require(
                file == null || action == null ? Scope.CASES_WRITE : file.kind().scopeOf(action));
        if (action == null) {
            throw Problem.badRequest("There is no such action: " + body.action());
        }
        Map<String, String> detail = body.detail() == null ? Map.of() : body.detail();
        casework.act(call.path("id"), new Request(action, caller.actor(), body.reason(), detail));
        return Answer.json(whole(call.path("id")));
    }

    private ObjectNode whole(String id) {
        ObjectNode whole = cases.whole(id);
        if (whole == null) {
            throw Problem.notFound("There is no such case.");
        }
        return whole;
    }

    private static @Nullable CaseKind kind(@Nullable String name) {
        CaseKind kind = CaseKind.ofWireName(name);
        if (name != null && kind == null) {
            throw Problem.badRequest("There is no such kind: " + name);
        }
        return kind;
    }

    private static boolean byRisk(@Nullable String sort) {
        if (sort != null && !sort.equals("risk") && !sort.equals("opened")) {
            throw Problem.badRequest("sort is risk or opened: " + sort);
        }
        return "risk".equals(sort);
    }

    private static List<CaseStatus> statuses(@Nullable String list) {
        List<CaseStatus> statuses = new ArrayList<>();
        if (list != null) {
            for (String name : list.split(",", 20)) {
                CaseStatus status = CaseStatus.ofWireName(name.strip());
                if (status == null) {
                    throw Problem.badRequest("There is no such status: " + name);
                }
                statuses.add(status);
            }
        }
        return statuses;
    }

    private record ActionBody(
            @Nullable String action,
            @Nullable String reason,
            @Nullable Map<String, String> detail) {}
}
