package org.quaymark.hub.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is answered with an RFC 9457 problem. Thrown by handlers; has no stack trace, because it is an answer and
 * not a bug.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String type;
    private final String title;
    private final transient Map<String, Object> members;

    private Problem(int status, String type, String title, String detail, Map<String, Object> members) {
        super(detail, null, false, false);
        this.status = status;
        this.type = type;
        this.title = title;
        this.members = members;
    }

    /**
     * A problem.
     *
     * @param type last part of the type URI, such as {@code clock-skew}
     * @param title the type in words, the same for every occurrence
     * @param detail this occurrence, for the person who has to act on it
     */
    public static Problem of(int status, String type, String title, String detail) {
        return new Problem(status, type, title, detail, Map.of());
    }

    /** 400: the request makes no sense as it stands. */
    public static Problem badRequest(String detail) {
        return of(400, "bad-request", "The request is not valid", detail);
    }

    /** 401: nobody was proved to be calling. */
    public static Problem unauthenticated(String detail) {
        return of(401, "unauthenticated", "Who calls is not proved", detail);
    }

    /** 403: the caller may not do this. */
    public static Problem forbidden(String detail) {
        return of(403, "forbidden", "Not allowed", detail);
    }

    /** 404: there is no such thing, or not for this caller. */
    public static Problem notFound(String detail) {
        return of(404, "not-found", "Not found", detail);
    }

    /** 409: it cannot be done in the state things are in. */
    public static Problem conflict(String detail) {
        return of(409, "conflict", "In conflict with the present state", detail);
    }

    /** 413: larger than is taken. */
    public static Problem tooLarge(String detail) {
        return of(413, "too-large", "Too large", detail);
    }

    /** 429 or 503: not now. */
    public static Problem notNow(int status, String detail) {
        return of(status, "not-now", "Not now", detail).with("retryAfterSeconds", 1);
    }

    /** The same with one more member. */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, type, title, detail(), more);
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** The last part of its type. */
    String kind() {
        return type;
    }

    /** This occurrence. */
    public String detail() {
        @Nullable String message = getMessage();
        return message == null ? title : message;
    }

    /** The members of the JSON object. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "https://quaymark.org/problems/" + type);
        json.put("title", title);
        json.put("status", status);
        json.put("detail", detail());
        json.putAll(members);
        return json;
    }
}
