package org.quaymark.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.quaymark.edge.history.SiteHistory;
import org.quaymark.edge.registry.Replica;
import org.quaymark.edge.scanner.Decider;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.History;
import org.quaymark.inspection.decision.Inspector;
import org.quaymark.inspection.decision.RecordingHistory;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.reading.Code;
import org.quaymark.inspection.reading.ControlCode;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.reading.keyboard.KeyboardLayouts;
import org.quaymark.inspection.registry.Registry;

/** Decides scans against the replica as it is at that moment, and counts. */
final class Decisions implements Decider {
    private static final int WARM_UP = 300;
    private static final int ATTEMPTS = 3;

    private final Inspector inspector;
    private final Replica replica;
    private final SiteHistory history;
    private final Locale locale;
    private final Clock clock;
    private final Timer latency;
    private final Map<Effect, Counter> verdicts = new EnumMap<>(Effect.class);

    Decisions(
            Inspector inspector,
            Replica replica,
            SiteHistory history,
            Locale locale,
            Clock clock,
            MeterRegistry meters) {
        this.inspector = inspector;
        this.replica = replica;
        this.history = history;
        this.locale = locale;
        this.clock = clock;
        this.latency = Timer.builder("quaymark.decision")
                .publishPercentiles(0.5, 0.99, 0.999)
                .register(meters);
        for (Effect effect : Effect.values()) {
            verdicts.put(
                    effect,
                    Counter.builder("quaymark.verdicts")
                            .tag("verdict", effect.name())
                            .register(meters));
        }
    }

    @Override
    public Decided decide(Scan scan) {
        long start = System.nanoTime();
        Decided decided = decided(scan);
        Verdict verdict = decided.verdict();
        latency.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        Objects.requireNonNull(verdicts.get(verdict.verdict())).increment();
        history.decided(scan, verdict);
        return decided;
    }

    /** A verdict is of one state of the registry, or it could not be given again: what a change overtook is decided anew. */
    private Decided decided(Scan scan) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Registry state = replica.current();
            Decided decided = decided(scan, state);
            if (replica.isStill(state)) {
                return decided;
            }
        }
        return replica.unchanged(state -> decided(scan, state));
    }

    private Decided decided(Scan scan, Registry state) {
        RecordingHistory before = new RecordingHistory(history);
        Verdict verdict = inspector.inspect(scan, state, before, locale);
        return new Decided(verdict, before.recollection());
    }

    /** Decides some scans nobody sent, so that the first one somebody sends is not the slow one; nothing is kept of them. */
    void warmUp(String site) {
        KeyboardLayouts.all();
        ControlCode.of(new Code("none", null));
        for (int i = 0; i < WARM_UP; i++) {
            Code code = new Code("]d2010950600013435217991231" + "10L\u001D21" + i, null);
            Scan scan =
                    new Scan("warm-up-" + i, clock.instant(), site, "none", "none", List.of(code), null, null, null);
            inspector.inspect(scan, replica.current(), History.none(), locale);
        }
    }

    /** The replica's state now. */
    Verdict.RegistryState registryState() {
        Registry registry = replica.current();
        Instant asOf = registry.asOf();
        long age = asOf == null
                ? -1
                : Math.max(0, Duration.between(asOf, clock.instant()).toSeconds());
        return new Verdict.RegistryState(registry.sequence(), age);
    }
}
