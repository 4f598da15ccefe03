package org.quaymark.hub.intake;

import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.http.Answer;
import org.quaymark.hub.http.Call;
import org.quaymark.hub.http.HttpModule;
import org.quaymark.hub.http.Problem;
import org.quaymark.hub.http.Routes;
import org.quaymark.hub.identity.Caller;
import org.quaymark.hub.identity.EdgeKeys;
import org.quaymark.hub.ledger.Checkpoints;
import org.quaymark.inspection.log.LogHead;
import org.quaymark.inspection.log.VerifyingKey;

/** {@code POST /edges/:edge/journal}. */
@Singleton
final class JournalModule implements HttpModule {
    private static final String HEAD = "Quaymark-Head";

    private final Intake intake;
    private final EdgeKeys edges;
    private final Checkpoints checkpoints;

    JournalModule(Intake intake, EdgeKeys edges, Checkpoints checkpoints) {
        this.intake = intake;
        this.edges = edges;
        this.checkpoints = checkpoints;
    }

    @Override
    public void api(Routes routes) {
        routes.add(HttpMethod.POST, "/edges/:edge/journal", BatchBody.MAX_WIRE, this::take);
    }

    private Answer take(Call call) {
        String edge = call.path("edge");
        if (!(call.caller() instanceof Caller.Edge caller) || !caller.id().equals(edge)) {
            throw Problem.of(
                    403,
                    "foreign-journal",
                    "Not this caller's journal",
                    "A journal is sent by its own edge, signed with its key.");
        }
        String note = note(call.header(HEAD));
        Batch batch =
                new Batch(edge, BatchBody.lines(call.body(), call.header("Content-Encoding")), head(edge, note), note);
        Intake.Taken taken = intake.take(batch);
        if (taken instanceof Intake.Taken.Through through) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("acceptedThrough", through.sequence());
            answer.put("checkpoint", checkpoints.latest());
            answer.put("receipt", through.receipt());
            return Answer.json(answer);
        }
        if (taken instanceof Intake.Taken.Gap gap) {
            throw Problem.of(409, "journal-gap", "Entries are missing", "The next entry is " + gap.expected() + ".")
                    .with("expected", gap.expected());
        }
        if (taken instanceof Intake.Taken.Forked forked) {
            throw Problem.of(
                    409,
                    "forked-journal",
                    "The journal says something else than before",
                    "Up to entry " + forked.sequence() + " it is not the journal the hub has.");
        }
        throw Problem.of(403, "edge-suspended", "The edge is suspended", "This edge is suspended.");
    }

    private static String note(@Nullable String header) {
        if (header == null) {
            throw Problem.badRequest(HEAD + " is missing: the signed head of the journal, base64.");
        }
        try {
            return new String(Base64.getDecoder().decode(header), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(HEAD + " is not base64.");
        }
    }

    private LogHead head(String edge, String note) {
        @Nullable VerifyingKey key = edges.keyOf(edge);
        @Nullable String text = key == null ? null : key.openNote(note);
        if (text == null) {
            throw Problem.unauthenticated(HEAD + " is not signed with the edge's key.");
        }
        try {
            LogHead head = LogHead.ofNoteText(text);
            if (head.origin().equals("quaymark/journal/" + edge)) {
                return head;
            }
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(HEAD + ": " + e.getMessage());
        }
        throw Problem.badRequest(HEAD + " is of another log.");
    }
}
