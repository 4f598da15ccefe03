package org.quaymark.hub.detection;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.casework.Casework;
import org.quaymark.hub.casework.GapCases;
import org.quaymark.hub.casework.GapCases.Gap;
import org.quaymark.hub.casework.SightingRef;
import org.quaymark.hub.casework.Suspicion;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;

/**
 * Where goods of one lot or product come again and again and the registry does not know it, the registry is likely to lack it:
 * three parcels within seven days are one case for its registrar.
 */
@Singleton
final class RegistryGaps {
    static final int PARCELS = 3;
    static final Duration WITHIN = Duration.ofDays(7);
    /** No lot, and no parcel's number, is that long in earnest: such a label is looked at by itself. */
    private static final int LONGEST = 90;

    private final Database database;
    private final GapCases gaps;
    private final Casework casework;

    RegistryGaps(Database database, GapCases gaps, Casework casework) {
        this.database = database;
        this.gaps = gaps;
        this.casework = casework;
    }

    private record Found(Instant at, SightingRef entry) {}

    /** Takes a suspicious sighting to the case about a gap where it belongs there, else to its own; in the open transaction. */
    void suspect(Suspicion by) {
        Gap gap = GapCases.of(by);
        if (gap == null || isLong(gap.lot()) || isLong(by.parcel())) {
            casework.suspect(by);
            return;
        }
        database.transact(connection -> {
            lock(connection, gap);
            if (gaps.join(gap, by)) {
                return;
            }
            List<SightingRef> others = by.parcel() == null ? List.of() : note(connection, gap, by.parcel(), by);
            if (others.size() < PARCELS - 1) {
                casework.suspect(by);
                return;
            }
            String id = gaps.open(gap, by, others);
            Sql.update(connection, "UPDATE registry_gap SET case_id = ? WHERE key = ?", id, gap.key());
        });
    }

    /** One at a time counts the parcels of a gap, or two that come at once would each see the other missing. */
    private static void lock(Connection connection, Gap gap) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO registry_gap (key, gtin, lot) VALUES (?, ?, ?)"
                        + " ON CONFLICT (key) DO UPDATE SET gtin = excluded.gtin",
                gap.key(),
                gap.gtin(),
                gap.lot());
    }

    /** Notes the parcel, and gives the other ones that lie within seven days together with it; none where too few do. */
    private static List<SightingRef> note(Connection connection, Gap gap, String parcel, Suspicion by)
            throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO registry_gap_parcel (key, parcel, at, edge, generation, sequence) VALUES (" + Sql.marks(6)
                        + ") ON CONFLICT DO NOTHING",
                gap.key(),
                parcel,
                by.at(),
                by.edge(),
                by.generation(),
                by.sequence());
        // what a case was about that is closed does not open the next one
        Instant closed = Sql.first(
                connection,
                "SELECT f.updated FROM registry_gap g JOIN case_file f ON f.id = g.case_id WHERE g.key = ?",
                row -> Sql.instant(row.getLong(1)),
                gap.key());
        List<Found> found = Sql.list(
                connection,
                "SELECT at, edge, generation, sequence FROM registry_gap_parcel WHERE key = ? AND parcel <> ?"
                        + " AND at BETWEEN ? AND ? ORDER BY at",
                row -> new Found(
                        Sql.instant(row.getLong(1)), new SightingRef(row.getString(2), row.getInt(3), row.getLong(4))),
                gap.key(),
                parcel,
                by.at().minus(WITHIN),
                by.at().plus(WITHIN));
        found.removeIf(one -> closed != null && !one.at().isAfter(closed));
        return together(found, by.at());
    }

    private static List<SightingRef> together(List<Found> others, Instant at) {
        List<Instant> times = new ArrayList<>(others.stream().map(Found::at).toList());
        times.add(at);
        times.sort(null);
        for (int i = 0; i + PARCELS <= times.size(); i++) {
            Instant first = times.get(i);
            Instant last = times.get(i + PARCELS - 1);
            boolean has = !at.isBefore(first) && !at.isAfter(last);
            if (has && Duration.between(first, last).compareTo(WITHIN) <= 0) {
                return others.stream().map(Found::entry).toList();
            }
        }
        return List.of();
    }

    private static boolean isLong(@Nullable String text) {
        return text != null && text.length() > LONGEST;
    }
}
