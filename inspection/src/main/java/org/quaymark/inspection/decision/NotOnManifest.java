package org.quaymark.inspection.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Manifest;

/**
 * The parcel has a manifest and this item is not on it, or more of it than it lists. Units without a serial cannot be told from
 * one unit scanned twice, so only units with one are counted. A manifest that lists nothing, or no quantity, says nothing.
 */
final class NotOnManifest implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.NOT_ON_MANIFEST;
    }

    @Override
    public Subject subject() {
        return Subject.ITEM;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        Manifest manifest = c.manifest();
        String gtin = c.gtin();
        if (manifest == null || gtin == null || manifest.items().isEmpty()) {
            return List.of();
        }
        String lot = c.lot();
        String serial = c.identified().serial();
        List<Manifest.Item> ofProduct =
                manifest.items().stream().filter(i -> i.gtin().equals(gtin)).toList();
        Map<String, String> detail = c.detail();
        detail.put("parcel", manifest.parcel());
        if (ofProduct.stream().noneMatch(i -> fits(i.lot(), lot) && fits(i.serial(), serial))) {
            return List.of(new Found(detail));
        }
        if (serial == null) {
            return List.of();
        }
        List<History.Packed> packed = c.history().packedIn(c.scan(), c.reading().parcels()).stream()
                .filter(p -> p.gtin().equals(gtin))
                .toList();
        long all = listed(ofProduct, i -> true);
        long ofLot = listed(ofProduct, i -> fits(i.lot(), lot));
        int seen = seen(packed, serial, p -> true);
        int seenOfLot = seen(packed, serial, p -> lot != null && lot.equals(p.lot()));
        if (seen <= all && seenOfLot <= ofLot) {
            return List.of();
        }
        detail.put("listed", String.valueOf(seen > all ? all : ofLot));
        detail.put("seen", String.valueOf(seen > all ? seen : seenOfLot));
        return List.of(new Found(detail));
    }

    /** Whether what is listed may be what is there: either may leave it open. */
    private static boolean fits(@Nullable String listed, @Nullable String there) {
        return listed == null || there == null || listed.equals(there);
    }

    private static long listed(List<Manifest.Item> items, Predicate<Manifest.Item> counts) {
        long listed = 0;
        for (Manifest.Item item : items) {
            if (counts.test(item)) {
                if (item.quantity() == 0) {
                    return Long.MAX_VALUE;
                }
                listed += item.quantity();
            }
        }
        return listed;
    }

    /** How many units, this one among them. */
    private static int seen(List<History.Packed> packed, String serial, Predicate<History.Packed> counts) {
        Set<String> serials = new HashSet<>(Set.of(serial));
        packed.stream()
                .filter(counts)
                .map(History.Packed::serial)
                .filter(Objects::nonNull)
                .forEach(serials::add);
        return serials.size();
    }
}
