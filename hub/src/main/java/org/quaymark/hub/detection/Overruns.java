package org.quaymark.hub.detection;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.casework.LotCases;
import org.quaymark.hub.casework.Suspicion;
import org.quaymark.hub.detection.BatchClaims.Batch;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Serialisation;

/**
 * Finds lots of which more was seen than was made. Units without serials cannot be told apart, so a parcel stands for one: what
 * it declares it holds is somebody's word, a second scan may be the same unit again, and a scan without a parcel may be of
 * anything. Parcels that went back the way others came are taken off again. So the count is never above the truth but for
 * goods that came back inside one country.
 */
@Singleton
final class Overruns {
    private static final int LONGEST = 90;

    private final Database database;
    private final LotCases cases;

    Overruns(Database database, LotCases cases) {
        this.database = database;
        this.cases = cases;
    }

    private record Lot(String gtin, String lot) {}

    private record InParcel(
            Lot lot,
            String parcel,
            @Nullable String origin,
            @Nullable String destination) {}

    /** Counts a batch and reports what is too many. Counting again counts nothing twice. */
    void look(Batch batch) {
        List<InParcel> seen = database.read(connection -> seen(connection, batch));
        if (!seen.isEmpty()) {
            database.transact(connection -> look(connection, batch, seen));
        }
    }

    private static List<InParcel> seen(Connection connection, Batch batch) throws SQLException {
        List<InParcel> seen = Sql.list(
                connection,
                "SELECT gtin, lot, parcel, MIN(origin) AS origin, MIN(destination) AS destination FROM sighting"
                        + " WHERE edge = ? AND generation = ? AND sequence BETWEEN ? AND ? AND clean = 1"
                        + " AND serial IS NULL AND gtin IS NOT NULL AND lot IS NOT NULL AND parcel IS NOT NULL"
                        + " GROUP BY gtin, lot, parcel ORDER BY gtin, lot, parcel",
                row -> new InParcel(
                        new Lot(row.getString(1), row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)),
                batch.edge(),
                batch.generation(),
                batch.first(),
                batch.last());
        seen.removeIf(one -> one.lot().lot().length() > LONGEST || one.parcel().length() > LONGEST);
        Map<String, Product> products = UnitRegistry.products(
                connection, seen.stream().map(one -> one.lot().gtin()).toList());
        seen.removeIf(one -> isSerialised(products.get(one.lot().gtin())));
        return seen;
    }

    private void look(Connection connection, Batch batch, List<InParcel> seen) throws SQLException {
        Map<Lot, Integer> more = count(connection, seen);
        for (Map.Entry<Lot, Integer> lot : more.entrySet()) {
            long parcels = tally(connection, lot.getKey(), lot.getValue());
            Long made = UnitRegistry.quantity(
                    connection, lot.getKey().gtin(), lot.getKey().lot());
            if (made != null && parcels > made) {
                report(connection, batch, lot.getKey(), made);
            }
        }
    }

    private static boolean isSerialised(@Nullable Product product) {
        return product == null || product.serialisation() == Serialisation.SERIAL;
    }

    private static Map<Lot, Integer> count(Connection connection, List<InParcel> seen) throws SQLException {
        Map<Lot, Integer> more = new LinkedHashMap<>();
        for (InParcel one : seen) {
            int fresh = Sql.update(
                    connection,
                    "INSERT INTO lot_parcel (gtin, lot, parcel, origin, destination) VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT DO NOTHING",
                    one.lot().gtin(),
                    one.lot().lot(),
                    one.parcel(),
                    one.origin(),
                    one.destination());
            more.merge(one.lot(), fresh, Integer::sum);
        }
        more.values().removeIf(fresh -> fresh == 0);
        return more;
    }

    private static long tally(Connection connection, Lot lot, int more) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO lot_tally (gtin, lot, parcels) VALUES (?, ?, ?) ON CONFLICT (gtin, lot) DO UPDATE SET"
                        + " parcels = lot_tally.parcels + excluded.parcels",
                lot.gtin(),
                lot.lot(),
                more);
        Long parcels = Sql.first(
                connection,
                "SELECT parcels FROM lot_tally WHERE gtin = ? AND lot = ?",
                row -> row.getLong(1),
                lot.gtin(),
                lot.lot());
        return parcels == null ? 0 : parcels;
    }

    private void report(Connection connection, Batch batch, Lot lot, long made) throws SQLException {
        Long reported = Sql.first(
                connection,
                "SELECT COALESCE(reported, -1) FROM lot_tally WHERE gtin = ? AND lot = ?",
                row -> row.getLong(1),
                lot.gtin(),
                lot.lot());
        long units = units(connection, lot);
        if (units <= made || (reported != null && reported == made)) {
            return;
        }
        Finding finding = new Finding(
                FindingCode.BATCH_OVERRUN,
                Effect.REVIEW,
                Map.of(
                        "gtin", lot.gtin(),
                        "lot", lot.lot(),
                        "quantity", String.valueOf(made),
                        "seen", String.valueOf(units)));
        Suspicion by = newest(connection, batch, lot, finding);
        if (by != null) {
            cases.overrun(by);
            Sql.update(
                    connection,
                    "UPDATE lot_tally SET reported = ? WHERE gtin = ? AND lot = ?",
                    made,
                    lot.gtin(),
                    lot.lot());
        }
    }

    /** Parcels, less those that went the other way: what came back and went out again is one unit on three parcels. */
    private static long units(Connection connection, Lot lot) throws SQLException {
        Map<List<String>, Long> byWay = new LinkedHashMap<>();
        Sql.list(
                connection,
                "SELECT COALESCE(origin, ''), COALESCE(destination, ''), COUNT(*) FROM lot_parcel WHERE gtin = ?"
                        + " AND lot = ? GROUP BY origin, destination",
                row -> byWay.put(List.of(row.getString(1), row.getString(2)), row.getLong(3)),
                lot.gtin(),
                lot.lot());
        long units = 0;
        for (Map.Entry<List<String>, Long> way : byWay.entrySet()) {
            String from = way.getKey().get(0);
            String to = way.getKey().get(1);
            boolean known = !from.isEmpty() && !to.isEmpty() && !from.equals(to);
            long back = known ? byWay.getOrDefault(List.of(to, from), 0L) : 0;
            units += Math.max(0, way.getValue() - back);
        }
        return units;
    }

    private static @Nullable Suspicion newest(Connection connection, Batch batch, Lot lot, Finding finding)
            throws SQLException {
        return Sql.first(
                connection,
                "SELECT sequence, scan, site, dock, device, at FROM sighting WHERE edge = ?"
                        + " AND generation = ? AND sequence BETWEEN ? AND ? AND gtin = ? AND lot = ? AND clean = 1"
                        + " AND serial IS NULL ORDER BY sequence DESC LIMIT 1",
                row -> new Suspicion(
                        batch.edge(),
                        batch.generation(),
                        row.getLong("sequence"),
                        row.getString("scan"),
                        row.getString("site"),
                        row.getString("dock"),
                        row.getString("device"),
                        Sql.instant(row.getLong("at")),
                        Effect.REVIEW,
                        List.of(finding),
                        null,
                        lot.gtin(),
                        lot.lot(),
                        null,
                        null),
                batch.edge(),
                batch.generation(),
                batch.first(),
                batch.last(),
                lot.gtin(),
                lot.lot());
    }
}
