package org.quaymark.hub.casework;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What the sightings of one case have in common: the parcel, else the unit, else lot and consignor, else product and
 * site, else (an unreadable thing on no parcel) the device's site alone.
 */
final class GatherKey {
    private GatherKey() {}

    /** A fixed-size key: what labels say is of any length and must not decide the size of an index. */
    static String of(
            @Nullable String parcel,
            @Nullable String gtin,
            @Nullable String serial,
            @Nullable String lot,
            @Nullable String consignor,
            String site,
            String scan) {
        if (parcel != null) {
            return hash("parcel", parcel);
        }
        if (gtin != null && serial != null) {
            return unit(gtin, serial);
        }
        if (gtin != null && lot != null && consignor != null) {
            return hash("lot", gtin, lot, consignor);
        }
        if (gtin != null) {
            return hash("product", gtin, site);
        }
        return hash("scan", site, scan);
    }

    /** One unit, on whatever parcel. */
    static String unit(String gtin, String serial) {
        return hash("unit", gtin, serial);
    }

    static String hash(String... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                sha256.update((byte) (bytes.length >>> 8));
                sha256.update((byte) bytes.length);
                sha256.update(bytes);
            }
            return parts[0] + ":" + HexFormat.of().formatHex(sha256.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
