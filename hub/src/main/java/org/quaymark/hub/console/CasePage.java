package org.quaymark.hub.console;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.casework.CaseAction;
import org.quaymark.hub.casework.CaseFile;
import org.quaymark.hub.casework.CaseLife;
import org.quaymark.hub.casework.CaseStatus;
import org.quaymark.hub.casework.Cases;
import org.quaymark.hub.casework.Casework;
import org.quaymark.hub.casework.Request;
import org.quaymark.hub.http.Answer;
import org.quaymark.hub.http.Call;
import org.quaymark.hub.http.HttpModule;
import org.quaymark.hub.http.Problem;
import org.quaymark.hub.http.Routes;
import org.quaymark.hub.identity.Caller;
import org.quaymark.hub.identity.Scope;
import org.quaymark.hub.retro.Explanations;

/** A case: what was found, what can be done, what was done. */
@Singleton
final class CasePage implements HttpModule {
    private static final int MAX_SIGHTINGS = 200;
    /** Each is decided again for the page; the API has more. */
    private static final int MAX_EXPLAINED = 5;

    private final Pages pages;
    private final Cases cases;
    private final Casework casework;
    private final Facts facts;
    private final Explanations explanations;

    CasePage(Pages pages, Cases cases, Casework casework, Facts facts, Explanations explanations) {
        this.pages = pages;
        this.cases = cases;
        this.casework = casework;
        this.facts = facts;
        this.explanations = explanations;
    }

    @Override
    public void pages(Routes routes) {
        routes.get("/cases/:id", new Page(pages, this::show));
        routes.post("/cases/:id/actions", new Page(pages, this::act));
    }

    private Answer show(Call call, Caller.Person person) {
        call.require(Scope.CASES_READ);
        String wanted = call.query("do");
        CaseAction doing = wanted == null ? null : CaseAction.ofWireName(wanted);
        return page(call, person, 200, doing, null, "");
    }

    private Answer act(Call call, Caller.Person person) {
        Form form = Form.ofSession(call);
        CaseAction action = CaseAction.ofWireName(form.value("action"));
        CaseFile about = person.may(Scope.GAPS_WRITE) ? cases.find(call.path("id")) : null;
        call.require(
                about == null || action == null
                        ? Scope.CASES_WRITE
                        : about.kind().scopeOf(action));
        if (action == null) {
            throw Problem.badRequest("There is no such action.");
        }
        Map<String, String> detail = new HashMap<>();
        if (!form.value("to").isBlank()) {
            detail.put("to", form.value("to").strip());
        }
        String id = call.path("id");
        String reason = form.value("reason");
        try {
            casework.act(id, new Request(action, person.actor(), reason, detail));
        } catch (Problem problem) {
            if (problem.status() == 404) {
                throw problem;
            }
            return page(call, person, problem.status(), action, problem.detail(), reason);
        }
        return Answer.seeOther("/cases/" + id);
    }

    private Answer page(
            Call call,
            Caller.Person person,
            int status,
            @Nullable CaseAction doing,
            @Nullable String problem,
            String reason) {
        long after = cases.lastEvent();
        CaseFile file = cases.find(call.path("id"));
        if (file == null) {
            throw Problem.notFound("There is no such case.");
        }
        Frame frame = pages.frame(call, "cases");
        List<CaseAction> allowed = offered(file, person);
        CaseView view = new CaseView(
                file,
                CaseRow.headline(file.findings(), frame.t()),
                facts.product(file, frame.t()),
                facts.parcel(file),
                cases.sightings(file.id(), MAX_SIGHTINGS),
                cases.pairs(file.id()),
                cases.steps(file.id()),
                explanations.ofCase(file.id(), MAX_EXPLAINED).stream()
                        .map(WhyView::new)
                        .toList(),
                cases.sent(file.id()),
                allowed,
                doing != null && allowed.contains(doing) ? doing : null,
                problem,
                reason);
        Map<String, Object> parameters = Map.of("f", frame, "view", view, "after", String.valueOf(after));
        return Answer.html(status, pages.render("case.jte", parameters));
    }

    /** What is allowed, without what leads back to where the case already is. */
    private static List<CaseAction> offered(CaseFile file, Caller.Person person) {
        CaseStatus status = file.status();
        return CaseLife.allowed(status).stream()
                .filter(action -> person.may(file.kind().scopeOf(action)))
                .filter(action -> CaseLife.after(status, action) != status || isTalk(action))
                .toList();
    }

    private static boolean isTalk(CaseAction action) {
        return action == CaseAction.NOTE || action == CaseAction.APPEAL;
    }
}
