package org.quaymark.edge.scanner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.quaymark.inspection.reading.Code;
import org.quaymark.process.json.Json;

/** Tells the forms of a payload apart (interfaces.md 2.1) and reads it. Stateless. */
final class PayloadReader {
    /** A scanner may print the control characters (scanner-faults F16): that is no JSON although it begins like it. */
    private static final Pattern PRINTED_CONTROL =
            Pattern.compile("\\{(GS|RS|FS|US|EOT|FNC1)}.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private PayloadReader() {}

    /** Reads a message of a scan topic. */
    static Pull scan(Incoming message) throws NoScan {
        String contentType =
                message.contentType() == null ? "" : message.contentType().toLowerCase(Locale.ROOT);
        if (contentType.startsWith("application/cloudevents")) {
            return CloudEvents.structured(json(message.payload()));
        }
        if (message.properties().containsKey("specversion")) {
            return CloudEvents.binary(message.properties(), bytes(message.payload()));
        }
        return bytes(message.payload());
    }

    /** Reads a message of an image topic. */
    static Pull image(Incoming message) throws NoScan {
        if (!ImageFormats.isImage(message.payload())) {
            throw new NoScan("the image is neither JPEG nor PNG");
        }
        return Pull.ofImage(message.payload());
    }

    /** Forms 1, 2, 3, 5, and a structured CloudEvent. */
    static Pull bytes(byte[] payload) throws NoScan {
        if (payload.length == 0) {
            throw new NoScan("the payload is empty");
        }
        if (ImageFormats.isImage(payload)) {
            return Pull.ofImage(payload);
        }
        if (payload[0] == '{' && !isPrintedControl(payload)) {
            return object(json(payload));
        }
        return Pull.of(List.of(code(payload)));
    }

    /** Forms 2, 3 and a structured CloudEvent. */
    static Pull object(ObjectNode object) throws NoScan {
        if (object.has("specversion")) {
            return CloudEvents.structured(object);
        }
        if (object.has("event_type") || object.has("scan_code")) {
            return ProGlove.scan(object);
        }
        return JsonScan.scan(object);
    }

    /** A code as the scanner sent its bytes. */
    static Code code(byte[] bytes) throws NoScan {
        if (bytes.length > Limits.CODE_BYTES) {
            throw new NoScan(
                    "no code holds so much: " + bytes.length + " bytes, at most " + Limits.CODE_BYTES + " are taken");
        }
        return Code.ofBytes(bytes, null);
    }

    private static boolean isPrintedControl(byte[] payload) {
        String start = new String(payload, 0, Math.min(8, payload.length), StandardCharsets.ISO_8859_1);
        return PRINTED_CONTROL.matcher(start).matches();
    }

    private static ObjectNode json(byte[] payload) throws NoScan {
        JsonNode node;
        try {
            node = Json.LENIENT.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new NoScan("the payload begins like JSON and is not: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new NoScan("the payload begins like JSON and is not readable: " + e.getMessage());
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new NoScan("the payload is JSON but no object");
    }
}
