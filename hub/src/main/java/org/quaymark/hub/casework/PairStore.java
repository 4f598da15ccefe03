package org.quaymark.hub.casework;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.FindingCode;

/** Pairs of sightings in the database. */
@Singleton
final class PairStore {
    /** A serial that was printed on everything needs no more proof than this. */
    static final int MAX_OF_CASE = 200;

    private static final String SIDE = "%1$s.scan AS %1$s_scan, %1$s.edge AS %1$s_edge, %1$s.site AS %1$s_site,"
            + " %1$s.dock AS %1$s_dock, %1$s.device AS %1$s_device, %1$s.at AS %1$s_at, %1$s.verdict AS %1$s_verdict,"
            + " %1$s.parcel AS %1$s_parcel";
    private static final String JOIN = " JOIN sighting %1$s ON %1$s.edge = p.%1$s_edge"
            + " AND %1$s.generation = p.%1$s_generation AND %1$s.sequence = p.%1$s_sequence";

    /** Whether a pair is a new one; from now on it is not. */
    boolean isNew(Connection connection, SightingPair pair) throws SQLException {
        boolean isNew = true;
        for (String key : pair.keys()) {
            isNew &= Sql.update(connection, "INSERT INTO pair_seen (key) VALUES (?) ON CONFLICT DO NOTHING", key) == 1;
        }
        return isNew;
    }

    void insert(Connection connection, String id, String caseId, SightingPair pair, Instant found) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO case_pair (id, case_id, code, effect, found, gtin, serial, a_edge, a_generation, a_sequence,"
                        + " b_edge, b_generation, b_sequence, kilometres, seconds, off_seconds) VALUES ("
                        + Sql.marks(16) + ")",
                id,
                caseId,
                pair.finding().code(),
                pair.finding().effect(),
                found,
                pair.gtin(),
                pair.serial(),
                pair.earlier().edge(),
                pair.earlier().generation(),
                pair.earlier().sequence(),
                pair.later().edge(),
                pair.later().generation(),
                pair.later().sequence(),
                pair.kilometres(),
                pair.seconds(),
                pair.offSeconds());
    }

    int count(Connection connection, String caseId) throws SQLException {
        Integer count =
                Sql.first(connection, "SELECT COUNT(*) FROM case_pair WHERE case_id = ?", row -> row.getInt(1), caseId);
        return count == null ? 0 : count;
    }

    /** Whether a case names the sighting already, by itself or in a pair. */
    boolean names(Connection connection, String caseId, SightingRef sighting) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT 1 FROM case_pair WHERE case_id = ? AND ((a_edge = ? AND a_generation = ?"
                                + " AND a_sequence = ?) OR (b_edge = ? AND b_generation = ? AND b_sequence = ?))"
                                + " UNION ALL SELECT 1 FROM case_sighting WHERE case_id = ? AND edge = ?"
                                + " AND generation = ? AND sequence = ?",
                        row -> row.getInt(1),
                        caseId,
                        sighting.edge(),
                        sighting.generation(),
                        sighting.sequence(),
                        sighting.edge(),
                        sighting.generation(),
                        sighting.sequence(),
                        caseId,
                        sighting.edge(),
                        sighting.generation(),
                        sighting.sequence())
                != null;
    }

    /** A case's pairs, the oldest report first. */
    List<ReportedPair> of(Connection connection, String caseId) throws SQLException {
        return Sql.list(
                connection,
                "SELECT p.code, p.effect, p.found, p.kilometres, p.seconds, p.off_seconds, " + SIDE.formatted("a")
                        + ", " + SIDE.formatted("b") + " FROM case_pair p" + JOIN.formatted("a") + JOIN.formatted("b")
                        + " WHERE p.case_id = ? ORDER BY p.found, p.id LIMIT " + MAX_OF_CASE,
                PairStore::pair,
                caseId);
    }

    private static ReportedPair pair(ResultSet row) throws SQLException {
        long kilometres = row.getLong("kilometres");
        @Nullable Long distance = row.wasNull() ? null : kilometres;
        return ReportedPair.of(
                FindingCode.valueOf(row.getString("code")),
                Effect.valueOf(row.getString("effect")),
                Sql.instant(row.getLong("found")),
                side(row, "a"),
                side(row, "b"),
                distance,
                row.getLong("seconds"),
                row.getLong("off_seconds"));
    }

    private static ReportedPair.Side side(ResultSet row, String which) throws SQLException {
        return new ReportedPair.Side(
                row.getString(which + "_scan"),
                row.getString(which + "_edge"),
                row.getString(which + "_site"),
                row.getString(which + "_dock"),
                row.getString(which + "_device"),
                Sql.instant(row.getLong(which + "_at")),
                Effect.valueOf(row.getString(which + "_verdict")),
                row.getString(which + "_parcel"));
    }
}
