package org.quaymark.hub.edges;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.ledger.Ledger;
import org.quaymark.hub.ledger.LedgerEntry;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Head;
import org.quaymark.hub.storage.Heads;
import org.quaymark.hub.storage.Sql;

/** The edges and the devices their journals tell of. */
@Singleton
public final class Edges {
    /** Bytes of an unreadable entry that are shown. */
    private static final int MAX_SHOWN = 4_096;

    private final Database database;
    private final EdgeRows rows;
    private final EnrolmentRows enrolments;
    private final Heads heads;
    private final Ledger ledger;
    private final Clock clock;

    Edges(Database database, EdgeRows rows, EnrolmentRows enrolments, Heads heads, Ledger ledger, Clock clock) {
        this.database = database;
        this.enrolments = enrolments;
        this.heads = heads;
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * An edge.
     *
     * @param generation counts its enrolments
     * @param seenAt when its last journal batch came, null where none did
     * @param journalSequence the last entry of its present journal
     * @param quarantined how many entries of its journals could not be read
     * @param alarms what is not as it should be with its present journal
     */
    public record Edge(
            String id,
            String site,
            String status,
            int generation,
            Instant enrolledAt,
            @Nullable Instant seenAt,
            long journalSequence,
            long quarantined,
            List<Alarm> alarms,
            List<Device> devices) {}

    /**
     * Something somebody has to look at.
     *
     * @param kind {@code gap}: it sends what comes after entries the hub lacks; {@code fork}: it says something else than before
     * @param sequence the first entry that is missing, or where the fork was seen
     */
    public record Alarm(String kind, long sequence, Instant since) {}

    private record Alarmed(String edge, Alarm alarm) {}

    /** An entry that could not be read, as it came. */
    public record Quarantined(int generation, long sequence, Instant at, String reason, String body) {}

    /**
     * A device as its edge last told.
     *
     * @param counts JSON: reads, repaired, doubtful, unreadable and by fault, since {@code since}
     * @param notice JSON of the maintenance notice in force, null where there is none
     * @param calibratedAt when its edge learned what it changes, null where it changes nothing that is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Device(
            String site,
            String dock,
            String device,
            Instant seenAt,
            String state,
            @JsonRawValue String counts,
            @Nullable Instant since,
            @JsonRawValue @Nullable String notice,
            @Nullable Instant calibratedAt) {}

    private record Told(String edge, Device device) {}

    /** Edges by their ids, from behind that one. */
    public List<Edge> list(String after, int limit) {
        return database.read(connection -> {
            Map<String, List<Device>> devices = Sql.list(
                            connection,
                            "SELECT edge, site, dock, device, seen_at, state, counts, since, notice, calibrated_at"
                                    + " FROM device ORDER BY site, dock, device LIMIT 10000",
                            row -> new Told(
                                    row.getString(1),
                                    new Device(
                                            row.getString(2),
                                            row.getString(3),
                                            row.getString(4),
                                            Sql.instant(row.getLong(5)),
                                            row.getString(6),
                                            row.getString(7),
                                            Sql.instant(row, "since"),
                                            row.getString(9),
                                            row.getLong(10) == 0 ? null : Sql.instant(row.getLong(10)))))
                    .stream()
                    .collect(Collectors.groupingBy(Told::edge, Collectors.mapping(Told::device, Collectors.toList())));
            Map<String, List<Alarm>> alarms = Sql.list(
                            connection,
                            "SELECT a.edge, a.kind, a.sequence, a.since FROM edge_alarm a JOIN edge e ON e.id = a.edge"
                                    + " AND e.generation = a.generation ORDER BY a.edge, a.kind",
                            row -> new Alarmed(
                                    row.getString(1),
                                    new Alarm(row.getString(2), row.getLong(3), Sql.instant(row.getLong(4)))))
                    .stream()
                    .collect(Collectors.groupingBy(
                            Alarmed::edge, Collectors.mapping(Alarmed::alarm, Collectors.toList())));
            return Sql.list(
                    connection,
                    "SELECT e.id, e.site, e.status, e.generation, e.enrolled_at, e.seen_at, COALESCE(j.sequence, 0),"
                            + " (SELECT COUNT(*) FROM journal_quarantine q WHERE q.edge = e.id)"
                            + " FROM edge e LEFT JOIN journal j ON j.edge = e.id AND j.generation = e.generation"
                            + " WHERE e.id > ? ORDER BY e.id LIMIT ?",
                    row -> new Edge(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getInt(4),
                            Sql.instant(row.getLong(5)),
                            Sql.instant(row, "seen_at"),
                            row.getLong(7),
                            row.getLong(8),
                            alarms.getOrDefault(row.getString(1), List.of()),
                            devices.getOrDefault(row.getString(1), List.of())),
                    after,
                    limit);
        });
    }

    /** The newest entries of an edge that could not be read, with as much of them as fits a page. */
    List<Quarantined> quarantined(String edge, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT q.generation, q.sequence, q.at, q.reason, e.body FROM journal_quarantine q JOIN journal_entry e"
                        + " ON e.edge = q.edge AND e.generation = q.generation AND e.sequence = q.sequence"
                        + " WHERE q.edge = ? ORDER BY q.generation DESC, q.sequence DESC LIMIT ?",
                row -> new Quarantined(
                        row.getInt(1),
                        row.getLong(2),
                        Sql.instant(row.getLong(3)),
                        row.getString(4),
                        new String(row.getBytes(5), 0, Math.min(MAX_SHOWN, row.getBytes(5).length), UTF_8)),
                edge,
                limit));
    }

    /**
     * Lets an edge speak ({@code active}) or not ({@code suspended}): then all it asks is refused, what it waits for ends, and
     * codes for its enrolment are void.
     *
     * @return whether there is such an edge
     * @throws IllegalArgumentException for another status
     */
    public boolean setStatus(String edge, String status, String actor) {
        if (!status.equals("active") && !status.equals("suspended")) {
            throw new IllegalArgumentException("status is active or suspended.");
        }
        return database.inTransaction(connection -> {
            if (rows.update(edge, status) == 0) {
                return false;
            }
            if (status.equals("suspended")) {
                // else a code from before would let it in again
                enrolments.deleteByEdgeAndUsedAtIsNull(edge);
            }
            Head decisions = heads.lock(connection, Head.EDGES);
            heads.advance(connection, Head.EDGES, decisions.sequence() + 1, decisions.hash());
            ledger.append(
                    new LedgerEntry("edge-status", clock.instant(), actor, Map.of("edge", edge, "status", status)));
            return true;
        });
    }
}
