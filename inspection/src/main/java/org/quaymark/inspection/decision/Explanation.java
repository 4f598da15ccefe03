package org.quaymark.inspection.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.Attempt;
import org.quaymark.inspection.reading.Certainty;
import org.quaymark.inspection.reading.Code;
import org.quaymark.inspection.reading.Identification;
import org.quaymark.inspection.registry.RegistryKey;

/**
 * Why a scan has its verdict: everything that {@link Inspector#inspect} looked at, in the order it did. To be written as JSON
 * and shown; nobody reads it back.
 *
 * @param verdict as it is decided from these inputs; its policy and registry sequence are the ones it was decided under
 * @param codes how each code was read, in the scan's order
 * @param facts every question to the registry, once, in the order they were asked
 * @param before what was known of earlier scans; null where that was nothing
 * @param rules every rule, whether it found something or not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
        Verdict verdict,
        List<Read> codes,
        List<Fact> facts,
        @Nullable Recollection before,
        List<Judged> rules) {
    public Explanation {
        codes = List.copyOf(codes);
        facts = List.copyOf(facts);
        rules = List.copyOf(rules);
    }

    /** The same with the times of the verdict that was given. */
    public Explanation answered(Instant at, long elapsedMicros) {
        return new Explanation(verdict.answered(at, elapsedMicros), codes, facts, before, rules);
    }

    /**
     * A code and what was made of it.
     *
     * @param identification what it was taken to name; nothing where it is in doubt
     * @param repaired the faults undone in the reading that was taken
     * @param tried the combinations of scanner faults that were undone on trial, such as {@code layout:de+caps-lock}
     * @param readings the legal ones among all attempts, the code as it came first where it is; of those the
     *     registry does not prove, at most {@value #READINGS}
     * @param attempts how many texts were looked at in all
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Read(
            Code code,
            Certainty certainty,
            Identification identification,
            List<String> repaired,
            List<String> tried,
            List<Attempt> readings,
            int attempts) {
        /** More legal readings of one code than anybody looks at. */
        static final int READINGS = 32;

        public Read {
            repaired = List.copyOf(repaired);
            tried = List.copyOf(tried);
            readings = List.copyOf(readings);
        }
    }

    /**
     * A question to the registry and its answer.
     *
     * @param question what was asked for: {@code product}, {@code unit}, {@code licences-of-product} …
     * @param asked the key or name asked for
     * @param answers the records there were; empty where there was none
     * @param changed number of the change by which there came to be no such record; null where that is not known, or there is one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fact(
            String question,
            String asked,
            List<Answer> answers,
            @Nullable Long changed) {
        public Fact {
            answers = List.copyOf(answers);
        }
    }

    /**
     * A record of the registry, as it was then.
     *
     * @param key its type and natural key: {@code product/09506000134352}; of a unit {@code serials/GTIN:SERIAL}
     * @param changed number of the change by which it came to be so; null where the registry does not know it
     * @param record in the fields of a registry line
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(String key, @Nullable Long changed, Record record) {
        static Answer of(RegistryKey key, @Nullable Long changed, Record record) {
            return new Answer(key.toString(), changed, record);
        }
    }

    /** A rule, and what it said. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Judged(FindingCode rule, Outcome outcome, List<Weighed> found) {
        public Judged {
            found = List.copyOf(found);
        }
    }

    /** What became of a rule. */
    public enum Outcome {
        /** It applies. */
        FOUND,
        /** It was judged and does not apply. */
        NOTHING_FOUND,
        /** It may not speak: the item's reading is in doubt. */
        READING_IN_DOUBT,
        /** It may not speak: nobody has vouched for the registry. */
        NO_REGISTRY
    }

    /**
     * One thing found, and how its effect came about.
     *
     * @param standard the finding's effect without any policy
     * @param decided the one that counts before caps: an interception's own, or the policy's
     * @param raised as {@code decided}, or the least that the rule allows
     * @param withRights what is left where no right is in force at the destination
     * @param effect what counts: what an authority's clearance left of that
     */
    public record Weighed(
            Map<String, String> detail,
            Effect standard,
            Effect decided,
            Effect raised,
            Effect withRights,
            Effect effect) {
        public Weighed {
            detail = Map.copyOf(detail);
        }
    }
}
