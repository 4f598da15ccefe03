package org.quaymark.hub.http;

import io.vertx.core.http.HttpServerRequest;
import org.quaymark.hub.identity.Sessions;

/** The session's cookie: not for scripts, not from other sites, and over TLS only where the request came that way. */
public final class Cookies {
    private Cookies() {}

    /** {@code Set-Cookie} of a login. */
    public static String session(HttpServerRequest request, Sessions.Login.In in) {
        return cookie(request, in.token(), in.maxAge().toSeconds());
    }

    /** {@code Set-Cookie} of a logout. */
    public static String ended(HttpServerRequest request) {
        return cookie(request, "", 0);
    }

    private static String cookie(HttpServerRequest request, String value, long maxAgeSeconds) {
        boolean secure = request.isSSL() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        return Sessions.COOKIE + "=" + value + "; Path=/; Max-Age=" + maxAgeSeconds + "; HttpOnly; SameSite=Strict"
                + (secure ? "; Secure" : "");
    }
}
