package org.quaymark.hub.exchange;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Canonical GS1 Digital Link URIs (GS1 Digital Link: URI Syntax 1.2, section 4.11). */
final class DigitalLink {
    private DigitalLink() {}

    /** A unit: GTIN and serial. */
    static String unit(String gtin, String serial) {
        return EpcisVocabulary.DIGITAL_LINK + "/01/" + encoded(gtin) + "/21/" + encoded(serial);
    }

    /** A lot, or the product where the lot is not known. */
    static String lot(String gtin, @Nullable String lot) {
        String product = EpcisVocabulary.DIGITAL_LINK + "/01/" + encoded(gtin);
        return lot == null ? product : product + "/10/" + encoded(lot);
    }

    /** A logistic unit. */
    static String logisticUnit(String sscc) {
        return EpcisVocabulary.DIGITAL_LINK + "/00/" + encoded(sscc);
    }

    /** A path segment: everything but RFC 3986 unreserved characters is percent-encoded. */
    static String encoded(String segment) {
        StringBuilder out = new StringBuilder();
        for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(String.format("%02X", b & 0xff));
            }
        }
        return out.toString();
    }
}
