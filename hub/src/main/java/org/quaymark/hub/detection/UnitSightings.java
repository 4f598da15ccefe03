package org.quaymark.hub.detection;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.quaymark.hub.casework.SightingRef;
import org.quaymark.hub.detection.BatchClaims.Batch;
import org.quaymark.hub.storage.Sql;

/** The index of sightings by unit: who was seen in a batch and elsewhere too. Never one query for each sighting. */
@Singleton
final class UnitSightings {
    /** Sightings of a unit that are looked at, before and after those of a batch: the nearest in time say it all. */
    static final int NEAREST = 100;

    private static final int CHUNK = 200;
    private static final String COLUMNS = "s.gtin, s.serial, s.edge, s.generation, s.sequence, s.scan, s.site, s.dock,"
            + " s.device, s.at, s.lot, s.parcel, s.consignor, s.off_seconds";
    /**
     * Somebody said after it that a later parcel may hold the unit: the worker let it go, its case ended without an
     * infringement, or its holder issued it again (it came back) since.
     */
    private static final String LET_GO = "CASE WHEN s.closed_at IS NOT NULL"
            + " OR EXISTS (SELECT 1 FROM case_sighting c JOIN case_file f ON f.id = c.case_id WHERE c.edge = s.edge"
            + " AND c.generation = s.generation AND c.sequence = s.sequence"
            + " AND f.status IN ('RELEASED', 'GENUINE', 'REINSTATED'))"
            + " OR EXISTS (SELECT 1 FROM registry_unit u JOIN registry_change r ON r.sequence = u.sequence"
            + " WHERE u.gtin = ? AND u.serial = s.serial AND u.status = 'issued' AND r.at > s.at)"
            + " THEN 1 ELSE 0 END";

    /** A unit. */
    record Unit(String gtin, String serial) {}

    /** The units that a batch saw and that were seen more than once, with how often, up to a bound. */
    Map<Unit, Integer> seenAgain(Connection connection, Batch batch) throws SQLException {
        Map<Unit, Integer> units = new LinkedHashMap<>();
        Sql.list(
                connection,
                "SELECT gtin, serial, times FROM (SELECT u.gtin, u.serial, (SELECT COUNT(*) FROM (SELECT 1 FROM sighting x"
                        + " WHERE x.gtin = u.gtin AND x.serial = u.serial LIMIT " + (2 * NEAREST + 1)
                        + ") few) AS times FROM (SELECT DISTINCT gtin, serial FROM sighting WHERE edge = ?"
                        + " AND generation = ? AND sequence BETWEEN ? AND ? AND clean = 1 AND serial IS NOT NULL"
                        + " AND gtin IS NOT NULL) u) counted WHERE times > 1",
                row -> units.put(new Unit(row.getString(1), row.getString(2)), row.getInt(3)),
                batch.edge(),
                batch.generation(),
                batch.first(),
                batch.last());
        return units;
    }

    /** Every clean sighting of each of these units, in their order; of one seen very often those nearest to the batch. */
    Map<Unit, List<Sighted>> of(Connection connection, Map<Unit, Integer> units, Batch batch) throws SQLException {
        Map<Unit, List<Sighted>> found = new LinkedHashMap<>();
        Map<String, List<String>> few = new LinkedHashMap<>();
        for (Map.Entry<Unit, Integer> unit : units.entrySet()) {
            if (unit.getValue() > 2 * NEAREST) {
                found.put(unit.getKey(), nearest(connection, unit.getKey(), batch));
            } else {
                few.computeIfAbsent(unit.getKey().gtin(), gtin -> new ArrayList<>())
                        .add(unit.getKey().serial());
            }
        }
        for (Map.Entry<String, List<String>> product : few.entrySet()) {
            List<String> serials = product.getValue();
            for (int from = 0; from < serials.size(); from += CHUNK) {
                List<Object> parameters =
                        new ArrayList<>(serials.subList(from, Math.min(serials.size(), from + CHUNK)));
                int count = parameters.size();
                parameters.add(0, product.getKey());
                Sql.list(
                        connection,
                        "SELECT " + COLUMNS + ", 0 AS let_go FROM sighting s WHERE s.gtin = ? AND s.serial IN ("
                                + Sql.marks(count) + ") AND s.clean = 1",
                        row -> found.computeIfAbsent(unit(row), unit -> new ArrayList<>())
                                .add(sighted(row)),
                        parameters.toArray());
            }
        }
        found.values().forEach(sightings -> sightings.sort(Sighted.ORDER));
        return found;
    }

    /** The nearest sightings before one, the oldest first, and what came of them. */
    List<Sighted> before(Connection connection, Unit unit, Sighted sighted) throws SQLException {
        List<Sighted> before = Sql.list(
                connection,
                "SELECT " + COLUMNS + ", " + LET_GO + " AS let_go FROM sighting s WHERE s.gtin = ? AND s.serial = ?"
                        + " AND s.clean = 1 AND s.at <= ? ORDER BY s.at DESC LIMIT " + NEAREST,
                UnitSightings::sighted,
                number(unit.gtin()),
                unit.gtin(),
                unit.serial(),
                sighted.at());
        List<Sighted> earlier = new ArrayList<>(before);
        earlier.removeIf(other -> Sighted.ORDER.compare(other, sighted) >= 0 || other.isSameScan(sighted));
        earlier.sort(Sighted.ORDER);
        return earlier;
    }

    private static List<Sighted> nearest(Connection connection, Unit unit, Batch batch) throws SQLException {
        String mine = "edge = ? AND generation = ? AND sequence BETWEEN ? AND ?";
        List<Instant> ends = Sql.list(
                connection,
                "SELECT MIN(at) AS at FROM sighting WHERE gtin = ? AND serial = ? AND " + mine
                        + " UNION ALL SELECT MAX(at) FROM sighting WHERE gtin = ? AND serial = ? AND " + mine,
                row -> Sql.instant(row.getLong(1)),
                unit.gtin(),
                unit.serial(),
                batch.edge(),
                batch.generation(),
                batch.first(),
                batch.last(),
                unit.gtin(),
                unit.serial(),
                batch.edge(),
                batch.generation(),
                batch.first(),
                batch.last());
        Instant first = Collections.min(ends);
        Instant last = Collections.max(ends);
        TreeSet<Sighted> found = new TreeSet<>(Sighted.ORDER);
        String[] sides = {
            "s.at <= ? ORDER BY s.at DESC LIMIT " + NEAREST,
            "s.at >= ? ORDER BY s.at LIMIT " + NEAREST,
            "s.at <= ? ORDER BY s.at DESC LIMIT " + NEAREST,
            "s.at >= ? ORDER BY s.at LIMIT " + NEAREST
        };
        Instant[] froms = {first, first, last, last};
        for (int i = 0; i < sides.length; i++) {
            found.addAll(Sql.list(
                    connection,
                    "SELECT " + COLUMNS + ", 0 AS let_go FROM sighting s WHERE s.gtin = ? AND s.serial = ?"
                            + " AND s.clean = 1 AND " + sides[i],
                    UnitSightings::sighted,
                    unit.gtin(),
                    unit.serial(),
                    froms[i]));
        }
        return new ArrayList<>(found);
    }

    private static long number(String gtin) {
        return gtin.matches("[0-9]{1,18}") ? Long.parseLong(gtin) : -1;
    }

    private static Unit unit(ResultSet row) throws SQLException {
        return new Unit(row.getString("gtin"), row.getString("serial"));
    }

    private static Sighted sighted(ResultSet row) throws SQLException {
        return new Sighted(
                new SightingRef(row.getString("edge"), row.getInt("generation"), row.getLong("sequence")),
                row.getString("scan"),
                row.getString("site"),
                row.getString("dock"),
                row.getString("device"),
                Sql.instant(row.getLong("at")),
                row.getString("lot"),
                row.getString("parcel"),
                row.getString("consignor"),
                row.getLong("off_seconds"),
                row.getInt("let_go") == 1);
    }
}
