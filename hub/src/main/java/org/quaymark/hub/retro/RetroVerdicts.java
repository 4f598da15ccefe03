package org.quaymark.hub.retro;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.process.json.Json;

/** Verdicts given again, in the database: each a row of its own, none is ever changed. */
@Singleton
final class RetroVerdicts {
    private static final int CHUNK = 400;

    /**
     * One of them.
     *
     * @param actor {@code edge:ID} where the edge gave it again, else the hub
     */
    record Stored(Instant at, String actor, Effect was, Verdict verdict) {}

    /** The last verdict of each of these sightings that was given again; nothing of the others. */
    Map<SightingKey, Given> last(Connection connection, List<SightingKey> keys) throws SQLException {
        Map<List<Object>, List<Long>> byJournal = new LinkedHashMap<>();
        for (SightingKey key : keys) {
            byJournal
                    .computeIfAbsent(List.of(key.edge(), key.generation()), j -> new ArrayList<>())
                    .add(key.sequence());
        }
        Map<SightingKey, Given> last = new HashMap<>();
        for (Map.Entry<List<Object>, List<Long>> journal : byJournal.entrySet()) {
            List<Long> all = journal.getValue();
            for (int from = 0; from < all.size(); from += CHUNK) {
                List<Long> some = all.subList(from, Math.min(all.size(), from + CHUNK));
                List<Object> parameters = new ArrayList<>(journal.getKey());
                parameters.addAll(some);
                Sql.list(
                        connection,
                        "SELECT edge, generation, sequence, body FROM retro_verdict WHERE edge = ? AND generation = ?"
                                + " AND sequence IN (" + Sql.marks(some.size()) + ") ORDER BY registry_sequence",
                        row -> last.put(
                                new SightingKey(row.getString(1), row.getInt(2), row.getLong(3)),
                                Given.of(verdict(row.getString(4)))),
                        parameters.toArray());
            }
        }
        return last;
    }

    /** Puts one down; false where one at that change is there already. */
    boolean insert(Connection connection, SightingKey key, String scan, Stored stored) throws SQLException {
        return Sql.update(
                        connection,
                        "INSERT INTO retro_verdict (edge, generation, sequence, registry_sequence, scan, at, actor, was,"
                                + " verdict, body) VALUES (" + Sql.marks(10) + ") ON CONFLICT DO NOTHING",
                        key.edge(),
                        key.generation(),
                        key.sequence(),
                        stored.verdict().registry().sequence(),
                        scan,
                        stored.at(),
                        stored.actor(),
                        stored.was(),
                        stored.verdict().verdict(),
                        json(stored.verdict()))
                == 1;
    }

    /** All of a sighting's, the oldest first. */
    List<Stored> of(Connection connection, SightingKey key) throws SQLException {
        return Sql.list(
                connection,
                "SELECT at, actor, was, body FROM retro_verdict WHERE edge = ? AND generation = ? AND sequence = ?"
                        + " ORDER BY registry_sequence",
                row -> new Stored(
                        Sql.instant(row.getLong(1)),
                        row.getString(2),
                        Effect.valueOf(row.getString(3)),
                        verdict(row.getString(4))),
                key.edge(),
                key.generation(),
                key.sequence());
    }

    private static String json(Verdict verdict) {
        try {
            return Json.STRICT.writeValueAsString(verdict);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing a verdict", e);
        }
    }

    private static Verdict verdict(String json) {
        try {
            return Json.LENIENT.readValue(json, Verdict.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reading a verdict given again", e);
        }
    }
}
