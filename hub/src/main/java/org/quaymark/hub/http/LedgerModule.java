package org.quaymark.hub.http;

import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.identity.Scope;
import org.quaymark.hub.ledger.Checkpoints;
import org.quaymark.hub.ledger.Ledger;

/** {@code /ledger/…}: the audit log, for those who check it. */
@Singleton
final class LedgerModule implements HttpModule {
    private final Ledger ledger;
    private final Checkpoints checkpoints;

    LedgerModule(Ledger ledger, Checkpoints checkpoints) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
    }

    @Override
    public void api(Routes routes) {
        routes.get("/ledger/checkpoint", call -> {
            call.require(Scope.LEDGER_READ);
            return Answer.text(200, "text/plain; charset=utf-8", checkpoints.latest());
        });
        routes.get("/ledger/entries/:number", this::entry);
        routes.get("/ledger/proof", this::proof);
    }

    private Answer entry(Call call) {
        call.require(Scope.LEDGER_READ);
        @Nullable String body;
        try {
            body = ledger.entry(Long.parseLong(call.path("number")));
        } catch (NumberFormatException e) {
            throw Problem.badRequest("An entry's number is a whole number from 0.");
        }
        if (body == null) {
            throw Problem.notFound("The ledger has no such entry.");
        }
        return Answer.text(200, "application/json", body);
    }

    private Answer proof(Call call) {
        call.require(Scope.LEDGER_READ);
        long size = call.number("size", ledger.size(), 0, Long.MAX_VALUE);
        try {
            List<byte[]> path;
            if (call.query("from") != null) {
                path = checkpoints.consistency(call.number("from", 0, 0, Long.MAX_VALUE), size);
            } else if (call.query("leaf") != null) {
                path = checkpoints.inclusion(call.number("leaf", 0, 0, Long.MAX_VALUE), size);
            } else {
                throw Problem.badRequest("leaf (inclusion) or from (consistency) is needed.");
            }
            return Answer.json(Map.of(
                    "size",
                    size,
                    "hashes",
                    path.stream().map(Base64.getEncoder()::encodeToString).toList()));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
    }
}
