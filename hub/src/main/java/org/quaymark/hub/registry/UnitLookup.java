package org.quaymark.hub.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Unit;

/**
 * Present units, by the rules of {@link org.quaymark.inspection.registry.ReplicaFormat}: a unit's own row stands before every
 * range, a later range before an earlier one. One indexed look each, or {@link #expect} some hundreds at once. For one
 * transaction and one thread.
 */
final class UnitLookup {
    private static final int CHUNK = 400;
    private static final Pattern GTIN = Pattern.compile("[0-9]{14}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final int FEW_RANGES = 1_000;

    private final Connection connection;
    /** What is known already; no unit where there is none. */
    private final Map<UnitKey, Found> known = new HashMap<>();

    /** @param sequence change by which it came to be so, 0 where there is none */
    record Found(@Nullable Unit unit, long sequence) {
        static final Found NONE = new Found(null, 0);
    }

    UnitLookup(Connection connection) {
        this.connection = connection;
    }

    /** Looks up many at once that will be asked for. */
    void expect(Collection<UnitKey> keys) throws SQLException {
        Map<String, Set<String>> byProduct = new LinkedHashMap<>();
        for (UnitKey key : keys) {
            if (isGtin(key.gtin()) && !known.containsKey(key)) {
                byProduct
                        .computeIfAbsent(key.gtin(), g -> new LinkedHashSet<>())
                        .add(key.serial());
            }
        }
        for (Map.Entry<String, Set<String>> product : byProduct.entrySet()) {
            List<String> serials = new ArrayList<>(product.getValue());
            for (int from = 0; from < serials.size(); from += CHUNK) {
                rows(product.getKey(), serials.subList(from, Math.min(serials.size(), from + CHUNK)));
            }
            ranges(product.getKey(), serials);
        }
    }

    Found find(UnitKey key) throws SQLException {
        Found found = known.get(key);
        if (found == null) {
            if (!isGtin(key.gtin())) {
                return Found.NONE;
            }
            rows(key.gtin(), List.of(key.serial()));
            found = known.containsKey(key) ? known.get(key) : inRange(key);
            known.put(key, found);
        }
        return found;
    }

    private void rows(String gtin, List<String> serials) throws SQLException {
        List<Object> parameters = new ArrayList<>(serials);
        parameters.add(0, Long.parseLong(gtin));
        Sql.list(
                connection,
                "SELECT serial, lot, status, sequence FROM registry_unit WHERE gtin = ? AND serial IN ("
                        + Sql.marks(serials.size()) + ")",
                row -> known.put(new UnitKey(gtin, row.getString(1)), found(row)),
                parameters.toArray());
    }

    /** Those that have no row of their own; of a product with few ranges all of them are read once. */
    private void ranges(String gtin, List<String> serials) throws SQLException {
        Map<Integer, List<Range>> byLength = new HashMap<>();
        for (String serial : serials) {
            UnitKey key = new UnitKey(gtin, serial);
            if (known.containsKey(key)) {
                continue;
            }
            if (!NUMBER.matcher(serial).matches()) {
                known.put(key, Found.NONE);
                continue;
            }
            List<Range> ranges = byLength.get(serial.length());
            if (ranges == null) {
                ranges = rangesOf(gtin, serial.length());
                byLength.put(serial.length(), ranges);
            }
            known.put(key, ranges.size() > FEW_RANGES ? inRange(key) : among(ranges, Long.parseLong(serial)));
        }
    }

    private record Range(long first, long last, Found found) {}

    /** The latest first: of overlapping ones that one counts. */
    private List<Range> rangesOf(String gtin, int digits) throws SQLException {
        return Sql.list(
                connection,
                "SELECT first, lot, status, sequence, last FROM registry_range WHERE gtin = ? AND digits = ?"
                        + " ORDER BY sequence DESC LIMIT ?",
                row -> new Range(row.getLong(1), row.getLong(5), found(row)),
                Long.parseLong(gtin),
                digits,
                FEW_RANGES + 1);
    }

    private static Found among(List<Range> ranges, long number) {
        for (Range range : ranges) {
            if (range.first() <= number && number <= range.last()) {
                return range.found();
            }
        }
        return Found.NONE;
    }

    private Found inRange(UnitKey key) throws SQLException {
        if (!NUMBER.matcher(key.serial()).matches()) {
            return Found.NONE;
        }
        long number = Long.parseLong(key.serial());
        Found found = Sql.first(
                connection,
                "SELECT first, lot, status, sequence FROM registry_range WHERE gtin = ? AND digits = ? AND first <= ?"
                        + " AND last >= ? ORDER BY sequence DESC LIMIT 1",
                UnitLookup::found,
                Long.parseLong(key.gtin()),
                key.serial().length(),
                number,
                number);
        return found == null ? Found.NONE : found;
    }

    private static Found found(ResultSet row) throws SQLException {
        String status = row.getString(3);
        Unit unit = status == null
                ? null
                : new Unit(row.getString(2), SerialStatus.valueOf(status.toUpperCase(Locale.ROOT)));
        return new Found(unit, row.getLong(4));
    }

    private static boolean isGtin(String gtin) {
        return GTIN.matcher(gtin).matches();
    }
}
