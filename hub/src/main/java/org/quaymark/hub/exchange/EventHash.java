package org.quaymark.hub.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.quaymark.process.json.Json;

/**
 * The CBV 2.0 event hash (section 8.9): the fields in canonical order, standard values as GS1 Web URIs, hashed into a
 * {@code ni} URI of RFC 6920. The same event always has the same id, whoever makes it.
 */
final class EventHash {
    private EventHash() {}

    /** The event's id. */
    static String of(EpcisEvent event) {
        return ofPreHash(preHash(event));
    }

    /** The text that is hashed. */
    static String preHash(EpcisEvent event) {
        StringBuilder text = new StringBuilder("eventType=ObjectEvent");
        text.append("eventTime=").append(Json.millis(event.eventTime()));
        text.append("eventTimeZoneOffset=+00:00");
        list(text, "epcList", "epc=", event.epcs(), "");
        if (!event.epcClasses().isEmpty()) {
            text.append("quantityList");
            event.epcClasses().stream()
                    .sorted()
                    .forEach(epcClass -> text.append("quantityElementepcClass=")
                            .append(epcClass)
                            .append("quantity=1"));
        }
        text.append("action=").append(event.action());
        text.append("bizStep=").append(EpcisVocabulary.BIZ_STEP).append(event.bizStep());
        if (event.disposition() != null) {
            text.append("disposition=").append(EpcisVocabulary.DISPOSITION).append(event.disposition());
        }
        if (!event.set().isEmpty() || !event.unset().isEmpty()) {
            text.append("persistentDisposition");
            list(text, "", "set=", event.set(), EpcisVocabulary.DISPOSITION);
            list(text, "", "unset=", event.unset(), EpcisVocabulary.DISPOSITION);
        }
        text.append("readPointid=").append(event.readPoint());
        event.extensions()
                .forEach((name, value) -> text.append('{')
                        .append(EpcisVocabulary.NAMESPACE)
                        .append('}')
                        .append(name)
                        .append('=')
                        .append(value.strip()));
        return text.toString();
    }

    /** The id of an event with that pre-hash text. */
    static String ofPreHash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "ni:///sha-256;" + HexFormat.of().formatHex(digest) + "?ver=CBV2.0";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void list(StringBuilder text, String name, String key, List<String> values, String prefix) {
        if (!values.isEmpty()) {
            text.append(name);
            values.stream()
                    .sorted()
                    .forEach(value -> text.append(key).append(prefix).append(value));
        }
    }
}
