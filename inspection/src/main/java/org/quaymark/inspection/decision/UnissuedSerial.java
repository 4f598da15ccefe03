package org.quaymark.inspection.decision;

import java.util.Locale;
import java.util.Map;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.SerialPatterns;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Serialisation;

/** What the rules about single serials share. */
final class UnissuedSerial {
    private UnissuedSerial() {}

    /** Whether the product's units have serials and this one's is not among them. */
    static boolean is(Circumstances c) {
        Product product = c.product();
        return product != null
                && product.serialisation() == Serialisation.SERIAL
                && c.identified().serial() != null
                && c.unit() == null;
    }

    /** Whether the serial breaks the product's pattern; a pattern that takes too long to say breaks nothing. */
    static boolean isMalformed(Circumstances c) {
        Product product = c.product();
        String serial = c.identified().serial();
        return product != null
                && serial != null
                && product.serialPattern() != null
                && SerialPatterns.matches(product.serialPattern(), serial) == SerialPatterns.Match.NO;
    }

    static Map<String, String> withStatus(Circumstances c, SerialStatus status) {
        Map<String, String> detail = c.detail();
        detail.put("status", status.name().toLowerCase(Locale.ROOT));
        return detail;
    }
}
