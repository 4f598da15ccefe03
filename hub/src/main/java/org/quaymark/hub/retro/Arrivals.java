package org.quaymark.hub.retro;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.process.json.Json;

/**
 * Journal batches that have come: what an edge decided by an older registry than the hub's is decided again, and verdicts that
 * an edge itself gave again count as the last ones given. A batch has its turn once detection has looked at it.
 */
@Singleton
final class Arrivals {
    private static final int BATCHES = 50;
    private static final Duration LEASE = Duration.ofMinutes(2);
    /** Then it is the tasks' turn: a recall does not wait for all that an edge has to catch up with. */
    private static final long TURN_NANOS = Duration.ofMillis(300).toNanos();

    private final Database database;
    private final SightedStore sightings;
    private final RetroVerdicts verdicts;
    private final Rework rework;
    private final Pace pace;
    private final Clock clock;

    Arrivals(Database database, SightedStore sightings, RetroVerdicts verdicts, Rework rework, Pace pace, Clock clock) {
        this.database = database;
        this.sightings = sightings;
        this.verdicts = verdicts;
        this.rework = rework;
        this.pace = pace;
        this.clock = clock;
    }

    private record Batch(String id, String edge, int generation, long first, long last) {}

    /** Takes the oldest batches that wait; false where none does. */
    boolean step() {
        if (!isAnyWaiting()) {
            return false;
        }
        List<Batch> claimed = database.inTransaction(this::claim);
        long start = System.nanoTime();
        List<Batch> done = new ArrayList<>();
        for (Batch batch : claimed) {
            if (pace.isStopped() || System.nanoTime() - start > TURN_NANOS) {
                break;
            }
            edgesOwn(batch);
            if (redo(batch)) {
                done.add(batch);
            }
        }
        Instant now = clock.instant();
        database.transact(connection -> {
            for (Batch batch : claimed) {
                Sql.update(
                        connection,
                        "UPDATE journal_batch SET redecided_at = ?, retro_leased_until = 0 WHERE id = ?",
                        done.contains(batch) ? now : null,
                        batch.id());
            }
        });
        return !done.isEmpty();
    }

    private boolean isAnyWaiting() {
        return database.find(connection -> Sql.first(
                        connection,
                        "SELECT 1 FROM journal_batch WHERE redecided_at IS NULL AND detected_at IS NOT NULL"
                                + " AND retro_leased_until < ? LIMIT 1",
                        row -> row.getInt(1),
                        clock.instant()))
                != null;
    }

    private List<Batch> claim(Connection connection) throws SQLException {
        Instant now = clock.instant();
        List<Batch> batches = Sql.list(
                connection,
                "SELECT id, edge, generation, first, last FROM journal_batch WHERE redecided_at IS NULL"
                        + " AND detected_at IS NOT NULL AND retro_leased_until < ? ORDER BY received_at LIMIT ?"
                        + database.engine().skipLocked(),
                row -> new Batch(row.getString(1), row.getString(2), row.getInt(3), row.getLong(4), row.getLong(5)),
                now,
                BATCHES);
        for (Batch batch : batches) {
            Sql.update(
                    connection,
                    "UPDATE journal_batch SET retro_leased_until = ? WHERE id = ?",
                    now.plus(LEASE),
                    batch.id());
        }
        return batches;
    }

    /** False where it was stopped half-way: whoever comes after begins again, and finds little to do. */
    private boolean redo(Batch batch) {
        SightingKey after = new SightingKey(batch.edge(), batch.generation(), batch.first() - 1);
        while (!pace.isStopped()) {
            SightingKey from = after;
            List<Sighted> read = rework.redo(
                    (connection, registry) -> sightings.behind(connection, from, batch.last(), registry, Rework.CHUNK));
            if (read.size() < Rework.CHUNK) {
                return true;
            }
            after = read.get(read.size() - 1).key();
        }
        return false;
    }

    private void edgesOwn(Batch batch) {
        List<JournalEntry.RetroVerdict> own = database
                .read(connection -> Sql.list(
                        connection,
                        "SELECT body FROM journal_entry WHERE edge = ? AND generation = ? AND sequence BETWEEN ? AND ?"
                                + " AND kind = 'retro' ORDER BY sequence",
                        row -> retro(row.getBytes(1)),
                        batch.edge(),
                        batch.generation(),
                        batch.first(),
                        batch.last()))
                .stream()
                .flatMap(java.util.Optional::stream)
                .toList();
        if (!own.isEmpty()) {
            database.transact(connection -> {
                for (JournalEntry.RetroVerdict retro : own) {
                    take(connection, batch, retro);
                }
            });
        }
    }

    private void take(Connection connection, Batch batch, JournalEntry.RetroVerdict retro) throws SQLException {
        Sighted sighted = sightings.ofScan(connection, batch.edge(), batch.generation(), retro.scan());
        if (sighted == null || sighted.entry() == null || retro.verdict().registry() == null) {
            return;
        }
        Given was = verdicts.last(connection, List.of(sighted.key()))
                .getOrDefault(sighted.key(), Given.of(sighted.entry().verdict()));
        verdicts.insert(
                connection,
                sighted.key(),
                sighted.scan(),
                new RetroVerdicts.Stored(retro.at(), "edge:" + batch.edge(), was.verdict(), retro.verdict()));
    }

    private static java.util.Optional<JournalEntry.RetroVerdict> retro(byte[] body) {
        try {
            @Nullable JournalEntry entry = Json.LENIENT.readValue(body, JournalEntry.class);
            return entry instanceof JournalEntry.RetroVerdict retro && retro.verdict() != null
                    ? java.util.Optional.of(retro)
                    : java.util.Optional.empty();
        } catch (IOException e) {
            // intake has it in its quarantine
            return java.util.Optional.empty();
        }
    }
}
