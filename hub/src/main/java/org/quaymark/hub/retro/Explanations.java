package org.quaymark.hub.retro;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.registry.RegistryViews;
import org.quaymark.hub.storage.Database;
import org.quaymark.inspection.decision.Explanation;
import org.quaymark.inspection.decision.Recollection;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.log.JournalEntry;

/**
 * Reproduces verdicts from the journal: the entry's scan and what was known before it, its edge's policy, and the registry as it
 * was at the verdict's sequence.
 */
@Singleton
public final class Explanations {
    private final Database database;
    private final SightedStore sightings;
    private final RetroVerdicts verdicts;
    private final RegistryViews registry;
    private final EdgePolicies policies;

    Explanations(
            Database database,
            SightedStore sightings,
            RetroVerdicts verdicts,
            RegistryViews registry,
            EdgePolicies policies) {
        this.database = database;
        this.sightings = sightings;
        this.verdicts = verdicts;
        this.registry = registry;
        this.policies = policies;
    }

    /** Of the newest sighting of that number in an edge's journal; null where there is none that can be read. */
    public @Nullable Explained of(String edge, long sequence) {
        Sighted sighted = database.find(connection -> sightings.find(connection, edge, sequence));
        return sighted == null ? null : explained(sighted);
    }

    /** Of a case's sightings, the newest first and at most so many. */
    public List<Explained> ofCase(String caseId, int limit) {
        List<Explained> all = new ArrayList<>();
        for (Sighted sighted : database.read(connection -> sightings.ofCase(connection, caseId, limit))) {
            Explained explained = explained(sighted);
            if (explained != null) {
                all.add(explained);
            }
        }
        return all;
    }

    private @Nullable Explained explained(Sighted sighted) {
        JournalEntry.Sighting entry = sighted.entry();
        if (entry == null || entry.scan() == null || entry.scan().at() == null || entry.verdict() == null) {
            return null;
        }
        Verdict given = entry.verdict();
        if (given.registry() == null) {
            return null;
        }
        EdgePolicies.Decider decider = policies.decider(sighted.key(), given);
        Explanation explanation = registry.asOf(
                given.registry().sequence(),
                given.registry().asOf(entry.scan().at()),
                (connection, then) -> decider.inspector()
                        .explain(
                                entry.scan(),
                                then,
                                Recollection.of(entry.before()),
                                Locale.forLanguageTag(given.locale() == null ? "en" : given.locale())));
        Verdict bare = given.answered(entry.scan().at(), 0);
        return new Explained(
                sighted.key().edge(),
                sighted.key().generation(),
                sighted.key().sequence(),
                entry.scan(),
                given,
                bare.equals(explanation.verdict().answered(entry.scan().at(), 0)),
                decider.known(),
                explanation,
                database.read(connection -> verdicts.of(connection, sighted.key())).stream()
                        .map(one -> new Explained.Again(one.at(), one.actor(), one.was(), one.verdict()))
                        .toList());
    }
}
