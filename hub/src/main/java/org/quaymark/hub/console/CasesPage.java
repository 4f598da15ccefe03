package org.quaymark.hub.console;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.casework.CaseFile;
import org.quaymark.hub.casework.CaseFilter;
import org.quaymark.hub.casework.Cases;
import org.quaymark.hub.http.Answer;
import org.quaymark.hub.http.Call;
import org.quaymark.hub.http.HttpModule;
import org.quaymark.hub.http.Routes;
import org.quaymark.hub.identity.Caller;
import org.quaymark.hub.identity.Scope;
import org.quaymark.hub.retro.RetroProgress;

/** The list of cases, live. */
@Singleton
final class CasesPage implements HttpModule {
    private static final int PAGE = 100;
    private static final int MAX_ROWS = 50;

    private final Pages pages;
    private final Cases cases;
    private final Facts facts;
    private final RetroProgress again;

    CasesPage(Pages pages, Cases cases, Facts facts, RetroProgress again) {
        this.pages = pages;
        this.cases = cases;
        this.facts = facts;
        this.again = again;
    }

    @Override
    public void pages(Routes routes) {
        routes.get("/", new Page(pages, this::list));
        routes.get("/cases", new Page(pages, (call, person) -> Answer.seeOther("/")));
        // before /cases/:id of the case page, which takes no id called rows
        routes.get("/cases/rows", new Page(pages, this::rows));
    }

    private Answer list(Call call, Caller.Person person) {
        call.require(Scope.CASES_READ);
        // the number before the list: what comes in between is told twice rather than never
        long after = cases.lastEvent();
        Show show = Show.of(call.query("show"));
        boolean byRisk = "risk".equals(call.query("sort"));
        List<CaseFile> files = cases.list(new CaseFilter(
                show.statuses(), null, null, null, null, show.kind(), byRisk, call.query("cursor"), PAGE + 1));
        Frame frame = pages.frame(call, "cases");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("f", frame);
        parameters.put("show", show);
        parameters.put("counts", counts());
        parameters.put("rows", rows(files.subList(0, Math.min(PAGE, files.size())), frame.t()));
        parameters.put("again", again.now());
        parameters.put("older", files.size() > PAGE ? files.get(PAGE - 1).id() : "");
        parameters.put("sort", byRisk ? "risk" : "opened");
        parameters.put("after", call.query("cursor") == null && !byRisk ? String.valueOf(after) : "");
        return Answer.html(200, pages.render("cases.jte", parameters));
    }

    private Answer rows(Call call, Caller.Person person) {
        call.require(Scope.CASES_READ);
        Show show = Show.of(call.query("show"));
        List<CaseFile> files = Arrays.stream(
                        Objects.requireNonNullElse(call.query("ids"), "").split(",", MAX_ROWS + 1))
                .limit(MAX_ROWS)
                .map(cases::find)
                .filter(Objects::nonNull)
                .filter(show::shows)
                .toList();
        Frame frame = pages.frame(call, "cases");
        return Answer.html(
                200,
                pages.render("rows.jte", Map.of("t", frame.t(), "rows", rows(files, frame.t()), "counts", counts())));
    }

    /** How many cases each choice of the filter shows. */
    private List<Long> counts() {
        return Arrays.stream(Show.values())
                .map(one -> one.count(cases.counts(one.kind())))
                .toList();
    }

    private List<CaseRow> rows(List<CaseFile> files, Texts t) {
        Map<String, @Nullable String> names = new HashMap<>();
        List<CaseRow> rows = new ArrayList<>();
        for (CaseFile file : files) {
            String gtin = String.valueOf(file.gtin());
            if (!names.containsKey(gtin)) {
                names.put(gtin, facts.productName(file.gtin()));
            }
            rows.add(CaseRow.of(file, t, names.get(gtin)));
        }
        return rows;
    }
}
