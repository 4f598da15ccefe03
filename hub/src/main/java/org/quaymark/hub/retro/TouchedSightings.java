package org.quaymark.hub.retro;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;

/**
 * Finds out of what changes touch that which was seen at all: an upload of a million serials that nobody has scanned yet is
 * nothing to do. Asks for hundreds at once.
 */
@Singleton
final class TouchedSightings {
    private final Database database;

    TouchedSightings(Database database) {
        this.database = database;
    }

    /** What of it was seen, with no two alike. */
    List<Touched> seen(Connection connection, Touches touches) throws SQLException {
        Set<Touched> seen = new LinkedHashSet<>();
        Set<String> products = new LinkedHashSet<>(touches.products);
        products.addAll(productsOf(connection, "rights", touches.rights));
        products.addAll(productsOf(connection, "brand", touches.brands));
        for (String prefix : touches.prefixes) {
            products.addAll(productsWith(connection, prefix));
        }
        for (String gtin : products) {
            Sql.list(
                            connection,
                            "SELECT DISTINCT lot FROM sighting WHERE gtin = ?",
                            row -> (@Nullable String) row.getString(1),
                            gtin)
                    .forEach(lot -> seen.add(new Touched.Lot(gtin, lot)));
        }
        Set<Touched.Lot> lots = new LinkedHashSet<>(touches.lots);
        for (String supplier : touches.suppliers) {
            lots.addAll(lotsOf(connection, supplier));
        }
        lots.removeIf(lot -> products.contains(lot.gtin()));
        seen.addAll(seenLots(connection, lots));
        for (Map.Entry<String, Set<String>> units : touches.units.entrySet()) {
            units(seen, units.getKey(), seenSerials(connection, units.getKey(), units.getValue()));
        }
        for (Touches.Range range : touches.ranges) {
            units(seen, range.gtin(), seenIn(connection, range));
        }
        Set<String> parcels = new LinkedHashSet<>(seenParcels(connection, touches.parcels));
        for (String consignor : touches.consignors) {
            parcels.addAll(parcelsOf(connection, consignor));
            seen.add(new Touched.Consignor(consignor));
        }
        split(parcels).forEach(some -> seen.add(new Touched.Parcels(some)));
        touches.sites.forEach(site -> seen.add(new Touched.Site(site)));
        return List.copyOf(seen);
    }

    /** How many sightings that is. */
    long count(Connection connection, Touched touched) throws SQLException {
        Touched.Condition condition = touched.condition();
        Long count = Sql.first(
                connection,
                "SELECT COUNT(*) FROM sighting s WHERE " + condition.sql() + SightedStore.ONCE,
                row -> row.getLong(1),
                condition.parameters().toArray());
        return count == null ? 0 : count;
    }

    private static void units(Set<Touched> seen, String gtin, Collection<String> serials) {
        split(serials).forEach(some -> seen.add(new Touched.Units(gtin, some)));
    }

    private static List<Touched.Lot> seenLots(Connection connection, Set<Touched.Lot> lots) throws SQLException {
        List<Touched.Lot> seen = new ArrayList<>();
        List<Object> pairs = new ArrayList<>();
        for (Touched.Lot lot : lots) {
            if (lot.lot() == null) {
                if (isAny(connection, "gtin = ? AND lot IS NULL", lot.gtin())) {
                    seen.add(lot);
                }
            } else {
                pairs.add(lot.gtin());
                pairs.add(lot.lot());
            }
        }
        for (int from = 0; from < pairs.size(); from += 2 * Touched.MOST) {
            List<Object> some = pairs.subList(from, Math.min(pairs.size(), from + 2 * Touched.MOST));
            seen.addAll(Sql.list(
                    connection,
                    "WITH wanted (gtin, lot) AS (VALUES " + rows("(?,?)", some.size() / 2)
                            + ") SELECT w.gtin, w.lot FROM wanted w WHERE EXISTS"
                            + " (SELECT 1 FROM sighting s WHERE s.gtin = w.gtin AND s.lot = w.lot)",
                    row -> new Touched.Lot(row.getString(1), row.getString(2)),
                    some.toArray()));
        }
        return seen;
    }

    private static List<String> seenSerials(Connection connection, String gtin, Set<String> serials)
            throws SQLException {
        List<String> seen = new ArrayList<>();
        if (!isAny(connection, "gtin = ?", gtin)) {
            return seen;
        }
        for (List<String> some : split(serials)) {
            List<Object> parameters = new ArrayList<>(some);
            parameters.add(0, gtin);
            seen.addAll(Sql.list(
                    connection,
                    "SELECT DISTINCT serial FROM sighting WHERE gtin = ? AND serial IN (" + Sql.marks(some.size())
                            + ")",
                    row -> row.getString(1),
                    parameters.toArray()));
        }
        return seen;
    }

    private static List<String> seenIn(Connection connection, Touches.Range range) throws SQLException {
        return Sql.list(
                        connection,
                        "SELECT DISTINCT serial FROM sighting WHERE gtin = ? AND serial IS NOT NULL"
                                + " AND length(serial) = ?",
                        row -> row.getString(1),
                        range.gtin(),
                        range.from().length())
                .stream()
                .filter(serial -> serial.compareTo(range.from()) >= 0 && serial.compareTo(range.to()) <= 0)
                .toList();
    }

    private static List<String> seenParcels(Connection connection, Set<String> parcels) throws SQLException {
        List<String> seen = new ArrayList<>();
        for (List<String> some : split(parcels)) {
            seen.addAll(Sql.list(
                    connection,
                    "WITH wanted (parcel) AS (VALUES " + rows("(?)", some.size()) + ") SELECT w.parcel FROM wanted w"
                            + " WHERE EXISTS (SELECT 1 FROM sighting s WHERE s.parcel = w.parcel)"
                            + " OR EXISTS (SELECT 1 FROM sighting s WHERE s.sscc = w.parcel)",
                    row -> row.getString(1),
                    some.toArray()));
        }
        return seen;
    }

    /** Parcels seen that are said by their manifest to be sent by that party. */
    private List<String> parcelsOf(Connection connection, String consignor) throws SQLException {
        return Sql.list(
                connection,
                "SELECT id FROM registry_record r WHERE type = 'manifest' AND "
                        + database.engine().ofBody("consignor") + " = ?"
                        + " AND (EXISTS (SELECT 1 FROM sighting s WHERE s.parcel = r.id)"
                        + " OR EXISTS (SELECT 1 FROM sighting s WHERE s.sscc = r.id))",
                row -> row.getString(1),
                consignor);
    }

    private static List<String> productsWith(Connection connection, String prefix) throws SQLException {
        List<String> seen = new ArrayList<>();
        // the indicator digit is before the prefix (GenSpecs 3.3.2)
        for (char indicator = '0'; indicator <= '9'; indicator++) {
            seen.addAll(Sql.list(
                    connection,
                    "SELECT DISTINCT gtin FROM sighting WHERE gtin >= ? AND gtin <= ?",
                    row -> row.getString(1),
                    // digits of one length: in order by every collation
                    indicator + prefix + "0".repeat(13 - prefix.length()),
                    indicator + prefix + "9".repeat(13 - prefix.length())));
        }
        return seen;
    }

    private static List<String> productsOf(Connection connection, String field, Set<String> names) throws SQLException {
        List<String> products = new ArrayList<>();
        for (String name : names) {
            products.addAll(Sql.list(
                    connection,
                    "SELECT id FROM registry_record WHERE type = 'product' AND body LIKE ? ESCAPE '!'",
                    row -> row.getString(1),
                    Naming.pattern(field, name)));
        }
        return products;
    }

    private static List<Touched.Lot> lotsOf(Connection connection, String supplier) throws SQLException {
        List<Touched.Lot> lots = new ArrayList<>();
        Sql.list(
                        connection,
                        "SELECT id FROM registry_record WHERE type = 'batch' AND body LIKE ? ESCAPE '!'",
                        row -> row.getString(1),
                        Naming.pattern("supplier", supplier))
                .forEach(id -> {
                    int colon = id.indexOf(':');
                    lots.add(new Touched.Lot(id.substring(0, colon), id.substring(colon + 1)));
                    lots.add(new Touched.Lot(id.substring(0, colon), null));
                });
        return lots;
    }

    private static boolean isAny(Connection connection, String condition, Object parameter) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT 1 FROM sighting WHERE " + condition + " LIMIT 1",
                        row -> row.getInt(1),
                        parameter)
                != null;
    }

    private static List<List<String>> split(Collection<String> all) {
        List<String> list = new ArrayList<>(all);
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < list.size(); from += Touched.MOST) {
            parts.add(List.copyOf(list.subList(from, Math.min(list.size(), from + Touched.MOST))));
        }
        return parts;
    }

    private static String rows(String row, int count) {
        return (row + ",").repeat(count).substring(0, count * (row.length() + 1) - 1);
    }
}
