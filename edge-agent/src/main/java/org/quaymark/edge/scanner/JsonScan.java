package org.quaymark.edge.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.Code;
import org.quaymark.inspection.reading.Shipment;

/** Our own JSON (interfaces.md 2.1, form 2). */
final class JsonScan {
    private JsonScan() {}

    static Pull scan(ObjectNode object) throws NoScan {
        List<Code> codes = new ArrayList<>(codes(object));
        byte[] bytes = Fields.base64(object, "dataBase64");
        byte[] image = null;
        if (bytes != null && ImageFormats.isImage(bytes)) {
            image = bytes;
        } else if (bytes != null && bytes.length > 0) {
            codes.add(PayloadReader.code(bytes));
        }
        String parcel = Fields.text(object, "parcel", Limits.TEXT);
        if (codes.isEmpty() && image == null && parcel == null) {
            throw new NoScan("the scan has neither a code nor a parcel");
        }
        return new Pull(
                Fields.id(object, "id"),
                Fields.instant(object, "at"),
                codes,
                parcel,
                shipment(object.get("shipment")),
                Fields.text(object, "operator", Limits.TEXT),
                image);
    }

    private static List<Code> codes(ObjectNode object) throws NoScan {
        JsonNode listed = object.path("codes");
        if (listed.isMissingNode() || listed.isNull()) {
            return List.of();
        }
        if (!listed.isArray() || listed.size() > Limits.CODES) {
            throw new NoScan("codes is no list of at most " + Limits.CODES);
        }
        List<Code> codes = new ArrayList<>();
        int size = 0;
        for (JsonNode one : listed) {
            JsonNode data = one.path("data");
            if (!data.isTextual()) {
                throw new NoScan("a code has no data");
            }
            size += data.textValue().length();
            if (size > Limits.CODE_BYTES) {
                throw new NoScan("the codes have more than " + Limits.CODE_BYTES + " characters");
            }
            if (!data.textValue().isEmpty()) {
                codes.add(new Code(data.textValue(), Fields.text(one, "symbology", 8)));
            }
        }
        return codes;
    }

    private static @Nullable Shipment shipment(@Nullable JsonNode node) throws NoScan {
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isObject()) {
            throw new NoScan("shipment is no object");
        }
        return new Shipment(
                Fields.text(node, "origin", 2),
                Fields.text(node, "destination", 2),
                Fields.text(node, "consignor", Limits.TEXT),
                Fields.text(node, "hsCode", 16),
                Fields.count(node, "weightGrams"),
                Fields.count(node, "quantity"),
                money(node.get("declaredValue")));
    }

    private static Shipment.@Nullable Money money(@Nullable JsonNode node) throws NoScan {
        if (node == null || !node.isObject()) {
            return null;
        }
        String amount = Fields.text(node, "amount", 32);
        String currency = Fields.text(node, "currency", 3);
        return amount == null || currency == null ? null : new Shipment.Money(amount, currency);
    }
}
