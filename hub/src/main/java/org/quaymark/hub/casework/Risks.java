package org.quaymark.hub.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Sql;
import org.quaymark.process.json.Json;

/**
 * Reads from the cases that ended what a new one is likely to be: those of the consignor, of the lane, of the rule. Only the
 * newest thousand of each count, so that what was true years ago does not speak for ever.
 */
@Singleton
final class Risks {
    private static final int LOOKED_AT = 1_000;
    private static final int CONSIGNOR = 30;
    private static final int LANE = 10;
    private static final int RULE = 20;

    /** What was counted already in a transaction that opens many cases: they share consignor, lane and rule. */
    static final class Counted {
        private final Map<List<String>, long[]> ended = new HashMap<>();
    }

    /** The risk of a case that a sighting opens. */
    Risk of(Connection connection, Suspicion by, Counted counted) throws SQLException {
        String code = by.findings().isEmpty()
                ? null
                : Findings.merged(List.of(), by.findings()).get(0).code().name();
        return of(connection, by.consignor(), lane(connection, by), code, counted);
    }

    Risk of(Connection connection, @Nullable String consignor, @Nullable String lane, @Nullable String code)
            throws SQLException {
        return of(connection, consignor, lane, code, new Counted());
    }

    private static Risk of(
            Connection connection,
            @Nullable String consignor,
            @Nullable String lane,
            @Nullable String code,
            Counted counted)
            throws SQLException {
        List<Risk.Signal> signals = new ArrayList<>();
        add(connection, signals, "consignor", consignor, CONSIGNOR, counted);
        add(connection, signals, "lane", lane, LANE, counted);
        add(connection, signals, "rule", code, RULE, counted);
        return Risk.of(lane, signals);
    }

    private static void add(
            Connection connection,
            List<Risk.Signal> signals,
            String name,
            @Nullable String of,
            int most,
            Counted counted)
            throws SQLException {
        if (of == null) {
            return;
        }
        long[] ended = counted.ended.get(List.of(name, of));
        if (ended == null) {
            ended = ended(connection, name, of);
            counted.ended.put(List.of(name, of), ended);
        }
        signals.add(Risk.Signal.of(name, of, ended[0], ended[1], most));
    }

    /** How many of the newest cases ended proved, and how many cleared. */
    private static long[] ended(Connection connection, String name, String of) throws SQLException {
        String column = name.equals("rule") ? "code" : name;
        long[] ended = new long[2];
        Sql.list(
                connection,
                "SELECT status, COUNT(*) FROM (SELECT status FROM case_file WHERE " + column
                        + " = ? ORDER BY opened DESC LIMIT " + LOOKED_AT + ") newest GROUP BY status",
                row -> {
                    CaseStatus status = CaseStatus.valueOf(row.getString(1));
                    if (status.proved()) {
                        ended[0] += row.getLong(2);
                    } else if (status.cleared()) {
                        ended[1] += row.getLong(2);
                    }
                    return status;
                },
                of);
        return ended;
    }

    /** From where to where, as the scan or else the manifest says. */
    private static @Nullable String lane(Connection connection, Suspicion by) throws SQLException {
        String said = Sql.first(
                connection,
                "SELECT origin, destination FROM sighting WHERE edge = ? AND generation = ? AND sequence = ?",
                row -> Objects.requireNonNullElse(lane(row.getString(1), row.getString(2)), ""),
                by.edge(),
                by.generation(),
                by.sequence());
        if (said != null && !said.isEmpty()) {
            return said;
        }
        if (by.parcel() == null) {
            return null;
        }
        String manifest = Sql.first(
                connection,
                "SELECT body FROM registry_record WHERE type = 'manifest' AND id = ?",
                row -> row.getString(1),
                by.parcel());
        try {
            JsonNode read = manifest == null ? null : Json.LENIENT.readTree(manifest);
            return read == null
                    ? null
                    : lane(
                            read.path("origin").textValue(),
                            read.path("destination").textValue());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the manifest of " + by.parcel() + " cannot be read", e);
        }
    }

    private static @Nullable String lane(@Nullable String origin, @Nullable String destination) {
        return origin == null || destination == null ? null : origin + ">" + destination;
    }
}
