package org.quaymark.hub.retro;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.process.json.Json;

/** Sightings with their journal entries. */
@Singleton
final class SightedStore {
    private static final String SELECT =
            "SELECT s.edge, s.generation, s.sequence, s.scan, s.site, s.dock, s.device, s.at,"
                    + " s.parcel, s.gtin, s.lot, s.serial, s.consignor, e.body FROM sighting s JOIN journal_entry e"
                    + " ON e.edge = s.edge AND e.generation = s.generation AND e.sequence = s.sequence WHERE ";

    /** A scan that several journals have is decided again once; what a case has is, whichever it is. */
    static final String ONCE = " AND (s.again = 0 OR EXISTS (SELECT 1 FROM case_sighting k WHERE k.edge = s.edge"
            + " AND k.generation = s.generation AND k.sequence = s.sequence))";

    /** The next ones of those touched, in the order of their keys. */
    List<Sighted> touched(Connection connection, Touched touched, SightingKey after, int limit) throws SQLException {
        Touched.Condition condition = touched.condition();
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.addAll(List.of(after.edge(), after.generation(), after.sequence(), limit));
        return Sql.list(
                connection,
                SELECT + condition.sql() + ONCE + " AND (s.edge, s.generation, s.sequence) > (?, ?, ?)"
                        + " ORDER BY s.edge, s.generation, s.sequence LIMIT ?",
                SightedStore::sighted,
                parameters.toArray());
    }

    /** Of a stretch of a journal, the next ones that were decided by an older registry than that. */
    List<Sighted> behind(Connection connection, SightingKey after, long last, long registry, int limit)
            throws SQLException {
        return Sql.list(
                connection,
                SELECT + "s.edge = ? AND s.generation = ? AND s.sequence > ? AND s.sequence <= ?"
                        + " AND COALESCE(s.registry_sequence, 0) < ?" + ONCE + " ORDER BY s.sequence LIMIT ?",
                SightedStore::sighted,
                after.edge(),
                after.generation(),
                after.sequence(),
                last,
                registry,
                limit);
    }

    /** The newest sighting of that number in an edge's journal, of whatever generation; null where there is none. */
    @Nullable
    Sighted find(Connection connection, String edge, long sequence) throws SQLException {
        return Sql.first(
                connection,
                SELECT + "s.edge = ? AND s.sequence = ? ORDER BY s.generation DESC LIMIT 1",
                SightedStore::sighted,
                edge,
                sequence);
    }

    /** The sighting of that scan in a journal; null where there is none. */
    @Nullable
    Sighted ofScan(Connection connection, String edge, int generation, String scan) throws SQLException {
        return Sql.first(
                connection,
                SELECT + "s.scan = ? AND s.edge = ? AND s.generation = ? ORDER BY s.sequence DESC LIMIT 1",
                SightedStore::sighted,
                scan,
                edge,
                generation);
    }

    /** The sightings that a case has, the newest first. */
    List<Sighted> ofCase(Connection connection, String caseId, int limit) throws SQLException {
        return Sql.list(
                connection,
                SELECT + "(s.edge, s.generation, s.scan) IN (SELECT c.edge, c.generation, c.scan FROM case_sighting c"
                        + " WHERE c.case_id = ?) ORDER BY s.at DESC, s.edge, s.generation, s.sequence DESC LIMIT ?",
                SightedStore::sighted,
                caseId,
                limit);
    }

    private static Sighted sighted(ResultSet row) throws SQLException {
        return new Sighted(
                new SightingKey(row.getString(1), row.getInt(2), row.getLong(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Sql.instant(row.getLong(8)),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                entry(row.getBytes(14)));
    }

    static JournalEntry.@Nullable Sighting entry(byte[] body) {
        try {
            return Json.LENIENT.readValue(body, JournalEntry.class) instanceof JournalEntry.Sighting sighting
                    ? sighting
                    : null;
        } catch (IOException e) {
            return null;
        }
    }
}
