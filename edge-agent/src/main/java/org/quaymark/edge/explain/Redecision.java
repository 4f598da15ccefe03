package org.quaymark.edge.explain;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.registry.PastRegistry;
import org.quaymark.inspection.decision.Explanation;
import org.quaymark.inspection.decision.Inspector;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.inspection.decision.Recollection;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.inspection.registry.Registry;

/** Decides entries of the journal again, from what they were decided from. */
final class Redecision {
    private final PastRegistry registry;
    private final Inputs inputs;

    Redecision(PastRegistry registry, Inputs inputs) {
        this.registry = registry;
        this.inputs = inputs;
    }

    /** Why an entry cannot be decided from the same inputs any more, null where it can. */
    @Nullable
    String problem(JournalEntry.Sighting entry) {
        Verdict verdict = entry.verdict();
        if (inputs.policy(verdict.policy()) == null) {
            return "the policy " + verdict.policy() + " is not known here";
        }
        // Nothing of a registry that nobody had vouched for was looked at.
        return verdict.registry().ageSeconds() < 0
                ? null
                : registry.problem(verdict.registry().sequence(), verdict.at());
    }

    /** The verdict that the entry's inputs give under its own policy, or another one. */
    Verdict verdict(JournalEntry.Sighting entry, @Nullable Policy other) {
        Verdict then = entry.verdict();
        return new Inspector(other == null ? policyOf(then) : other)
                .inspect(entry.scan(), registryOf(entry), Recollection.of(entry.before()), locale(then))
                .answered(then.at(), then.elapsedMicros());
    }

    Explanation explanation(JournalEntry.Sighting entry) {
        Verdict then = entry.verdict();
        return new Inspector(policyOf(then))
                .explain(entry.scan(), registryOf(entry), Recollection.of(entry.before()), locale(then))
                .answered(then.at(), then.elapsedMicros());
    }

    /** Whether the entry's inputs give the verdict that was given; the sentence may be worded otherwise by another version. */
    static boolean isSame(Verdict again, Verdict then) {
        return again.verdict() == then.verdict()
                && again.findings().equals(then.findings())
                && again.identified().equals(then.identified())
                && again.reading().equals(then.reading())
                && Objects.equals(again.product(), then.product())
                && again.locale().equals(then.locale())
                && again.registry().equals(then.registry())
                && Objects.equals(again.policy(), then.policy());
    }

    private Policy policyOf(Verdict verdict) {
        Policy policy = inputs.policy(verdict.policy());
        return policy == null ? Policy.standard() : policy;
    }

    private Registry registryOf(JournalEntry.Sighting entry) {
        Verdict.RegistryState then = entry.verdict().registry();
        return registry.at(then.sequence(), then.asOf(entry.scan().at()));
    }

    private static Locale locale(Verdict verdict) {
        return Locale.forLanguageTag(verdict.locale());
    }
}
