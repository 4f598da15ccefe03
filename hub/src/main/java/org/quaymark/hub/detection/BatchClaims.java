package org.quaymark.hub.detection;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.casework.SightingRef;
import org.quaymark.hub.casework.Suspicion;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Engine;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.process.json.Json;

/** The journal batches that detection has not looked at yet, and what is in them. */
@Singleton
final class BatchClaims {
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    private static final String NOT_YET = " AND NOT EXISTS (SELECT 1 FROM case_sighting c WHERE c.edge = s.edge"
            + " AND c.generation = s.generation AND c.sequence = s.sequence)"
            + " AND NOT EXISTS (SELECT 1 FROM detection_failure f WHERE f.edge = s.edge"
            + " AND f.generation = s.generation AND f.sequence = s.sequence)";

    /** Of a scan that two journals have, casework hears once: by its sighting, where that is suspicious too. */
    private static final String NOT_THE_SAME_SCAN = " AND (s.again = 0 OR NOT EXISTS (SELECT 1 FROM sighting f"
            + " WHERE f.scan = s.scan AND f.device = s.device AND f.dock = s.dock AND f.site = s.site"
            + " AND f.again = 0 AND f.verdict IN ('REVIEW', 'HOLD')))";

    private static final String OF_BATCH = "edge = ? AND generation = ? AND sequence BETWEEN ? AND ?";
    /** Batches that are looked at together: what they come to is written in one transaction. */
    private static final int AT_ONCE = 8;
    /** Long enough for any batch, short enough to wait where a process ended in the midst of one. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Database database;

    BatchClaims(Database database) {
        this.database = database;
    }

    /** A stored batch: entries {@code first} to {@code last} of an edge's journal. */
    record Batch(String id, String edge, int generation, long first, long last) {
        /** Whether an entry is one of them. */
        boolean has(SightingRef entry) {
            return entry.sequence() >= first
                    && entry.sequence() <= last
                    && entry.generation() == generation
                    && entry.edge().equals(edge);
        }
    }

    /**
     * The oldest batches that nobody is looking at, the caller's for the time of a lease. No lock is held meanwhile: intake goes
     * on, and whoever looks a second time, after a lease that ran out, does nothing twice. Where one process has the database
     * nothing is leased: taking the lease would wait for intake.
     */
    List<Batch> lease(Instant now) {
        if (database.engine() == Engine.SQLITE) {
            return database.read(connection -> waiting(connection, now, ""));
        }
        return database.inTransaction(connection -> {
            List<Batch> some = waiting(connection, now, database.engine().skipLocked());
            lease(connection, some, now.plus(LEASE));
            return some;
        });
    }

    private static List<Batch> waiting(Connection connection, Instant now, String lock) throws SQLException {
        return Sql.list(
                connection,
                "SELECT id, edge, generation, first, last FROM journal_batch WHERE detected_at IS NULL"
                        + " AND detect_leased_until < ? ORDER BY received_at LIMIT " + AT_ONCE + lock,
                row -> new Batch(row.getString(1), row.getString(2), row.getInt(3), row.getLong(4), row.getLong(5)),
                now);
    }

    private static void lease(Connection connection, List<Batch> some, Instant until) throws SQLException {
        for (Batch batch : some) {
            Sql.update(connection, "UPDATE journal_batch SET detect_leased_until = ? WHERE id = ?", until, batch.id());
        }
    }

    /** Gives batches back that were not looked at to their end. */
    void giveBack(List<Batch> some) {
        database.transact(connection -> lease(connection, some, Instant.EPOCH));
    }

    /** Marks batches as looked at, in the open transaction. */
    void done(Connection connection, List<Batch> some, Instant now) throws SQLException {
        for (Batch batch : some) {
            Sql.update(connection, "UPDATE journal_batch SET detected_at = ? WHERE id = ?", now, batch.id());
        }
    }

    /** Whether anything in a batch is for casework: mostly nothing is, and then nobody has to wait for the writers. */
    boolean concernsCases(Batch batch) {
        return database.read(connection -> Sql.list(
                        connection,
                        "SELECT 1 FROM sighting WHERE " + OF_BATCH + " AND verdict IN ('REVIEW', 'HOLD') UNION ALL"
                                + " SELECT 1 FROM journal_entry WHERE " + OF_BATCH
                                + " AND kind IN ('action', 'retro') LIMIT 1",
                        row -> true,
                        batch.edge(),
                        batch.generation(),
                        batch.first(),
                        batch.last(),
                        batch.edge(),
                        batch.generation(),
                        batch.first(),
                        batch.last()))
                .contains(true);
    }

    /** Suspicious sightings of a batch that are in no case yet, in the journal's order and at most so many. */
    List<Suspicion> sightings(Connection connection, Batch batch, int limit) throws SQLException {
        return Sql.list(
                connection,
                "SELECT s.sequence, s.scan, s.site, s.dock, s.device, s.at, s.verdict, s.findings, s.parcel, s.gtin,"
                        + " s.lot, s.serial, s.consignor FROM sighting s WHERE s.edge = ? AND s.generation = ?"
                        + " AND s.sequence BETWEEN ? AND ? AND s.verdict IN ('REVIEW', 'HOLD')" + NOT_YET
                        + NOT_THE_SAME_SCAN
                        + " ORDER BY s.sequence LIMIT ?",
                row -> new Suspicion(
                        batch.edge(),
                        batch.generation(),
                        row.getLong("sequence"),
                        row.getString("scan"),
                        row.getString("site"),
                        row.getString("dock"),
                        row.getString("device"),
                        Sql.instant(row.getLong("at")),
                        Effect.valueOf(row.getString("verdict")),
                        findings(row.getString("findings")),
                        row.getString("parcel"),
                        row.getString("gtin"),
                        row.getString("lot"),
                        row.getString("serial"),
                        row.getString("consignor")),
                batch.edge(),
                batch.generation(),
                batch.first(),
                batch.last(),
                limit);
    }

    /** The batch's entries of other kinds that matter to cases: what workers said, and verdicts given again. */
    List<JournalEntry> others(Connection connection, Batch batch) throws SQLException {
        List<byte[]> bodies = Sql.list(
                connection,
                "SELECT s.body FROM journal_entry s WHERE s.edge = ? AND s.generation = ?"
                        + " AND s.sequence BETWEEN ? AND ? AND s.kind IN ('action', 'retro')" + NOT_YET
                        + " ORDER BY s.sequence",
                row -> row.getBytes(1),
                batch.edge(),
                batch.generation(),
                batch.first(),
                batch.last());
        List<JournalEntry> entries = new ArrayList<>();
        for (byte[] body : bodies) {
            JournalEntry entry = entry(body);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /**
     * Where and on what a scan was, for a verdict that was given again; null where its sighting is not here,
     * or where another journal has the same scan and brought it into a case already.
     */
    @Nullable
    Suspicion suspicion(Connection connection, Batch batch, JournalEntry.RetroVerdict retro) throws SQLException {
        return Sql.first(
                connection,
                "SELECT site, dock, device, at, parcel, gtin, lot, serial, consignor FROM sighting WHERE scan = ?"
                        + " AND edge = ? AND generation = ? AND NOT EXISTS (SELECT 1 FROM case_sighting k"
                        + " WHERE k.scan = sighting.scan AND k.device = sighting.device AND k.dock = sighting.dock"
                        + " AND k.site = sighting.site AND (k.edge <> sighting.edge"
                        + " OR k.generation <> sighting.generation)) ORDER BY sequence DESC LIMIT 1",
                row -> new Suspicion(
                        batch.edge(),
                        batch.generation(),
                        retro.sequence(),
                        retro.scan(),
                        row.getString("site"),
                        row.getString("dock"),
                        row.getString("device"),
                        Sql.instant(row.getLong("at")),
                        retro.verdict().verdict(),
                        retro.verdict().findings(),
                        row.getString("parcel"),
                        row.getString("gtin"),
                        row.getString("lot"),
                        row.getString("serial"),
                        row.getString("consignor")),
                retro.scan(),
                batch.edge(),
                batch.generation());
    }

    /** A worker let the goods of a scan go, whichever journals have it: a later parcel may hold the unit. */
    void letGo(Connection connection, Batch batch, JournalEntry.WorkerAction action) throws SQLException {
        if (action.scan() != null) {
            Sql.update(
                    connection,
                    "UPDATE sighting SET closed_at = ? WHERE scan = ? AND EXISTS (SELECT 1 FROM sighting mine"
                            + " WHERE mine.scan = sighting.scan AND mine.device = sighting.device"
                            + " AND mine.dock = sighting.dock AND mine.site = sighting.site"
                            + " AND mine.edge = ? AND mine.generation = ?)",
                    action.at(),
                    action.scan(),
                    batch.edge(),
                    batch.generation());
        }
    }

    /** Sets an entry aside that cannot be taken in; it is not looked at again by itself. */
    void setAside(String edge, int generation, long sequence, Instant now, String reason) {
        database.transact(connection -> Sql.update(
                connection,
                "INSERT INTO detection_failure (edge, generation, sequence, at, reason) VALUES (?,?,?,?,?)"
                        + " ON CONFLICT DO NOTHING",
                edge,
                generation,
                sequence,
                now,
                reason.substring(0, Math.min(500, reason.length()))));
    }

    private static @Nullable JournalEntry entry(byte[] body) {
        try {
            return Json.LENIENT.readValue(body, JournalEntry.class);
        } catch (IOException e) {
            // intake has it in its quarantine
            return null;
        }
    }

    private static List<Finding> findings(String json) {
        try {
            return Json.LENIENT.readValue(json, FINDINGS);
        } catch (IOException e) {
            throw new IllegalStateException("a sighting's findings are not readable", e);
        }
    }
}
