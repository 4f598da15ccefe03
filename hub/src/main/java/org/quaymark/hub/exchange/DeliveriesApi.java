package org.quaymark.hub.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.exchange.Deliveries.Filter;
import org.quaymark.hub.http.Answer;
import org.quaymark.hub.http.Call;
import org.quaymark.hub.http.HttpModule;
import org.quaymark.hub.http.Problem;
import org.quaymark.hub.http.Routes;
import org.quaymark.hub.identity.Caller;
import org.quaymark.hub.identity.Scope;
import org.quaymark.hub.ledger.Ledger;
import org.quaymark.hub.ledger.LedgerEntry;
import org.quaymark.hub.storage.Database;
import org.quaymark.process.json.Json;

/** {@code /exchange/deliveries} of the API. */
@Singleton
final class DeliveriesApi implements HttpModule {
    private final Database database;
    private final Deliveries deliveries;
    private final DeliverySender sender;
    private final Ledger ledger;
    private final Clock clock;

    DeliveriesApi(Database database, Deliveries deliveries, DeliverySender sender, Ledger ledger, Clock clock) {
        this.database = database;
        this.deliveries = deliveries;
        this.sender = sender;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void api(Routes routes) {
        routes.get("/exchange/deliveries", this::list);
        routes.post("/exchange/deliveries/:id/retry", this::retry);
    }

    private Answer list(Call call) {
        call.require(Scope.EXCHANGE_READ);
        int limit = call.limit();
        List<Delivery> page = deliveries.list(new Filter(
                call.query("endpoint"),
                call.query("case"),
                state(call.query("state")),
                call.query("cursor"),
                limit + 1));
        ObjectNode answer = Json.STRICT.createObjectNode();
        ArrayNode items = answer.putArray("items");
        page.stream().limit(limit).map(this::json).forEach(items::add);
        answer.put("next", page.size() > limit ? page.get(limit - 1).id() : null);
        return Answer.json(answer);
    }

    private Answer retry(Call call) {
        Caller caller = call.require(Scope.EXCHANGE_WRITE);
        String id = call.path("id");
        database.transact(connection -> {
            if (!deliveries.again(id, clock.instant())) {
                throw Problem.notFound("There is no such delivery.");
            }
            ledger.append(new LedgerEntry("exchange-retry", clock.instant(), caller.actor(), Map.of("delivery", id)));
        });
        sender.wake();
        Delivery again = deliveries.find(id);
        if (again == null) {
            throw Problem.notFound("There is no such delivery.");
        }
        return Answer.json(202, json(again));
    }

    private ObjectNode json(Delivery delivery) {
        ObjectNode node = Json.STRICT
                .createObjectNode()
                .put("id", delivery.id())
                .put("endpoint", delivery.endpoint())
                .put("case", delivery.caseId())
                .put("type", delivery.type())
                .put("state", delivery.state().wireName())
                .put("created", Json.millis(delivery.created()))
                .put("updated", Json.millis(delivery.updated()));
        if (delivery.state() == DeliveryState.WAITING) {
            node.put("due", Json.millis(delivery.due()));
        }
        ArrayNode attempts = node.putArray("attempts");
        deliveries.attempts(delivery.id()).forEach(attempt -> {
            ObjectNode one = attempts.addObject()
                    .put("number", attempt.number())
                    .put("at", Json.millis(attempt.at()))
                    .put("millis", attempt.millis());
            if (attempt.status() != null) {
                one.put("status", attempt.status());
            }
            if (attempt.error() != null) {
                one.put("error", attempt.error());
            }
        });
        return node;
    }

    private static @Nullable DeliveryState state(@Nullable String name) {
        if (name == null) {
            return null;
        }
        for (DeliveryState state : DeliveryState.values()) {
            if (state.wireName().equals(name)) {
                return state;
            }
        }
        throw Problem.badRequest("There is no such state: " + name);
    }
}
