package org.quaymark.hub.retro;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.decision.Inspector;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.process.json.Json;

/**
 * The policies that edges decide by: the standard's, and those that their journals tell of. Of one that a journal does not tell
 * of, the hub knows what each verdict shows: the effects of what was found then; for the rest it takes the standard's.
 * Thread-safe.
 */
@Singleton
final class EdgePolicies {
    private final Database database;
    private final Inspector standard = new Inspector(Policy.standard());
    private final Map<List<Object>, Told> journals = new ConcurrentHashMap<>();

    EdgePolicies(Database database) {
        this.database = database;
    }

    /** What a journal told up to a number: who decides by each policy, by the number it is in force from. */
    private record Told(long through, NavigableMap<Long, Inspector> inspectors) {}

    /**
     * Who decides as an edge did.
     *
     * @param known whether by its own policy, and not by what can be guessed of it
     */
    record Decider(Inspector inspector, boolean known) {}

    /** Who decides as the edge did that gave this verdict by that entry. */
    Decider decider(SightingKey key, Verdict given) {
        String version = given.policy();
        if (version == null || version.equals(Policy.standard().version())) {
            return new Decider(standard, true);
        }
        Map.Entry<Long, Inspector> inForce = told(key).inspectors().lowerEntry(key.sequence());
        return inForce != null && inForce.getValue().policy().version().equals(version)
                ? new Decider(inForce.getValue(), true)
                : new Decider(new Inspector(guessed(given, version)), false);
    }

    private Told told(SightingKey key) {
        return journals.compute(
                List.of(key.edge(), key.generation()),
                (journal, known) -> known != null && known.through() >= key.sequence() ? known : read(key));
    }

    private Told read(SightingKey key) {
        return database.read(connection -> {
            Long through = Sql.first(
                    connection,
                    "SELECT sequence FROM journal WHERE edge = ? AND generation = ?",
                    row -> row.getLong(1),
                    key.edge(),
                    key.generation());
            NavigableMap<Long, Inspector> inspectors = new TreeMap<>();
            for (byte[] body : Sql.list(
                    connection,
                    "SELECT body FROM journal_entry WHERE edge = ? AND generation = ? AND kind = 'policy'",
                    row -> row.getBytes(1),
                    key.edge(),
                    key.generation())) {
                JournalEntry.PolicyInForce entry = policy(body);
                if (entry != null) {
                    inspectors.put(entry.sequence(), new Inspector(entry.policy()));
                }
            }
            return new Told(through == null ? 0 : through, inspectors);
        });
    }

    private static JournalEntry.@Nullable PolicyInForce policy(byte[] body) {
        try {
            return Json.LENIENT.readValue(body, JournalEntry.class) instanceof JournalEntry.PolicyInForce inForce
                    ? inForce
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static Policy guessed(Verdict given, String version) {
        Map<FindingCode, Effect> effects = new EnumMap<>(FindingCode.class);
        for (Finding finding : given.findings()) {
            if (finding.code() != FindingCode.INTERCEPTION) {
                effects.merge(finding.code(), finding.effect(), (a, b) -> a.compareTo(b) > 0 ? a : b);
            }
        }
        return new Policy(version, effects, List.of(), Policy.standard().thresholds());
    }
}
