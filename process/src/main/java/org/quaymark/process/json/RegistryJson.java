package org.quaymark.process.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Deletion;
import org.quaymark.inspection.registry.RecordType;
import org.quaymark.inspection.registry.RegistryKey;
import org.quaymark.inspection.registry.RegistryLine;
import org.quaymark.inspection.registry.RegistryRecord;

/** Registry data, one JSON object a line (interfaces.md section 5). */
public final class RegistryJson {
    private RegistryJson() {}

    /**
     * Reads a line.
     *
     * @throws InvalidLine where it is no JSON object, has an unknown type or field, lacks a field, or a value is not valid
     */
    public static RegistryLine read(String line) throws InvalidLine {
        JsonNode node;
        try {
            node = Json.STRICT.readTree(line);
        } catch (JsonProcessingException e) {
            throw new InvalidLine("not JSON: " + e.getOriginalMessage(), e);
        }
        if (!(node instanceof ObjectNode object)) {
            throw new InvalidLine("not a JSON object");
        }
        String typeName = object.path("type").asText("");
        RecordType type = RecordType.ofWireName(typeName);
        if (type == null) {
            throw new InvalidLine(typeName.isEmpty() ? "type is missing" : "unknown type: " + typeName);
        }
        JsonNode deleted = object.remove("deleted");
        if (deleted != null && !deleted.isBoolean()) {
            throw new InvalidLine("deleted is neither true nor false");
        }
        if (deleted != null && deleted.booleanValue()) {
            return deletion(type, object);
        }
        try {
            return Json.STRICT.treeToValue(object, RegistryRecord.class);
        } catch (JsonProcessingException e) {
            throw new InvalidLine(reason(e), e);
        }
    }

    /** Writes a line, without a line break: the same line for the same content. */
    public static String write(RegistryLine line) {
        try {
            if (line instanceof Deletion deletion) {
                return Json.STRICT.writeValueAsString(deletedObject(deletion));
            }
            return Json.STRICT.writerFor(RegistryRecord.class).writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing " + line.key(), e);
        }
    }

    private static Deletion deletion(RecordType type, ObjectNode object) throws InvalidLine {
        if (type == RecordType.BATCH) {
            return new Deletion(new RegistryKey(type, key(object, "gtin") + ":" + key(object, "lot")));
        }
        if (type == RecordType.SERIALS) {
            String gtin = key(object, "gtin");
            List<String> listed = new ArrayList<>();
            object.path("serials").forEach(serial -> listed.add(serial.asText()));
            String from = object.hasNonNull("from") ? object.get("from").asText() : null;
            String to = object.hasNonNull("to") ? object.get("to").asText() : null;
            if (listed.isEmpty() && (from == null || to == null)) {
                throw new InvalidLine("either serials or from and to are needed");
            }
            String lot = object.hasNonNull("lot") ? object.get("lot").asText() : null;
            RegistryKey key = new RegistryKey(type, lot == null ? gtin : gtin + ":" + lot);
            return new Deletion(key, new Deletion.Units(gtin, listed, from, to));
        }
        return new Deletion(new RegistryKey(type, key(object, keyField(type))));
    }

    /** The field that is the natural key of a type. Batches and serials have two: see {@link RegistryKey}. */
    private static String keyField(RecordType type) {
        return switch (type) {
            case PREFIX -> "prefix";
            case PRODUCT, BATCH, SERIALS -> "gtin";
            case MANIFEST -> "parcel";
            case PARTY, SITE, RIGHT, RECORDATION, LICENCE, INTERCEPTION -> "id";
        };
    }

    private static String key(ObjectNode object, String field) throws InvalidLine {
        String value = object.path(field).asText("");
        if (value.isEmpty()) {
            throw new InvalidLine(field + " is missing");
        }
        return value;
    }

    private static ObjectNode deletedObject(Deletion deletion) {
        RecordType type = deletion.key().type();
        String id = deletion.key().id();
        ObjectNode object = Json.STRICT.createObjectNode().put("type", type.wireName());
        Deletion.Units units = deletion.serials();
        if (units != null) {
            object.put("gtin", units.gtin());
            putLot(object, id);
            if (!units.listed().isEmpty()) {
                units.listed().forEach(object.putArray("serials")::add);
            } else {
                object.put("from", units.from()).put("to", units.to());
            }
        } else if (type == RecordType.BATCH) {
            object.put("gtin", id.substring(0, id.indexOf(':')));
            putLot(object, id);
        } else {
            object.put(keyField(type), id);
        }
        return object.put("deleted", true);
    }

    private static void putLot(ObjectNode object, String id) {
        int colon = id.indexOf(':');
        if (colon >= 0) {
            object.put("lot", id.substring(colon + 1));
        }
    }

    private static String reason(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "unknown field: " + unknown.getPropertyName();
        }
        @Nullable Throwable cause = e.getCause();
        if (cause instanceof IllegalArgumentException refused && refused.getMessage() != null) {
            return refused.getMessage();
        }
        String field =
                e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                        ? String.valueOf(mapping.getPath().get(0).getFieldName())
                        : "a field";
        if (e instanceof InvalidFormatException format) {
            return field + " has no such value: " + format.getValue();
        }
        return field + " is not valid: " + e.getOriginalMessage();
    }
}
