package org.quaymark.hub.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.process.json.Json;

/** Cases in the database. */
@Singleton
final class CaseStore {
    private static final String COLUMNS = "id, gather, status, opened, updated, priority, parcel, gtin, lot, serial,"
            + " consignor, site, dock, verdict, findings, sightings, kind, risk, risk_signals, lane, interception";
    /** The sightings that a case names in pairs, each once with those that joined it by themselves. */
    private static final String PAIRED = " UNION SELECT s.scan, s.edge, s.site, s.dock, s.device, s.at, s.verdict,"
            + " s.sequence FROM case_pair p JOIN sighting s ON s.edge = p.%1$s_edge"
            + " AND s.generation = p.%1$s_generation AND s.sequence = p.%1$s_sequence WHERE p.case_id = ?";

    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    private static final TypeReference<List<Risk.Signal>> SIGNALS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

    private final Database database;

    CaseStore(Database database) {
        this.database = database;
    }

    /** Puts a case down; false where another one with the same gather key still gathers. */
    boolean insert(Connection connection, CaseFile file) throws SQLException {
        return Sql.update(
                        connection,
                        "INSERT INTO case_file (" + COLUMNS + ", gathers, code) VALUES (" + Sql.marks(23)
                                + ") ON CONFLICT DO NOTHING",
                        file.id(),
                        file.gather(),
                        file.status(),
                        file.opened(),
                        file.updated(),
                        file.priority(),
                        file.parcel(),
                        file.gtin(),
                        file.lot(),
                        file.serial(),
                        file.consignor(),
                        file.site(),
                        file.dock(),
                        file.verdict(),
                        write(file.findings()),
                        file.sightings(),
                        file.kind(),
                        file.risk().score(),
                        write(file.risk().signals()),
                        file.risk().lane(),
                        file.interception(),
                        file.status().gathers() ? 1 : 0,
                        file.findings().isEmpty()
                                ? null
                                : file.findings().get(0).code())
                == 1;
    }

    /** Writes what can change of a case that the transaction holds locked. */
    void update(Connection connection, CaseFile file) throws SQLException {
        Sql.update(
                connection,
                "UPDATE case_file SET status = ?, gathers = ?, updated = ?, priority = ?, verdict = ?, findings = ?,"
                        + " sightings = ?, interception = ? WHERE id = ?",
                file.status(),
                file.status().gathers() ? 1 : 0,
                file.updated(),
                file.priority(),
                file.verdict(),
                write(file.findings()),
                file.sightings(),
                file.interception(),
                file.id());
    }

    /** The case that gathers under a key, locked. */
    @Nullable
    CaseFile lockGathering(Connection connection, String gather) throws SQLException {
        return Sql.first(
                connection,
                "SELECT " + COLUMNS + " FROM case_file WHERE gather = ? AND gathers = 1"
                        + database.engine().forUpdate(),
                CaseStore::file,
                gather);
    }

    /** A case, locked. */
    @Nullable
    CaseFile lock(Connection connection, String id) throws SQLException {
        return Sql.first(
                connection,
                "SELECT " + COLUMNS + " FROM case_file WHERE id = ?"
                        + database.engine().forUpdate(),
                CaseStore::file,
                id);
    }

    /** A case. */
    @Nullable
    CaseFile find(Connection connection, String id) throws SQLException {
        return Sql.first(connection, "SELECT " + COLUMNS + " FROM case_file WHERE id = ?", CaseStore::file, id);
    }

    /** Cases, the newest first. */
    List<CaseFile> list(Connection connection, CaseFilter filter) throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT " + COLUMNS + " FROM case_file WHERE 1 = 1");
        List<@Nullable Object> parameters = new ArrayList<>();
        if (!filter.statuses().isEmpty()) {
            sql.append(" AND status IN (")
                    .append(Sql.marks(filter.statuses().size()))
                    .append(')');
            parameters.addAll(filter.statuses());
        }
        equal(sql, parameters, "parcel", filter.parcel());
        equal(sql, parameters, "gtin", filter.gtin());
        equal(sql, parameters, "serial", filter.serial());
        equal(sql, parameters, "site", filter.site());
        equal(
                sql,
                parameters,
                "kind",
                filter.kind() == null ? null : filter.kind().name());
        String order = filter.byRisk() ? "risk, opened, id" : "opened, id";
        if (filter.after() != null) {
            sql.append(" AND (%1$s) < (SELECT %1$s FROM case_file WHERE id = ?)".formatted(order));
            parameters.add(filter.after());
        }
        sql.append(" ORDER BY ").append(order.replace(",", " DESC,")).append(" DESC LIMIT ?");
        parameters.add(filter.limit());
        return Sql.list(connection, sql.toString(), CaseStore::file, parameters.toArray());
    }

    /** How many cases of a kind there are of each status that has any. */
    Map<CaseStatus, Long> counts(Connection connection, CaseKind kind) throws SQLException {
        Map<CaseStatus, Long> counts = new java.util.EnumMap<>(CaseStatus.class);
        Sql.list(
                connection,
                "SELECT status, COUNT(*) FROM case_file WHERE kind = ? GROUP BY status",
                row -> {
                    counts.put(CaseStatus.valueOf(row.getString(1)), row.getLong(2));
                    return row.getString(1);
                },
                kind);
        return counts;
    }

    /** Has a journal entry join a case; false where it is in one already. */
    boolean join(Connection connection, String caseId, Suspicion by) throws SQLException {
        return Sql.update(
                        connection,
                        "INSERT INTO case_sighting (edge, generation, sequence, case_id, scan, site, dock, device, at,"
                                + " verdict, findings) VALUES (" + Sql.marks(11) + ") ON CONFLICT DO NOTHING",
                        by.edge(),
                        by.generation(),
                        by.sequence(),
                        caseId,
                        by.scan(),
                        by.site(),
                        by.dock(),
                        by.device(),
                        by.at(),
                        by.verdict(),
                        write(by.findings()))
                == 1;
    }

    /** Whether a journal entry is in a case. */
    boolean joined(Connection connection, Suspicion by) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT case_id FROM case_sighting WHERE edge = ? AND generation = ? AND sequence = ?",
                        row -> row.getString(1),
                        by.edge(),
                        by.generation(),
                        by.sequence())
                != null;
    }

    /** The case that a journal entry is in, null where it is in none. */
    @Nullable
    String caseOf(Connection connection, SightingRef entry) throws SQLException {
        return Sql.first(
                connection,
                "SELECT case_id FROM case_sighting WHERE edge = ? AND generation = ? AND sequence = ?",
                row -> row.getString(1),
                entry.edge(),
                entry.generation(),
                entry.sequence());
    }

    /** Moves every sighting of a case into another and says how many. */
    int move(Connection connection, String from, String to) throws SQLException {
        return Sql.update(connection, "UPDATE case_sighting SET case_id = ? WHERE case_id = ?", to, from);
    }

    /** The newest case that a scan of an edge is in, by this edge's entry or by another's of the same scan. */
    @Nullable
    String caseOfScan(Connection connection, String edge, int generation, String scan) throws SQLException {
        return Sql.first(
                connection,
                "SELECT c.case_id FROM case_sighting c WHERE c.scan = ? AND (c.edge = ? AND c.generation = ?"
                        + " OR EXISTS (SELECT 1 FROM sighting s WHERE s.edge = ? AND s.generation = ?"
                        + " AND s.scan = c.scan AND s.device = c.device AND s.dock = c.dock AND s.site = c.site))"
                        + " ORDER BY c.sequence DESC LIMIT 1",
                row -> row.getString(1),
                scan,
                edge,
                generation,
                edge,
                generation);
    }

    /** A case's sightings, the newest first and at most so many. */
    List<CaseSighting> sightings(Connection connection, String caseId, int limit) throws SQLException {
        return Sql.list(
                connection,
                "SELECT scan, edge, site, dock, device, at, verdict, sequence FROM case_sighting WHERE case_id = ?"
                        + PAIRED.formatted("a") + PAIRED.formatted("b") + " ORDER BY at DESC, sequence DESC LIMIT ?",
                row -> new CaseSighting(
                        row.getString("scan"),
                        row.getString("edge"),
                        row.getString("site"),
                        row.getString("dock"),
                        row.getString("device"),
                        Sql.instant(row.getLong("at")),
                        Effect.valueOf(row.getString("verdict"))),
                caseId,
                caseId,
                caseId,
                limit);
    }

    /** Writes a step down; false where a step of that id is there already. */
    boolean insert(Connection connection, String caseId, CaseStep step) throws SQLException {
        return Sql.update(
                        connection,
                        "INSERT INTO case_action (id, case_id, action, actor, at, reason, detail, from_status,"
                                + " to_status) VALUES (" + Sql.marks(9) + ") ON CONFLICT DO NOTHING",
                        step.id(),
                        caseId,
                        step.action(),
                        step.actor(),
                        step.at(),
                        step.reason(),
                        write(step.detail()),
                        step.from(),
                        step.to())
                == 1;
    }

    /** A case's steps, the oldest first. */
    List<CaseStep> steps(Connection connection, String caseId) throws SQLException {
        return Sql.list(
                connection,
                "SELECT id, action, actor, at, reason, detail, from_status, to_status FROM case_action"
                        + " WHERE case_id = ? ORDER BY at, id LIMIT 10000",
                row -> new CaseStep(
                        row.getString("id"),
                        row.getString("action"),
                        row.getString("actor"),
                        Sql.instant(row.getLong("at")),
                        row.getString("reason"),
                        read(row.getString("detail"), DETAIL),
                        CaseStatus.valueOf(row.getString("from_status")),
                        CaseStatus.valueOf(row.getString("to_status"))),
                caseId);
    }

    private static void equal(
            StringBuilder sql, List<@Nullable Object> parameters, String column, @Nullable String value) {
        if (value != null) {
            sql.append(" AND ").append(column).append(" = ?");
            parameters.add(value);
        }
    }

    private static CaseFile file(ResultSet row) throws SQLException {
        return new CaseFile(
                row.getString("id"),
                row.getString("gather"),
                CaseStatus.valueOf(row.getString("status")),
                Sql.instant(row.getLong("opened")),
                Sql.instant(row.getLong("updated")),
                row.getInt("priority"),
                row.getString("parcel"),
                row.getString("gtin"),
                row.getString("lot"),
                row.getString("serial"),
                row.getString("consignor"),
                row.getString("site"),
                row.getString("dock"),
                Effect.valueOf(row.getString("verdict")),
                read(row.getString("findings"), FINDINGS),
                row.getInt("sightings"),
                CaseKind.valueOf(row.getString("kind")),
                new Risk(row.getInt("risk"), row.getString("lane"), read(row.getString("risk_signals"), SIGNALS)),
                row.getString("interception"));
    }

    private static String write(Object value) {
        try {
            return Json.STRICT.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing part of a case", e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return Json.LENIENT.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a case in the database holds no JSON where it should", e);
        }
    }
}
