package org.quaymark.sim.scenario;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A label's text as each kind of code carries it (GenSpecs 7.8, GS1 Digital Link 1.2). */
final class LabelText {
    /** The group separator that ends an element of variable length. */
    static final char GS = '\u001d';

    static final int IDENTIFIER_LENGTH = 3;
    private static final DateTimeFormatter YYMMDD = DateTimeFormatter.ofPattern("uuMMdd");

    /** The orders of elements that labels in the field have. */
    enum Order {
        SERIAL_FIRST,
        FIXED_FIRST
    }

    private LabelText() {}

    /** An element string behind the symbology identifier. */
    static String elements(String identifier, Label label, Order order) {
        StringBuilder text = new StringBuilder(identifier).append("01").append(label.gtin());
        boolean open = false;
        if (order == Order.FIXED_FIRST) {
            open = expiry(text, label, false);
        }
        if (order == Order.SERIAL_FIRST) {
            open = variable(text, "21", label.serial(), open);
            open = variable(text, "10", label.lot(), open);
        } else {
            open = variable(text, "10", label.lot(), open);
            open = variable(text, "21", label.serial(), open);
        }
        if (order == Order.SERIAL_FIRST) {
            expiry(text, label, open);
        }
        return text.toString();
    }

    /** A Digital Link URI: key and qualifiers in the path in their fixed order, attributes in the query. */
    static String digitalLink(Label label) {
        StringBuilder uri = new StringBuilder("https://id.example.org/01/").append(label.gtin());
        if (label.lot() != null) {
            uri.append("/10/").append(encode(label.lot()));
        }
        if (label.serial() != null) {
            uri.append("/21/").append(encode(label.serial()));
        }
        LocalDate expiry = label.expiry();
        if (expiry != null) {
            uri.append("?17=").append(YYMMDD.format(expiry));
        }
        return uri.toString();
    }

    /** What is left where the end of the code is scratched away: no legal element string. */
    static String scratched(Label label) {
        return "]d201" + label.gtin().substring(0, 9);
    }

    /** The EAN-13 of the product alone. */
    static String ean13(String gtin) {
        return gtin.substring(1);
    }

    private static boolean variable(StringBuilder text, String ai, @Nullable String value, boolean open) {
        if (value == null) {
            return open;
        }
        if (open) {
            text.append(GS);
        }
        text.append(ai).append(value);
        return true;
    }

    private static boolean expiry(StringBuilder text, Label label, boolean open) {
        LocalDate expiry = label.expiry();
        if (expiry == null) {
            return open;
        }
        if (open) {
            text.append(GS);
        }
        text.append("17").append(YYMMDD.format(expiry));
        return false;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
