package org.quaymark.hub.registry;

import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.http.Answer;
import org.quaymark.hub.http.Call;
import org.quaymark.hub.http.HttpModule;
import org.quaymark.hub.http.Problem;
import org.quaymark.hub.http.Routes;
import org.quaymark.hub.identity.Caller;
import org.quaymark.hub.identity.Scope;
import org.quaymark.inspection.registry.Deletion;
import org.quaymark.inspection.registry.RecordType;
import org.quaymark.inspection.registry.RegistryKey;
import org.quaymark.inspection.registry.RegistryLine;
import org.quaymark.process.json.InvalidLine;
import org.quaymark.process.json.RegistryJson;

/** {@code /registry/{type}} and {@code /registry/{type}/{id}}: single records. Units are written by import. */
@Singleton
final class RecordsModule implements HttpModule {
    private final Records records;
    private final RegistryAuthority authority;

    RecordsModule(Records records, RegistryAuthority authority) {
        this.records = records;
        this.authority = authority;
    }

    @Override
    public void api(Routes routes) {
        routes.get("/registry/:type", this::list);
        routes.get("/registry/:type/:id", this::get);
        routes.put("/registry/:type/:id", this::put);
        routes.delete("/registry/:type/:id", this::delete);
    }

    private Answer list(Call call) {
        call.require(Scope.REGISTRY_READ);
        RecordType type = type(call);
        int limit = call.limit();
        @Nullable String cursor = call.query("cursor");
        List<Records.Listed> found = records.list(type, cursor == null ? "" : cursor, limit + 1);
        List<Records.Listed> shown = found.subList(0, Math.min(limit, found.size()));
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("items", shown.stream().map(item -> new RawValue(item.line())).toList());
        page.put("next", found.size() > limit ? shown.get(limit - 1).id() : null);
        return Answer.json(page);
    }

    private Answer get(Call call) {
        call.require(Scope.REGISTRY_READ);
        return found(type(call), call.path("id"));
    }

    private Answer found(RecordType type, String id) {
        String line = records.line(type, id);
        if (line == null) {
            throw Problem.notFound("The registry has no " + type.wireName() + " " + id + ".");
        }
        return Answer.text(200, "application/json", line);
    }

    private Answer put(Call call) {
        Caller caller = call.require(Scope.REGISTRY_WRITE);
        RecordType type = type(call);
        RegistryLine line;
        try {
            line = CheckedLine.read(new String(call.body(), StandardCharsets.UTF_8));
        } catch (InvalidLine e) {
            throw Problem.of(422, "invalid-record", "The record is not valid", e.reason());
        }
        if (!line.key().equals(new RegistryKey(type, call.path("id"))) || line instanceof Deletion) {
            throw Problem.of(
                    422,
                    "invalid-record",
                    "The record is not valid",
                    "Its key is " + line.key() + ", which is not the path's.");
        }
        authority.apply(List.of(line), caller.actor());
        return Answer.text(200, "application/json", RegistryJson.write(line));
    }

    private Answer delete(Call call) {
        Caller caller = call.require(Scope.REGISTRY_WRITE);
        RegistryKey key = new RegistryKey(type(call), call.path("id"));
        if (authority.apply(List.of(new Deletion(key)), caller.actor()).changes() == 0) {
            throw Problem.notFound("The registry has no " + key + ".");
        }
        return Answer.nothing();
    }

    private static RecordType type(Call call) {
        RecordType type = RecordType.ofWireName(call.path("type"));
        if (type == null) {
            throw Problem.notFound("There is no record type " + call.path("type") + ".");
        }
        if (type == RecordType.SERIALS
                && !call.context().request().method().name().equals("GET")) {
            throw Problem.badRequest("Serials are written by POST /registry/imports.");
        }
        return type;
    }
}
