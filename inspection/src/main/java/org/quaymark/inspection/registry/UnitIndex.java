package org.quaymark.inspection.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Units, listed or in ranges. A listed one goes before a range, a later range before an earlier one. */
final class UnitIndex {
    private final Map<String, Map<String, Unit>> listed = new ConcurrentHashMap<>();
    private final Map<String, List<Range>> ranges = new ConcurrentHashMap<>();
    /** Of all serials that ever were a product's. */
    private final Map<String, Lengths> lengths = new ConcurrentHashMap<>();

    /** Consecutive serials; no unit where they were taken away. */
    private record Range(
            String first, String last, @Nullable Unit unit) {
        boolean has(String serial) {
            return serial.length() == first.length()
                    && serial.compareTo(first) >= 0
                    && serial.compareTo(last) <= 0
                    && serial.chars().allMatch(c -> c >= '0' && c <= '9');
        }
    }

    void put(Serials serials) {
        Unit unit = new Unit(serials.lot(), serials.status());
        // First, so that nobody is told of none while there is one.
        lengths.merge(serials.gtin(), lengths(serials), Lengths::with);
        if (serials.from() != null && serials.to() != null) {
            addRange(serials.gtin(), new Range(serials.from(), serials.to(), unit));
        }
        Map<String, Unit> ofProduct = listed.computeIfAbsent(serials.gtin(), g -> new ConcurrentHashMap<>());
        serials.serials().forEach(serial -> ofProduct.put(serial, unit));
    }

    void delete(Deletion.Units units) {
        Map<String, Unit> ofProduct = listed.getOrDefault(units.gtin(), Map.of());
        if (units.from() != null && units.to() != null) {
            Range range = new Range(units.from(), units.to(), null);
            new ArrayList<>(ofProduct.keySet()).stream().filter(range::has).forEach(ofProduct::remove);
            addRange(units.gtin(), range);
        }
        for (String serial : units.listed()) {
            ofProduct.remove(serial);
            if (find(units.gtin(), serial) != null) {
                addRange(units.gtin(), new Range(serial, serial, null));
            }
        }
    }

    private static Lengths lengths(Serials serials) {
        Lengths all = serials.from() == null
                ? Lengths.NONE
                : Lengths.NONE.with(serials.from().length());
        for (String serial : serials.serials()) {
            all = all.with(serial.length());
        }
        return all;
    }

    Lengths lengths(String gtin) {
        return lengths.getOrDefault(gtin, Lengths.NONE);
    }

    @Nullable
    Unit find(String gtin, String serial) {
        Unit unit = listed.getOrDefault(gtin, Map.of()).get(serial);
        if (unit != null) {
            return unit;
        }
        List<Range> ofProduct = ranges.getOrDefault(gtin, List.of());
        for (int i = ofProduct.size() - 1; i >= 0; i--) {
            Range range = ofProduct.get(i);
            if (range.has(serial)) {
                return range.unit();
            }
        }
        return null;
    }

    private void addRange(String gtin, Range range) {
        ranges.computeIfAbsent(gtin, g -> new CopyOnWriteArrayList<>()).add(range);
    }
}
