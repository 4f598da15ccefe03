package org.quaymark.hub.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.casework.CaseAction;
import org.quaymark.hub.casework.CaseFile;
import org.quaymark.hub.casework.Cases;
import org.quaymark.hub.exchange.CustomsAnswers.CustomsAnswer;
import org.quaymark.hub.http.Answer;
import org.quaymark.hub.http.Call;
import org.quaymark.hub.http.HttpModule;
import org.quaymark.hub.http.Problem;
import org.quaymark.hub.http.Routes;
import org.quaymark.hub.identity.Scope;
import org.quaymark.process.json.Json;

/** {@code /exchange/customs/responses} of the API. */
@Singleton
final class CustomsApi implements HttpModule {
    private static final int MAX_REASON = 4_000;

    private final CustomsAnswers answers;
    private final Cases cases;

    CustomsApi(CustomsAnswers answers, Cases cases) {
        this.answers = answers;
        this.cases = cases;
    }

    @Override
    public void api(Routes routes) {
        routes.post("/exchange/customs/responses", this::answer);
    }

    private record Body(
            @Nullable String id,
            @JsonProperty("case") @Nullable String caseId,
            @Nullable String decision,
            @Nullable String authority,
            @Nullable String reference,
            @Nullable String reason) {}

    private Answer answer(Call call) {
        call.require(Scope.EXCHANGE_WRITE);
        String mediaType = call.header("Content-Type");
        if (mediaType != null && !mediaType.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
            throw Problem.of(
                    415,
                    "unsupported-media-type",
                    "Unsupported media type",
                    "Answers are taken as application/json; WCO RES XML is not taken yet.");
        }
        Body body = call.json(Body.class);
        CustomsAnswer answer = new CustomsAnswer(
                text(body.id(), "id", 200),
                text(body.caseId(), "case", 64),
                decision(body.decision()),
                authority(body.authority()),
                optional(body.reference(), "reference", 200),
                optional(body.reason(), "reason", MAX_REASON));
        boolean fresh = answers.take(answer);
        CaseFile file = cases.find(answer.caseId());
        ObjectNode node = Json.STRICT
                .createObjectNode()
                .put("id", answer.id())
                .put("case", answer.caseId())
                .put("repeated", !fresh);
        if (file != null) {
            node.put("status", file.status().wireName());
        }
        return Answer.json(node);
    }

    private static CaseAction decision(@Nullable String decision) {
        if ("hold".equals(decision)) {
            return CaseAction.DETAIN;
        }
        if ("release".equals(decision)) {
            return CaseAction.RELEASE;
        }
        throw Problem.badRequest("decision is neither hold nor release.");
    }

    private static String authority(@Nullable String authority) {
        if (authority == null || !authority.matches("[A-Za-z0-9._-]{1,64}")) {
            throw Problem.badRequest("authority is not 1 to 64 letters, digits, dots, dashes and underscores.");
        }
        return authority;
    }

    private static String text(@Nullable String value, String name, int max) {
        String text = optional(value, name, max);
        if (text == null || text.isBlank()) {
            throw Problem.badRequest(name + " is missing.");
        }
        return text;
    }

    private static @Nullable String optional(@Nullable String value, String name, int max) {
        if (value != null && value.length() > max) {
            throw Problem.badRequest(name + " has more than " + max + " characters.");
        }
        return value;
    }
}
