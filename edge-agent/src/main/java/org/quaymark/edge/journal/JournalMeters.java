package org.quaymark.edge.journal;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;

/** The journal in figures. */
final class JournalMeters {
    private JournalMeters() {}

    static void of(
            JournalGauge gauge,
            Unrecorded unrecorded,
            Collection<?> queue,
            DeadLetters deadLetters,
            MeterRegistry meters) {
        FunctionCounter.builder(
                        "quaymark.journal.not.recorded", gauge, g -> g.state().notRecorded())
                .register(meters);
        FunctionCounter.builder("quaymark.journal.lost", gauge, g -> g.state().lost())
                .register(meters);
        Gauge.builder("quaymark.journal.unrecorded", unrecorded, Unrecorded::size)
                .register(meters);
        Gauge.builder("quaymark.journal.warning.percent", gauge, g -> g.state().warning())
                .register(meters);
        Gauge.builder("quaymark.journal.damaged", gauge, g -> g.state().damage() == null ? 0 : 1)
                .register(meters);
        FunctionCounter.builder("quaymark.deadletters.dropped", deadLetters, DeadLetters::dropped)
                .register(meters);
        Gauge.builder("quaymark.journal.backlog", gauge, g -> g.state().backlog())
                .register(meters);
        Gauge.builder("quaymark.journal.backlog.bytes", gauge, JournalGauge::backlogBytes)
                .register(meters);
        Gauge.builder("quaymark.journal.queue", queue, Collection::size).register(meters);
    }
}
