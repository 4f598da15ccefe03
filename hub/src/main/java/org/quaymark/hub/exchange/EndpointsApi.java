package org.quaymark.hub.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

/** {@code /exchange/endpoints} of the API. */
@Singleton
final class EndpointsApi implements HttpModule {
    private static final int MAX_ENDPOINTS = 100;
    private static final Set<String> FIELDS = Set.of("id", "kind", "url", "secret", "allowPrivate", "enabled");
    /** How long a replaced secret signs beside the new one. */
    private static final Duration OVERLAP = Duration.ofHours(24);

    private final Database database;
    private final Endpoints endpoints;
    private final Ledger ledger;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    EndpointsApi(Database database, Endpoints endpoints, Ledger ledger, Clock clock) {
        this.database = database;
        this.endpoints = endpoints;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void api(Routes routes) {
        routes.get("/exchange/endpoints", this::list);
        routes.put("/exchange/endpoints", this::put);
    }

    private Answer list(Call call) {
        call.require(Scope.EXCHANGE_READ);
        ObjectNode answer = Json.STRICT.createObjectNode();
        ArrayNode items = answer.putArray("items");
        endpoints.all().forEach(endpoint -> items.add(json(endpoint, null)));
        answer.putNull("next");
        return Answer.json(answer);
    }

    private Answer put(Call call) {
        Caller caller = call.require(Scope.EXCHANGE_WRITE);
        JsonNode body = call.json(JsonNode.class);
        List<JsonNode> wanted = new ArrayList<>();
        boolean many = body.path("items").isArray();
        if (many) {
            body.get("items").forEach(wanted::add);
        } else {
            wanted.add(body);
        }
        if (wanted.size() > MAX_ENDPOINTS) {
            throw Problem.badRequest("There are at most " + MAX_ENDPOINTS + " endpoints.");
        }
        List<ObjectNode> answers = database.inTransaction(connection -> {
            List<ObjectNode> put = new ArrayList<>();
            for (JsonNode one : wanted) {
                put.add(put(one, caller));
            }
            if (endpoints.listOrderById().size() > MAX_ENDPOINTS) {
                throw Problem.conflict("There are at most " + MAX_ENDPOINTS + " endpoints.");
            }
            return put;
        });
        if (!many) {
            return Answer.json(answers.get(0));
        }
        ObjectNode answer = Json.STRICT.createObjectNode();
        answer.putArray("items").addAll(answers);
        answer.putNull("next");
        return Answer.json(answer);
    }

    private ObjectNode put(JsonNode wanted, Caller caller) {
        wanted.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw Problem.badRequest("unknown field: " + field);
            }
        });
        String id = wanted.path("id").asText("");
        if (!id.matches("[A-Za-z0-9._-]{1,64}")) {
            throw Problem.badRequest("id is not 1 to 64 letters, digits, dots, dashes and underscores.");
        }
        EndpointKind kind = EndpointKind.ofWireName(wanted.path("kind").asText(""));
        if (kind == null) {
            throw Problem.badRequest("kind is none of customs, platform, rights-holder.");
        }
        boolean allowPrivate = wanted.path("allowPrivate").asBoolean(false);
        boolean enabled = wanted.path("enabled").asBoolean(true);
        URI url = url(wanted.path("url").asText(""), allowPrivate);
        @Nullable
        String given = wanted.hasNonNull("secret") ? wanted.get("secret").asText() : null;
        if (given != null) {
            try {
                WebhookSignature.bytes(given);
            } catch (IllegalArgumentException e) {
                throw Problem.badRequest(String.valueOf(e.getMessage()) + ".");
            }
        }
        Instant now = clock.instant();
        endpoints.lock(id);
        Endpoint known = endpoints.findById(id).map(EndpointRow::endpoint).orElse(null);
        @Nullable String made = given == null && known == null ? WebhookSignature.newSecret(random) : null;
        Endpoint endpoint = new Endpoint(
                id, kind, url, secrets(known, given != null ? given : made, now), allowPrivate, enabled, null);
        endpoints.put(EndpointRow.of(endpoint, now));
        ledger.append(new LedgerEntry(
                "exchange-endpoint",
                now,
                caller.actor(),
                Map.of("id", id, "kind", kind.wireName(), "url", url.toString(), "enabled", enabled)));
        return json(endpoint, made);
    }

    private static List<Endpoint.Secret> secrets(@Nullable Endpoint known, @Nullable String fresh, Instant now) {
        if (known == null) {
            return List.of(new Endpoint.Secret(String.valueOf(fresh), null));
        }
        if (fresh == null || known.secrets().get(0).value().equals(fresh)) {
            return known.secrets();
        }
        return List.of(
                new Endpoint.Secret(fresh, null),
                new Endpoint.Secret(known.secrets().get(0).value(), now.plus(OVERLAP)));
    }

    private static URI url(String text, boolean allowPrivate) {
        try {
            URI url = EndpointUrls.parse(text);
            // a name may change its address until it is called, and is checked then; an address as such never does
            if (!allowPrivate && isAddress(url.getHost())) {
                EndpointUrls.requireAddress(url, false);
            }
            return url;
        } catch (EndpointUrls.Refused e) {
            throw Problem.badRequest(e.reason() + ".");
        }
    }

    private static boolean isAddress(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+") || host.equalsIgnoreCase("localhost");
    }

    private static ObjectNode json(Endpoint endpoint, @Nullable String secret) {
        ObjectNode node = Json.STRICT
                .createObjectNode()
                .put("id", endpoint.id())
                .put("kind", endpoint.kind().wireName())
                .put("url", endpoint.url().toString())
                .put("secret", secret == null ? "whsec_…" : secret)
                .put("allowPrivate", endpoint.allowPrivate())
                .put("enabled", endpoint.enabled());
        if (endpoint.disabledFor() != null) {
            node.put("disabledFor", endpoint.disabledFor());
        }
        return node;
    }
}
