package org.quaymark.edge.journal;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.reading.Code;
import org.quaymark.inspection.reading.Identification;
import org.quaymark.inspection.reading.Scan;

/** Scans and verdicts to write, and a journal to write them to. */
public final class Entries {
    /** The device they are of. */
    public static final DeviceId DEVICE = new DeviceId("HAM1", "dock-3", "hand-7");

    private static final Instant AT = Instant.parse("2026-11-21T10:15:30.123Z");

    private Entries() {}

    public static SqliteJournal open(Path directory) {
        return open(directory, JournalSettings.DEFAULT);
    }

    public static SqliteJournal open(Path directory, JournalSettings settings) {
        return SqliteJournal.open(
                directory.resolve("journal.db"), settings, Clock.systemUTC(), new SimpleMeterRegistry());
    }

    public static Draft.Sighting sighting(String id, Effect effect) {
        return sighting(id, effect, Identification.NONE);
    }

    /** A scan of goods that were identified so. */
    public static Draft.Sighting sighting(String id, Effect effect, Identification identified) {
        Scan scan = new Scan(
                id,
                AT,
                DEVICE.site(),
                DEVICE.dock(),
                DEVICE.device(),
                List.of(new Code("]C0RR473124829GB", null)),
                null,
                null,
                null);
        Verdict verdict = new Verdict(
                id,
                effect,
                List.of(),
                identified,
                new Verdict.ReadingReport(null, List.of(), 1),
                null,
                "…",
                "en",
                new Verdict.RegistryState(1, 0),
                "standard-1",
                AT,
                100);
        return new Draft.Sighting(scan, verdict, null);
    }

    public static Appended append(SqliteJournal journal, String id) {
        return journal.append(sighting(id, Effect.PASS)).toCompletableFuture().join();
    }
}
