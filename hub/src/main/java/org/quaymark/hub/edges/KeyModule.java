package org.quaymark.hub.edges;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.http.Answer;
import org.quaymark.hub.http.Call;
import org.quaymark.hub.http.HttpModule;
import org.quaymark.hub.http.Problem;
import org.quaymark.hub.http.Routes;
import org.quaymark.hub.identity.Caller;
import org.quaymark.hub.identity.EdgeKeys;
import org.quaymark.hub.ledger.Ledger;
import org.quaymark.hub.ledger.LedgerEntry;
import org.quaymark.hub.storage.Database;
import org.quaymark.inspection.log.VerifyingKey;

/**
 * {@code POST /edges/:edge/key}: an edge changes its key. The request is signed with the present key, and the next one proves
 * itself by signing a note that names the edge. The journal goes on in its generation; its next head is signed with the next
 * key.
 */
@Singleton
final class KeyModule implements HttpModule {
    private final Database database;
    private final EdgeKeys keys;
    private final EdgeRows rows;
    private final Ledger ledger;
    private final Clock clock;

    KeyModule(Database database, EdgeKeys keys, EdgeRows rows, Ledger ledger, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A next key.
     *
     * @param proof a note (C2SP signed-note) signed with it, of the text {@link #proof}
     */
    record Next(String publicKey, String proof) {}

    @Override
    public void api(Routes routes) {
        routes.post("/edges/:edge/key", this::change);
    }

    /** What the next key signs. */
    static String proof(String edge, String publicKey) {
        return "quaymark/key/" + edge + "\n" + publicKey + "\n";
    }

    private Answer change(Call call) {
        String edge = call.path("edge");
        if (!(call.caller() instanceof Caller.Edge caller) || !caller.id().equals(edge)) {
            throw Problem.of(
                    403, "foreign-key", "Not this caller's key", "An edge changes its own key, signed with it.");
        }
        VerifyingKey next = next(edge, call.json(Next.class));
        @Nullable VerifyingKey present = keys.keyOf(edge);
        if (present != null && next.equals(present)) {
            // asked again, signed with it: the answer was lost on the way
            return Answer.json(Map.of("edge", edge, "publicKey", next.toString()));
        }
        boolean changed = present != null
                && database.inTransaction(connection -> {
                    if (rows.rekey(edge, present.toString(), next.toString()) == 0) {
                        return false;
                    }
                    ledger.append(new LedgerEntry(
                            "edge-key",
                            clock.instant(),
                            caller.actor(),
                            Map.of("was", present.toString(), "key", next.toString())));
                    return true;
                });
        if (!changed) {
            throw Problem.conflict("The edge's key was changed in the meantime.");
        }
        return Answer.json(Map.of("edge", edge, "publicKey", next.toString()));
    }

    private static VerifyingKey next(String edge, Next request) {
        try {
            if (request.publicKey() == null || request.proof() == null) {
                throw new IllegalArgumentException("publicKey and proof are needed.");
            }
            VerifyingKey next = VerifyingKey.parse(request.publicKey());
            if (!next.name().equals(edge)) {
                throw new IllegalArgumentException("The key's name is not the edge's id.");
            }
            if (!proof(edge, request.publicKey()).equals(next.openNote(request.proof()))) {
                throw new IllegalArgumentException("proof is not the note it should be, signed with the next key.");
            }
            return next;
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
    }
}
