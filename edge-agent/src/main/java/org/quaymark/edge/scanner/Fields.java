package org.quaymark.edge.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Fields of a device's JSON, each optional, of bounded size, and refused where they are of another kind. */
final class Fields {
    private Fields() {}

    static @Nullable String text(JsonNode node, String field, int longest) throws NoScan {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() && !value.isNumber()) {
            throw new NoScan(field + " is no text");
        }
        String text = value.asText();
        if (text.length() > longest) {
            throw new NoScan(field + " has more than " + longest + " characters");
        }
        return text.isEmpty() ? null : text;
    }

    /** An id: like a text, and without control characters, since it goes into logs and topics' answers. */
    static @Nullable String id(JsonNode node, String field) throws NoScan {
        return checkedId(text(node, field, Limits.ID), field);
    }

    static @Nullable String checkedId(@Nullable String id, String field) throws NoScan {
        if (id == null) {
            return null;
        }
        if (id.isEmpty() || id.length() > Limits.ID || id.chars().anyMatch(Character::isISOControl)) {
            throw new NoScan(field + " is no id of 1 to " + Limits.ID + " printable characters");
        }
        return id;
    }

    static @Nullable Integer count(JsonNode node, String field) throws NoScan {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber() || !value.canConvertToInt() || value.doubleValue() < 0) {
            throw new NoScan(field + " is no number from 0");
        }
        return value.intValue();
    }

    static @Nullable Instant instant(JsonNode node, String field) throws NoScan {
        return instant(text(node, field, 64), field);
    }

    static @Nullable Instant instant(@Nullable String text, String field) throws NoScan {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new NoScan(field + " is no ISO 8601 time");
        }
    }

    static byte @Nullable [] base64(JsonNode node, String field) throws NoScan {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new NoScan(field + " is no text");
        }
        try {
            return Base64.getDecoder().decode(value.textValue());
        } catch (IllegalArgumentException e) {
            throw new NoScan(field + " is no base64");
        }
    }
}
