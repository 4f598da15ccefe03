package org.quaymark.hub.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other sites' pages from acting with a person's session: a request that changes something and comes from a browser
 * must come from a page of this host. Browsers say so in {@code Sec-Fetch-Site}, older ones in {@code Origin}; what sends
 * neither is no browser and carries no session without its owner's will.
 */
final class SameOrigin {
    private SameOrigin() {}

    static void check(HttpServerRequest request) {
        if (!Authentication.changes(request.method())) {
            return;
        }
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            if (!site.equals("same-origin") && !site.equals("none")) {
                throw refused();
            }
            return;
        }
        @Nullable String origin = request.getHeader("Origin");
        if (origin != null && !isOurs(origin, request)) {
            throw refused();
        }
    }

    private static boolean isOurs(String origin, HttpServerRequest request) {
        @Nullable String host = request.getHeader("Host");
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Problem refused() {
        return Problem.forbidden("The request comes from another site's page.");
    }
}
