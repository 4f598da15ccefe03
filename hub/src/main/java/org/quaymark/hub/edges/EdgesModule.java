package org.quaymark.hub.edges;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.http.Answer;
import org.quaymark.hub.http.Call;
import org.quaymark.hub.http.HttpModule;
import org.quaymark.hub.http.Problem;
import org.quaymark.hub.http.Routes;
import org.quaymark.hub.identity.HubKey;
import org.quaymark.hub.identity.Scope;
import org.quaymark.inspection.log.VerifyingKey;

/** {@code /edges}: who they are, how they are, enrolment and suspension. */
@Singleton
final class EdgesModule implements HttpModule {
    private final Edges edges;
    private final Enrolments enrolments;
    private final HubKey hubKey;

    EdgesModule(Edges edges, Enrolments enrolments, HubKey hubKey) {
        this.edges = edges;
        this.enrolments = enrolments;
        this.hubKey = hubKey;
    }

    record Enrolment(String code, String publicKey) {}

    record NewCode(String site) {}

    record Status(String status) {}

    @Override
    public void api(Routes routes) {
        routes.get("/edges", this::list);
        routes.post("/edges/:edge/enrolment", this::enrol);
        routes.post("/edges/:edge/enrolment-code", this::issue);
        routes.put("/edges/:edge/status", this::status);
        routes.get("/edges/:edge/quarantine", this::quarantine);
    }

    private Answer list(Call call) {
        call.require(Scope.EDGES_READ);
        int limit = call.limit();
        @Nullable String cursor = call.query("cursor");
        List<Edges.Edge> found = edges.list(cursor == null ? "" : cursor, limit + 1);
        List<Edges.Edge> shown = new ArrayList<>(found.subList(0, Math.min(limit, found.size())));
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("items", shown);
        page.put("next", found.size() > limit ? shown.get(limit - 1).id() : null);
        return Answer.json(page);
    }

    private Answer quarantine(Call call) {
        call.require(Scope.EDGES_WRITE);
        return Answer.json(Map.of("items", edges.quarantined(call.path("edge"), call.limit())));
    }

    private Answer enrol(Call call) {
        String edge = call.path("edge");
        Enrolment request = call.json(Enrolment.class);
        VerifyingKey key;
        try {
            if (request.code() == null || request.publicKey() == null) {
                throw new IllegalArgumentException("code and publicKey are needed");
            }
            key = VerifyingKey.parse(request.publicKey());
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
        if (!key.name().equals(edge)) {
            throw Problem.badRequest("The key's name is not the edge's id.");
        }
        String site = enrolments.enrol(edge, request.code(), key);
        if (site == null) {
            throw Problem.of(
                    403,
                    "enrolment-code",
                    "The enrolment code is not valid",
                    "The enrolment code is wrong, used or expired, or for another edge.");
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("edge", edge);
        answer.put("site", site);
        answer.put("hubKey", hubKey.signing().verifyingKey().toString());
        return Answer.json(201, answer);
    }

    private Answer issue(Call call) {
        call.require(Scope.EDGES_WRITE);
        NewCode request = call.json(NewCode.class);
        try {
            return Answer.json(
                    201, Map.of("code", enrolments.issue(call.path("edge"), String.valueOf(request.site()))));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private Answer status(Call call) {
        String actor = call.require(Scope.EDGES_WRITE).actor();
        String status = String.valueOf(call.json(Status.class).status());
        try {
            if (!edges.setStatus(call.path("edge"), status, actor)) {
                throw Problem.notFound("There is no edge " + call.path("edge") + ".");
            }
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
        return Answer.nothing();
    }
}
