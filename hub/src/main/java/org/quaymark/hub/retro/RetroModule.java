package org.quaymark.hub.retro;

import jakarta.inject.Singleton;
import java.util.Map;
import org.quaymark.hub.casework.Cases;
import org.quaymark.hub.http.Answer;
import org.quaymark.hub.http.Call;
import org.quaymark.hub.http.HttpModule;
import org.quaymark.hub.http.Problem;
import org.quaymark.hub.http.Routes;
import org.quaymark.hub.identity.Scope;

/** Why a verdict is what it is, and what is being decided again. */
@Singleton
final class RetroModule implements HttpModule {
    private static final int MOST_OF_A_CASE = 50;

    private final Explanations explanations;
    private final RetroProgress progress;
    private final Cases cases;

    RetroModule(Explanations explanations, RetroProgress progress, Cases cases) {
        this.explanations = explanations;
        this.progress = progress;
        this.cases = cases;
    }

    @Override
    public void api(Routes routes) {
        routes.get("/sightings/redecision", this::redecision);
        routes.get("/sightings/:edge/:sequence/explanation", this::ofSighting);
        routes.get("/cases/:id/explanation", this::ofCase);
    }

    private Answer redecision(Call call) {
        call.require(Scope.SIGHTINGS_READ);
        return Answer.json(progress.now());
    }

    private Answer ofSighting(Call call) {
        call.require(Scope.SIGHTINGS_READ);
        String number = call.path("sequence");
        Explained explained =
                number.matches("[0-9]{1,18}") ? explanations.of(call.path("edge"), Long.parseLong(number)) : null;
        if (explained == null) {
            throw Problem.notFound("There is no such sighting.");
        }
        return Answer.json(explained);
    }

    private Answer ofCase(Call call) {
        call.require(Scope.CASES_READ);
        if (cases.find(call.path("id")) == null) {
            throw Problem.notFound("There is no such case.");
        }
        int limit = (int) call.number("limit", MOST_OF_A_CASE, 1, MOST_OF_A_CASE);
        return Answer.json(Map.of("items", explanations.ofCase(call.path("id"), limit)));
    }
}
