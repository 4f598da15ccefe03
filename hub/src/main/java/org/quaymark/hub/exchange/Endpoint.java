package org.quaymark.hub.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where messages go.
 *
 * @param secrets the newest first; an older one signs too until it runs out
 * @param allowPrivate whether it may lie in a private network
 * @param disabledFor why the hub itself disabled it, null where it did not
 */
record Endpoint(
        String id,
        EndpointKind kind,
        URI url,
        List<Secret> secrets,
        boolean allowPrivate,
        boolean enabled,
        @Nullable String disabledFor) {
    Endpoint {
        secrets = List.copyOf(secrets);
    }

    /** The secrets that sign at an instant. */
    List<String> secretsAt(Instant now) {
        return secrets.stream()
                .filter(secret -> secret.until() == null || now.isBefore(secret.until()))
                .map(Secret::value)
                .toList();
    }

    /** Never tells a secret. */
    @Override
    public String toString() {
        return "Endpoint[" + id + ", " + kind.wireName() + ", " + url + "]";
    }

    /**
     * A secret.
     *
     * @param until when it no longer signs, null for the current one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Secret(String value, @Nullable Instant until) {
        @Override
        public String toString() {
            return "Secret[…]";
        }
    }
}
