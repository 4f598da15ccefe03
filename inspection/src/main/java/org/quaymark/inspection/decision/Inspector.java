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
import org.quaymark.inspection.reading.Reader;
import org.quaymark.inspection.reading.Reading;
import org.quaymark.inspection.reading.Scan;
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

    private final Policy policy;
    private final Reader reader = new Reader();

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
        Reading reading = reader.read(scan, registry, history.calibration(scan));
        Circumstances circumstances = Circumstances.of(scan, reading, registry, history, policy.thresholds());
        List<Finding> findings = findings(circumstances);
        Effect effect = findings.isEmpty() ? Effect.PASS : findings.get(0).effect();
        Locale spoken = Sentences.spoken(locale);
        return new Verdict(
                scan.id(),
                effect,
                findings,
                reading.identification(),
                new Verdict.ReadingReport(raw(reading), reading.repaired(), reading.hypotheses()),
                name(circumstances.product()),
                Sentences.instruction(effect, findings, spoken),
                spoken.toLanguageTag(),
                new Verdict.RegistryState(registry.sequence(), ageSeconds(registry, scan.at())),
                policy.version(),
                scan.at(),
                0);
    }

    private List<Finding> findings(Circumstances c) {
        Clearance clearance = Clearance.of(c);
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : Rules.ALL) {
            if (!maySpeak(rule.subject(), c)) {
                continue;
            }
            for (Found found : rule.judge(c)) {
                findings.add(new Finding(rule.code(), effect(rule, found, clearance, c), found.detail()));
            }
        }
        findings.sort(STRENGTH);
        return findings;
    }

    /** The rule's or the policy's, then what a lapsed right and an authority's clearance leave of it. */
    private Effect effect(Rule rule, Found found, Clearance clearance, Circumstances c) {
        Effect decided = found.effect() == null ? policy.effectOf(rule.code(), c) : found.effect();
        Effect raised = decided.compareTo(found.atLeast()) < 0 ? found.atLeast() : decided;
        Subject about = found.about() == null ? rule.subject() : found.about();
        return clearance.cap(rule.code(), about, c.rights().cap(rule.code(), raised));
    }

    private static boolean maySpeak(Subject subject, Circumstances c) {
        return switch (subject) {
            case ITEM -> c.hasRegistry() && c.reading().isSure();
            case SHIPMENT -> c.hasRegistry();
            case READING, REGISTRY -> true;
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
