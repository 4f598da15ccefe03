package org.quaymark.hub.retro;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.registry.RegistryAtHead;
import org.quaymark.hub.registry.UnitKey;
import org.quaymark.hub.storage.StorageFailure;
import org.quaymark.inspection.decision.Recollection;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.inspection.reading.Identification;
import org.quaymark.inspection.registry.Registry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides sightings again: the journal entry's scan and what was known before it, by the policy of its edge, against the
 * registry of today.
 */
@Singleton
final class Redecision {
    private static final Logger LOG = LoggerFactory.getLogger(Redecision.class);

    private final EdgePolicies policies;

    Redecision(EdgePolicies policies) {
        this.policies = policies;
    }

    /**
     * A sighting and what it would be told now.
     *
     * @param policyKnown whether by its edge's own policy
     */
    record Redecided(Sighted sighted, Verdict verdict, boolean policyKnown) {}

    /** All of them that can be. */
    List<Redecided> decide(List<Sighted> sightings, RegistryAtHead registry) {
        expect(sightings, registry);
        Registry others = new WithoutOwnInterceptions(registry);
        List<Redecided> decided = new ArrayList<>();
        for (Sighted sighted : sightings) {
            Redecided again = decideOrNot(sighted, others);
            if (again != null) {
                decided.add(again);
            }
        }
        return decided;
    }

    /** An entry that cannot be decided is one; the others are decided all the same. */
    private @Nullable Redecided decideOrNot(Sighted sighted, Registry registry) {
        try {
            return decide(sighted, registry);
        } catch (StorageFailure e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("Entry {} cannot be decided again: {}", sighted.key(), e.toString());
            return null;
        }
    }

    private static void expect(List<Sighted> sightings, RegistryAtHead registry) {
        List<UnitKey> units = new ArrayList<>();
        List<String> parcels = new ArrayList<>();
        for (Sighted sighted : sightings) {
            if (sighted.gtin() != null && sighted.serial() != null) {
                units.add(new UnitKey(sighted.gtin(), sighted.serial()));
            }
            if (sighted.parcel() != null) {
                parcels.add(sighted.parcel());
            }
        }
        registry.expect(units, parcels);
    }

    /** Null where nothing can be concluded: the entry is not whole, or today something else would be read. */
    private @Nullable Redecided decide(Sighted sighted, Registry registry) {
        JournalEntry.Sighting entry = sighted.entry();
        if (entry == null || entry.scan() == null || entry.scan().at() == null || entry.verdict() == null) {
            return null;
        }
        Verdict given = entry.verdict();
        EdgePolicies.Decider decider = policies.decider(sighted.key(), given);
        Verdict verdict = decider.inspector()
                .inspect(entry.scan(), registry, Recollection.of(entry.before()), Locale.forLanguageTag(locale(given)));
        return isSameItem(given.identified(), verdict.identified())
                ? new Redecided(sighted, verdict, decider.known())
                : null;
    }

    private static String locale(Verdict given) {
        return given.locale() == null ? "en" : given.locale();
    }

    private static boolean isSameItem(@Nullable Identification then, Identification now) {
        return then != null
                && Objects.equals(then.gtin(), now.gtin())
                && Objects.equals(then.lot(), now.lot())
                && Objects.equals(then.serial(), now.serial())
                && Objects.equals(then.parcel(), now.parcel());
    }
}
