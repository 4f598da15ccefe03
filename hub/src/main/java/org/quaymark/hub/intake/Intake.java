package org.quaymark.hub.intake;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.quaymark.hub.identity.HubKey;
import org.quaymark.hub.ledger.Ledger;
import org.quaymark.hub.ledger.LedgerEntry;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Ids;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.log.HashChain;
import org.quaymark.inspection.log.LogHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes journal batches in: once, whole and in order, in one transaction each. What is known already is compared and not
 * stored again. Thread-safe, over all hub processes: the journal's row is locked while its batch is taken.
 */
@Singleton
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Database database;
    private final Ledger ledger;
    private final HubKey hubKey;
    private final BatchArrivals arrivals;
    private final IntakeMetrics metrics;
    private final Ids ids;
    private final Clock clock;

    Intake(
            Database database,
            Ledger ledger,
            HubKey hubKey,
            BatchArrivals arrivals,
            IntakeMetrics metrics,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.hubKey = hubKey;
        this.arrivals = arrivals;
        this.metrics = metrics;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a batch came to. */
    sealed interface Taken {
        /** It is durable, now or since before. */
        record Through(long sequence, String receipt) implements Taken {}

        /** Entries are missing before it. */
        record Gap(long expected) implements Taken {}

        /** It says something else than what is stored, or its chain does not lead to the head that was signed. */
        record Forked(long sequence) implements Taken {}

        /** The edge was suspended in the meantime. */
        record Suspended() implements Taken {}
    }

    private record Journal(int generation, long sequence, byte[] chain, EdgeClock clock) {}

    private record Edge(String status, int generation) {}

    Taken take(Batch batch) {
        Instant now = clock.instant();
        List<ReadEntry> entries = read(batch);
        Taken taken = database.inTransactionOfMany(connection -> {
            Edge edge = Sql.first(
                    connection,
                    "SELECT status, generation FROM edge WHERE id = ?"
                            + database.engine().forUpdate(),
                    row -> new Edge(row.getString(1), row.getInt(2)),
                    batch.edge());
            if (edge == null || !edge.status().equals("active")) {
                return new Taken.Suspended();
            }
            Journal journal = journal(connection, batch.edge(), edge.generation());
            Taken result = take(connection, batch, entries, journal, now);
            if (result instanceof Taken.Forked forked) {
                note(connection, batch, journal, "fork", forked.sequence(), now);
            }
            return result;
        });
        if (taken instanceof Taken.Forked forked) {
            alarm(batch, forked, now);
        }
        return taken;
    }

    private static List<ReadEntry> read(Batch batch) {
        List<ReadEntry> entries = new ArrayList<>(batch.lines().size());
        for (byte[] line : batch.lines()) {
            entries.add(EntryReader.read(batch.first() + entries.size(), line));
        }
        return entries;
    }

    private Taken take(Connection connection, Batch batch, List<ReadEntry> entries, Journal journal, Instant now)
            throws SQLException {
        if (batch.first() > journal.sequence() + 1) {
            metrics.gap();
            note(connection, batch, journal, "gap", journal.sequence() + 1, now);
            return new Taken.Gap(journal.sequence() + 1);
        }
        if (batch.first() < 1) {
            return new Taken.Forked(batch.last());
        }
        HashChain chain = HashChain.from(chainAt(connection, batch.edge(), journal, batch.first() - 1));
        long known = Math.min(journal.sequence(), batch.last());
        EntryWriter writer = new EntryWriter(connection, batch.edge(), journal.generation(), now);
        byte[] knownLink = chainAt(connection, batch.edge(), journal, known);
        for (int i = 0; i < batch.lines().size(); i++) {
            long sequence = batch.first() + i;
            byte[] line = batch.lines().get(i);
            byte[] link = chain.append(line);
            if (sequence == known && !Arrays.equals(link, knownLink)) {
                return new Taken.Forked(sequence);
            }
            if (sequence > known) {
                writer.add(entries.get(i), link);
            }
        }
        if (!Arrays.equals(chain.head(), batch.head().chain())) {
            return new Taken.Forked(batch.last());
        }
        if (batch.last() > known) {
            store(connection, batch, journal, writer, now);
        }
        LogHead receipt = new LogHead(batch.head().origin(), batch.last(), chain.head(), now);
        return new Taken.Through(batch.last(), hubKey.signing().signNote(receipt.toNoteText()));
    }

    private void store(Connection connection, Batch batch, Journal journal, EntryWriter writer, Instant now)
            throws SQLException {
        Instant signed = batch.head().at().isBefore(now) ? batch.head().at() : now;
        EdgeClock.Reading clock = journal.clock().read(writer.times(), signed);
        writer.flush(clock.offSeconds());
        Sql.update(
                connection,
                "DELETE FROM edge_alarm WHERE edge = ? AND generation = ? AND kind = 'gap'",
                batch.edge(),
                journal.generation());
        byte[] head = batch.head().chain();
        EdgeClock known = clock.after();
        Sql.update(
                connection,
                "UPDATE journal SET sequence = ?, chain = ?, last_at = ?, lag_micros = ?, lag_at = ?"
                        + " WHERE edge = ? AND generation = ?",
                batch.last(),
                head,
                known.last(),
                known.lag() == null ? null : known.lag().toNanos() / 1_000,
                known.since(),
                batch.edge(),
                journal.generation());
        Sql.update(
                connection,
                "INSERT INTO journal_batch (id, edge, generation, first, last, received_at, head_note)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                batch.edge(),
                journal.generation(),
                journal.sequence() + 1,
                batch.last(),
                now,
                batch.headNote());
        Sql.update(connection, "UPDATE edge SET seen_at = ? WHERE id = ?", now, batch.edge());
        ledger.append(new LedgerEntry(
                "journal",
                now,
                "edge:" + batch.edge(),
                Map.of(
                        "generation", journal.generation(),
                        "first", journal.sequence() + 1,
                        "last", batch.last(),
                        "chain", HexFormat.of().formatHex(head))));
        long entries = batch.last() - journal.sequence();
        int quarantined = writer.quarantined();
        int again = writer.again();
        database.afterCommit(() -> {
            metrics.taken(entries, quarantined, again);
            arrivals.arrived();
        });
    }

    /** For the console and {@code GET /edges}: once, however often it comes. */
    private static void note(
            Connection connection, Batch batch, Journal journal, String kind, long sequence, Instant now)
            throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO edge_alarm (edge, generation, kind, sequence, since) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                batch.edge(),
                journal.generation(),
                kind,
                sequence,
                now);
    }

    private Journal journal(Connection connection, String edge, int generation) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO journal (edge, generation, sequence, chain) VALUES (?, ?, 0, ?) ON CONFLICT DO NOTHING",
                edge,
                generation,
                HashChain.empty().head());
        List<Journal> rows = Sql.list(
                connection,
                "SELECT sequence, chain, last_at, lag_micros, lag_at FROM journal WHERE edge = ? AND generation = ?"
                        + database.engine().forUpdate(),
                row -> new Journal(generation, row.getLong(1), row.getBytes(2), clock(row)),
                edge,
                generation);
        return rows.get(0);
    }

    private static EdgeClock clock(ResultSet row) throws SQLException {
        Instant since = Sql.instant(row, "lag_at");
        return new EdgeClock(
                Sql.instant(row, "last_at"),
                since == null ? null : Duration.of(row.getLong("lag_micros"), ChronoUnit.MICROS),
                since);
    }

    private static byte[] chainAt(Connection connection, String edge, Journal journal, long sequence)
            throws SQLException {
        if (sequence == journal.sequence()) {
            return journal.chain();
        }
        if (sequence == 0) {
            return HashChain.empty().head();
        }
        byte[] link = Sql.first(
                connection,
                "SELECT chain FROM journal_entry WHERE edge = ? AND generation = ? AND sequence = ?",
                row -> row.getBytes(1),
                edge,
                journal.generation(),
                sequence);
        if (link == null) {
            throw new IllegalStateException("the journal of " + edge + " lacks entry " + sequence);
        }
        return link;
    }

    /** A fork means a copied key, a restored disk or a lie: somebody has to look. */
    private void alarm(Batch batch, Taken.Forked forked, Instant now) {
        LOG.error("SECURITY: the journal of edge {} is forked at {}", batch.edge(), forked.sequence());
        if (metrics.forked(batch.edge(), now)) {
            database.transact(connection -> ledger.append(new LedgerEntry(
                    "alarm-forked-journal",
                    now,
                    "edge:" + batch.edge(),
                    Map.of("sequence", forked.sequence(), "headNote", batch.headNote()))));
        }
    }
}
