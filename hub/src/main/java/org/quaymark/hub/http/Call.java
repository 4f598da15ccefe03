package org.quaymark.hub.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.identity.Caller;
import org.quaymark.hub.identity.Scope;
import org.quaymark.process.json.Json;

/** A request on its way through a handler on a worker thread: who calls, with what. */
public final class Call {
    private final RoutingContext context;
    private final @Nullable Caller caller;
    private final byte[] body;
    private final String address;

    Call(RoutingContext context, @Nullable Caller caller, byte[] body, String address) {
        this.context = context;
        this.caller = caller;
        this.body = body;
        this.address = address;
    }

    /** Vert.x' own view, for what is not here. */
    public RoutingContext context() {
        return context;
    }

    /** Who calls, null where nobody is proved to. */
    public @Nullable Caller anyCaller() {
        return caller;
    }

    /**
     * Who calls.
     *
     * @throws Problem 401 where nobody is proved to
     */
    public Caller caller() {
        if (caller == null) {
            throw Problem.unauthenticated("This needs a session, a bearer key or an edge's signature.");
        }
        return caller;
    }

    /**
     * Who calls, where it may do that.
     *
     * @throws Problem 401 where nobody is proved to call, 403 where it may not
     */
    public Caller require(Scope scope) {
        Caller known = caller();
        if (!known.may(scope)) {
            throw Problem.forbidden(known.actor() + " lacks " + scope.wireName() + ".");
        }
        return known;
    }

    /** Where it comes from, as limits count it. */
    public String address() {
        return address;
    }

    /** A part of the path by its name in the route. */
    public String path(String name) {
        String value = context.pathParam(name);
        if (value == null || value.length() > 256) {
            throw Problem.notFound("There is nothing at this path.");
        }
        return value;
    }

    /** A query parameter, null where it is missing or empty. */
    public @Nullable String query(String name) {
        String value = context.queryParams().get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** A query parameter that is a whole number from {@code min} on; greater ones count as {@code max}. */
    public long number(String name, long otherwise, long min, long max) {
        String value = query(name);
        if (value == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(value);
            if (number < min) {
                throw Problem.badRequest(name + " is below " + min + ".");
            }
            return Math.min(number, max);
        } catch (NumberFormatException e) {
            throw Problem.badRequest(name + " is not a whole number: " + value);
        }
    }

    /** A query parameter that is an instant, null where it is missing. */
    public @Nullable Instant instant(String name) {
        String value = query(name);
        try {
            return value == null ? null : Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw Problem.badRequest(name + " is not an ISO 8601 instant in UTC: " + value);
        }
    }

    /** {@code limit} of a list: 100 unless given, 1,000 at most. */
    public int limit() {
        return (int) number("limit", 100, 1, 1_000);
    }

    /** A request header, null where it is missing. */
    public @Nullable String header(String name) {
        return context.request().getHeader(name);
    }

    /** The body, whole; empty where there is none. */
    public byte[] body() {
        return body;
    }

    /**
     * The body as JSON; unknown fields are refused.
     *
     * @throws Problem 400 where it is not that
     */
    public <T> T json(Class<T> type) {
        try {
            T value = Json.STRICT.readValue(body, type);
            if (value == null) {
                throw Problem.badRequest("The body is null.");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("The body is not the JSON expected: " + e.getOriginalMessage());
        } catch (java.io.IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
    }
}
