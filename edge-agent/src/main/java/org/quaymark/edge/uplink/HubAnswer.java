package org.quaymark.edge.uplink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.json.Json;

/** What came back, from the hub or from whatever stands between: nothing in it is trusted yet. */
public record HubAnswer(int status, HttpHeaders headers, byte[] body) {
    private static final int SHOWN = 200;

    /** The header's first value, null where it is not there. */
    public @Nullable String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** Whether it says to be JSON; a proxy's own pages are HTML. */
    public boolean isJson() {
        String type = header("Content-Type");
        return type != null && type.split(";", 2)[0].strip().endsWith("json");
    }

    /** The body as a JSON object; a missing node where it is none. */
    public JsonNode json() {
        if (!isJson()) {
            return MissingNode.getInstance();
        }
        try {
            return Json.LENIENT.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** Whether it is a problem (RFC 9457) whose type ends so. */
    public boolean isProblem(String typeEnd) {
        return json().path("type").asText("").endsWith(typeEnd);
    }

    /** The hub's time, null where the answer does not give it. */
    public @Nullable Instant date() {
        String date = header("Date");
        try {
            return date == null
                    ? null
                    : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    /** How long the hub asks to wait; null where it does not, at most an hour. */
    public @Nullable Duration retryAfter() {
        String value = header("Retry-After");
        if (value == null || !value.strip().matches("[0-9]{1,9}")) {
            return null;
        }
        return Duration.ofSeconds(Math.min(3_600, Long.parseLong(value.strip())));
    }

    /** Status and the beginning of what was said, for a log line: no control characters, no secrets (the hub sends none). */
    @Override
    public String toString() {
        String said =
                isJson() ? json().path("detail").asText(json().path("title").asText("")) : "";
        String shown = said.length() > SHOWN ? said.substring(0, SHOWN) : said;
        String type = header("Content-Type");
        return status
                + (isJson() ? " " + shown.replaceAll("\\p{Cntrl}", " ") : " (" + type + ", no JSON)").stripTrailing();
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
