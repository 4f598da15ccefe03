package org.quaymark.inspection.decision;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.Attempt;
import org.quaymark.inspection.reading.Reader;
import org.quaymark.inspection.reading.Reading;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Registry;

/**
 * From a scan to a verdict: {@code (scan, registry at a sequence, policy, what was seen before) → verdict}. Reads no clock
 * but the scan's, so the same four always give the same verdict, on the edge, on the hub and years later. Immutable and
 * thread-safe.
 */
public final class Inspector {
    /** The strongest first; among equals, the order of the finding codes. */
    private static final Comparator<Finding> STRENGTH =
            Comparator.comparing(Finding::effect).reversed().thenComparing(Finding::code);

    /** Stands for one that nobody has vouched for: a part of a registry is none. */
    private static final Registry NOTHING_KNOWN = new InMemoryRegistry();

    private final Policy policy;
    private final Reader reader = new Reader();
    private final SiteCalendar calendar = new SiteCalendar();

    public Inspector(Policy policy) {
        this.policy = policy;
    }

    /** The policy whose version its verdicts name. */
    public Policy policy() {
        return policy;
    }

    /**
     * Decides a scan. The verdict's {@code at} is the scan's and its {@code elapsedMicros} 0: who answers stamps it with
     * {@link Verdict#answered}.
     *
     * @param locale of the instruction; English where we do not speak it
     */
    public Verdict inspect(Scan scan, Registry registry, History history, Locale locale) {
        long age = ageSeconds(registry, scan.at());
        Registry asked = age < 0 ? NOTHING_KNOWN : new AskedOnce(registry);
        Reading reading = reader.read(scan, asked, history.calibration(scan), Attempt.Listener.NONE);
        Circumstances circumstances =
                Circumstances.of(scan, reading, asked, age, history, policy.thresholds(), calendar);
        Clearance clearance = Clearance.of(circumstances);
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : Rules.ALL) {
            if (silenced(rule.subject(), circumstances) == null) {
                for (Found found : rule.judge(circumstances)) {
                    Effect effect = weigh(rule, found, clearance, circumstances).effect();
                    findings.add(new Finding(rule.code(), effect, found.detail()));
                }
            }
        }
        return verdict(circumstances, findings, registry.sequence(), locale);
    }

    /**
     * Decides a scan as {@link #inspect} does, and tells how it came to that. With what was known when it was decided before,
     * the verdict is the one given then.
     */
    public Explanation explain(Scan scan, Registry registry, History history, Locale locale) {
        long age = ageSeconds(registry, scan.at());
        RecordingRegistry asked = new RecordingRegistry(age < 0 ? NOTHING_KNOWN : registry);
        RecordingHistory before = new RecordingHistory(history);
        ReadingTrace trace = new ReadingTrace();
        Reading reading = reader.read(scan, asked, before.calibration(scan), trace);
        Circumstances circumstances =
                Circumstances.of(scan, reading, asked, age, before, policy.thresholds(), calendar);
        Clearance clearance = Clearance.of(circumstances);
        List<Finding> findings = new ArrayList<>();
        List<Explanation.Judged> rules = new ArrayList<>();
        for (Rule rule : Rules.ALL) {
            Explanation.Outcome silenced = silenced(rule.subject(), circumstances);
            List<Explanation.Weighed> weighed = new ArrayList<>();
            if (silenced == null) {
                for (Found found : rule.judge(circumstances)) {
                    Explanation.Weighed one = weigh(rule, found, clearance, circumstances);
                    weighed.add(one);
                    findings.add(new Finding(rule.code(), one.effect(), found.detail()));
                }
            }
            Explanation.Outcome judged =
                    weighed.isEmpty() ? Explanation.Outcome.NOTHING_FOUND : Explanation.Outcome.FOUND;
            rules.add(new Explanation.Judged(rule.code(), silenced == null ? judged : silenced, weighed));
        }
        return new Explanation(
                verdict(circumstances, findings, registry.sequence(), locale),
                trace.codes(reading),
                asked.facts(),
                before.recollection(),
                rules);
    }

    private Verdict verdict(Circumstances c, List<Finding> findings, long sequence, Locale locale) {
        findings.sort(STRENGTH);
        Effect effect = findings.isEmpty() ? Effect.PASS : findings.get(0).effect();
        Locale spoken = Sentences.spoken(locale);
        Reading reading = c.reading();
        return new Verdict(
                c.scan().id(),
                effect,
                findings,
                reading.identification(),
                new Verdict.ReadingReport(raw(reading), reading.repaired(), reading.hypotheses()),
                name(c.product()),
                Sentences.instruction(effect, findings, spoken),
                spoken.toLanguageTag(),
                new Verdict.RegistryState(sequence, c.ageSeconds()),
                policy.version(),
                c.scan().at(),
                0);
    }

    /** The rule's or the policy's, then what a lapsed right and an authority's clearance leave of it. */
    private Explanation.Weighed weigh(Rule rule, Found found, Clearance clearance, Circumstances c) {
        Effect decided = found.effect() == null ? policy.effectOf(rule.code(), c) : found.effect();
        Effect raised = decided.compareTo(found.atLeast()) < 0 ? found.atLeast() : decided;
        Effect withRights = c.rights().cap(rule.code(), raised);
        Subject about = found.about() == null ? rule.subject() : found.about();
        return new Explanation.Weighed(
                found.detail(),
                rule.code().defaultEffect(),
                decided,
                raised,
                withRights,
                clearance.cap(rule.code(), about, withRights));
    }

    /** Why a rule about that may not speak, null where it may. */
    private static Explanation.@Nullable Outcome silenced(Subject subject, Circumstances c) {
        return switch (subject) {
            case ITEM ->
                !c.hasRegistry()
                        ? Explanation.Outcome.NO_REGISTRY
                        : c.reading().isSure() ? null : Explanation.Outcome.READING_IN_DOUBT;
            case SHIPMENT -> c.hasRegistry() ? null : Explanation.Outcome.NO_REGISTRY;
            case READING, REGISTRY -> null;
        };
    }

    private static @Nullable String raw(Reading reading) {
        return reading.source() == null
                ? null
                : Base64.getEncoder().encodeToString(reading.source().data().getBytes(StandardCharsets.UTF_8));
    }

    private static Verdict.@Nullable ProductName name(@Nullable Product product) {
        return product == null ? null : new Verdict.ProductName(product.brand(), product.name());
    }

    private static long ageSeconds(Registry registry, Instant at) {
        Instant asOf = registry.asOf();
        return asOf == null ? -1 : Math.max(0, Duration.between(asOf, at).toSeconds());
    }
}
