package org.quaymark.process.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.json.Json;

/**
 * An error as callers of the API see it: RFC 9457 {@code application/problem+json}.
 *
 * @param type a URI for the kind of problem; {@code about:blank} where the status says it all (RFC 9457, 4.2.1)
 * @param status the HTTP status code
 * @param detail what went wrong this time, in words for the caller; never from an exception's innards
 * @param members further members (RFC 9457, 3.2), for example {@code expected}
 */
public record Problem(
        String type, String title, int status, @Nullable String detail, Map<String, Object> members) {
    public static final String CONTENT_TYPE = "application/problem+json";
    private static final String TYPES = "urn:quaymark:problem/";

    public Problem {
        members = Map.copyOf(members);
    }

    /** A problem that its status and a sentence describe. */
    public static Problem of(int status, @Nullable String detail) {
        return new Problem("about:blank", HttpResponseStatus.valueOf(status).reasonPhrase(), status, detail, Map.of());
    }

    /** A problem of a named kind: its type is {@code urn:quaymark:problem/} and the kind, for example {@code clock-skew}. */
    public static Problem named(String kind, int status, @Nullable String detail) {
        return new Problem(TYPES + kind, HttpResponseStatus.valueOf(status).reasonPhrase(), status, detail, Map.of());
    }

    /** The same with one more member. */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(type, title, status, detail, more);
    }

    /** To be thrown from a handler; {@link ProblemHandler} answers with it. */
    public ProblemException exception() {
        return new ProblemException(this);
    }

    public String toJson() {
        ObjectNode json = Json.STRICT.createObjectNode();
        json.put("type", type).put("title", title).put("status", status);
        if (detail != null) json.put("detail", detail);
        members.forEach((name, value) -> json.set(name, Json.STRICT.valueToTree(value)));
        try {
            return Json.STRICT.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always written", e);
        }
    }

    /** Ends the response with this problem. */
    public void send(RoutingContext context) {
        if (context.response().ended() || context.response().closed()) return;
        if (context.response().headWritten()) {
            context.response().reset();
            return;
        }
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", CONTENT_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(toJson());
    }
}
