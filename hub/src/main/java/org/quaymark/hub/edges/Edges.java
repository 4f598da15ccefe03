package org.quaymark.hub.edges;

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
import org.quaymark.hub.storage.Sql;

/** The edges and the devices their journals tell of. */
@Singleton
public final class Edges {
    private final Database database;
    private final EdgeRows rows;
    private final Ledger ledger;
    private final Clock clock;

    Edges(Database database, EdgeRows rows, Ledger ledger, Clock clock) {
        this.database = database;
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
     */
    public record Edge(
            String id,
            String site,
            String status,
            int generation,
            Instant enrolledAt,
            @Nullable Instant seenAt,
            long journalSequence,
            List<Device> devices) {}

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

    List<Edge> list(String after, int limit) {
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
            return Sql.list(
                    connection,
                    "SELECT e.id, e.site, e.status, e.generation, e.enrolled_at, e.seen_at, COALESCE(j.sequence, 0)"
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
                            devices.getOrDefault(row.getString(1), List.of())),
                    after,
                    limit);
        });
    }

    boolean setStatus(String edge, String status, String actor) {
        return database.inTransaction(connection -> {
            if (rows.update(edge, status) == 0) {
                return false;
            }
            ledger.append(
                    new LedgerEntry("edge-status", clock.instant(), actor, Map.of("edge", edge, "status", status)));
            return true;
        });
    }
}
