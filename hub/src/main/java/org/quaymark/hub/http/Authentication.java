package org.quaymark.hub.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.identity.ApiKeys;
import org.quaymark.hub.identity.Caller;
import org.quaymark.hub.identity.EdgeKeys;
import org.quaymark.hub.identity.Sessions;
import org.quaymark.inspection.log.RequestSignature;

/**
 * Finds out who calls: an edge by its signature, a system by its bearer key, a person by the session's cookie. What is
 * offered and does not hold is 401; nothing offered is nobody.
 */
@Singleton
final class Authentication {
    private final ApiKeys keys;
    private final Sessions sessions;
    private final EdgeKeys edges;

    Authentication(ApiKeys keys, Sessions sessions, EdgeKeys edges) {
        this.keys = keys;
        this.sessions = sessions;
        this.edges = edges;
    }

    @Nullable
    Caller callerOf(RoutingContext context, byte[] body) {
        HttpServerRequest request = context.request();
        if (request.getHeader("Signature-Input") != null) {
            return edge(request, body);
        }
        @Nullable String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            return system(authorization);
        }
        Cookie cookie = request.getCookie(Sessions.COOKIE);
        if (cookie == null) {
            SameOrigin.check(request);
            return null;
        }
        SameOrigin.check(request);
        return sessions.find(cookie.getValue());
    }

    private Caller system(String authorization) {
        if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw Problem.unauthenticated("The only scheme here is Bearer.");
        }
        Caller caller = keys.find(authorization.substring(7).strip());
        if (caller == null) {
            throw Problem.unauthenticated("The bearer key is not known or was revoked.");
        }
        return caller;
    }

    private Caller edge(HttpServerRequest request, byte[] body) {
        EdgeKeys.Claimed claimed = new EdgeKeys.Claimed(
                request.method().name(),
                request.path(),
                request.query(),
                body,
                request.getHeader("Content-Digest"),
                request.getHeader("Signature-Input"),
                request.getHeader("Signature"));
        return switch (edges.check(claimed)) {
            case PROVED -> new Caller.Edge(edges.claimedId(claimed));
            case UNPROVED -> throw Problem.unauthenticated("The edge is not known or its signature does not hold.");
            case CLOCK_SKEW ->
                throw Problem.of(
                        401,
                        "clock-skew",
                        "The edge's clock is off",
                        "The signature was made more than 300 s from now; this answer's Date has the hub's time.");
            case SUSPENDED -> throw suspended();
        };
    }

    /**
     * Whether a caller who was let in may stay, for requests that last.
     *
     * @throws Problem 403 where it is an edge that was suspended in the meantime
     */
    void checkStill(@Nullable Caller caller) {
        if (caller instanceof Caller.Edge edge && !edges.isActive(edge.id())) {
            throw suspended();
        }
    }

    private static Problem suspended() {
        return Problem.of(403, "edge-suspended", "The edge is suspended", "This edge is suspended.");
    }

    static boolean isSigned(HttpServerRequest request) {
        return request.getHeader("Signature-Input") != null;
    }

    /** Which edge a request claims to be of, in words; empty where it claims none. Nothing of that is proved. */
    static String claimedEdge(HttpServerRequest request) {
        RequestSignature.Claim claim = RequestSignature.claim(request.getHeader("Signature-Input"));
        return claim == null || !claim.keyId().matches("[A-Za-z0-9_-]{1,64}") ? "" : " as edge:" + claim.keyId();
    }

    /** Whether a method may change something. */
    static boolean changes(HttpMethod method) {
        return method != HttpMethod.GET && method != HttpMethod.HEAD && method != HttpMethod.OPTIONS;
    }
}
