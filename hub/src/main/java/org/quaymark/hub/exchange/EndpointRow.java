package org.quaymark.hub.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.quaymark.hub.storage.Micros;
import org.quaymark.process.json.Json;

/**
 * An endpoint as stored.
 *
 * @param secrets JSON
 * @param allowPrivate 1 or 0, as is {@code enabled}
 */
@MappedEntity("exchange_endpoint")
record EndpointRow(
        @Id String id,
        EndpointKind kind,
        String url,
        String secrets,
        int allowPrivate,
        int enabled,
        @Nullable String disabledFor,

        @TypeDef(type = DataType.LONG, converter = Micros.class)
        Instant updated) {
    private static final TypeReference<List<Endpoint.Secret>> SECRETS = new TypeReference<>() {};

    static EndpointRow of(Endpoint endpoint, Instant updated) {
        return new EndpointRow(
                endpoint.id(),
                endpoint.kind(),
                endpoint.url().toString(),
                write(endpoint.secrets()),
                endpoint.allowPrivate() ? 1 : 0,
                endpoint.enabled() ? 1 : 0,
                endpoint.disabledFor(),
                updated);
    }

    Endpoint endpoint() {
        return new Endpoint(id, kind, URI.create(url), read(secrets), allowPrivate == 1, enabled == 1, disabledFor);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "EndpointRow[" + id + "]";
    }

    private static String write(List<Endpoint.Secret> secrets) {
        try {
            return Json.STRICT.writeValueAsString(secrets);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing secrets");
        }
    }

    private static List<Endpoint.Secret> read(String json) {
        try {
            return Json.STRICT.readValue(json, SECRETS);
        } catch (JsonProcessingException e) {
            // the cause would quote what it could not read
            throw new IllegalStateException("an endpoint's secrets are not readable");
        }
    }
}
