package org.quaymark.hub.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.quaymark.process.json.Json;

/** What a request is answered with. */
public sealed interface Answer {
    /** HTTP status. */
    int status();

    /** Header fields by name. */
    Map<String, String> headers();

    /** The same with one more header field. */
    Answer header(String name, String value);

    /** Bytes in memory. */
    @SuppressWarnings("ArrayRecordComponent")
    record Body(int status, Map<String, String> headers, byte[] bytes) implements Answer {
        @Override
        public Body header(String name, String value) {
            return new Body(status, plus(headers, name, value), bytes);
        }
    }

    /** Part of a file. */
    record File(int status, Map<String, String> headers, Path file, long offset, long length) implements Answer {
        @Override
        public File header(String name, String value) {
            return new File(status, plus(headers, name, value), file, offset, length);
        }
    }

    /** A value as JSON. */
    static Body json(int status, Object value) {
        return of(status, "application/json", jsonBytes(value));
    }

    /** 200 and a value as JSON. */
    static Body json(Object value) {
        return json(200, value);
    }

    /** 204. */
    static Body nothing() {
        return new Body(204, Map.of(), new byte[0]);
    }

    /** A page. */
    static Body html(int status, String page) {
        return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    /** Text of some media type. */
    static Body text(int status, String mediaType, String text) {
        return of(status, mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes of some media type. */
    static Body of(int status, String mediaType, byte[] bytes) {
        return new Body(status, Map.of("Content-Type", mediaType), bytes);
    }

    /** 303 to another place. */
    static Body seeOther(String location) {
        return new Body(303, Map.of("Location", location), new byte[0]);
    }

    /** A problem's answer. */
    static Body of(Problem problem) {
        Body body = of(problem.status(), "application/problem+json", jsonBytes(problem.toJson()));
        Object retry = problem.toJson().get("retryAfterSeconds");
        Body withRetry = retry == null ? body : body.header("Retry-After", String.valueOf(retry));
        return problem.status() == 401 ? withRetry.header("WWW-Authenticate", "Bearer") : withRetry;
    }

    private static byte[] jsonBytes(Object value) {
        try {
            return Json.STRICT.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing " + value.getClass(), e);
        }
    }

    private static Map<String, String> plus(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return more;
    }
}
