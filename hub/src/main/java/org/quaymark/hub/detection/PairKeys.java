package org.quaymark.hub.detection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.quaymark.hub.casework.SightingRef;
import org.quaymark.hub.detection.UnitSightings.Unit;

/**
 * What makes two pairs the same report, whichever journal came first. A sighting is told apart from each other site once: the
 * other site may have scanned the unit five times. Two parcels of a unit are reported once, however many docks see them.
 */
final class PairKeys {
    private PairKeys() {}

    static List<String> ofClones(Sighted a, Sighted b) {
        return List.of(clone(a, b), clone(b, a));
    }

    private static String clone(Sighted sighting, Sighted other) {
        SightingRef entry = sighting.entry();
        return hash("cloned", entry.edge(), entry.generation() + "/" + entry.sequence(), other.site());
    }

    static List<String> ofReuse(Unit unit, Sighted a, Sighted b) {
        String one = String.valueOf(a.parcel());
        String other = String.valueOf(b.parcel());
        boolean inOrder = one.compareTo(other) <= 0;
        return List.of(hash("reused", unit.gtin(), unit.serial(), inOrder ? one : other, inOrder ? other : one));
    }

    /** Of one size: what labels say is of any length and must not decide the size of an index. */
    private static String hash(String kind, String... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha256.digest(String.join("\u001F", parts).getBytes(StandardCharsets.UTF_8));
            return kind + ":" + HexFormat.of().formatHex(digest, 0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
