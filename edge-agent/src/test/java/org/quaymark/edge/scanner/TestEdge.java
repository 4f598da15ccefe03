package org.quaymark.edge.scanner;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.device.DeviceSettings;
import org.quaymark.edge.device.Devices;
import org.quaymark.edge.journal.DeadLetter;
import org.quaymark.edge.journal.DeviceId;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.device.NoticeRule;
import org.quaymark.inspection.device.SelfTest;
import org.quaymark.inspection.reading.Code;
import org.quaymark.inspection.reading.ControlCode;
import org.quaymark.inspection.reading.Identification;
import org.quaymark.inspection.reading.Scan;

/** The scanners' part of an edge on a real broker, with rules simple enough to see what they were given. */
final class TestEdge implements AutoCloseable {
    final MemoryJournal journal;
    final List<Scan> scanned = new CopyOnWriteArrayList<>();
    final List<ControlCode> noted = new CopyOnWriteArrayList<>();
    final List<String> statuses = new CopyOnWriteArrayList<>();
    final List<DeadLetter> letters = new CopyOnWriteArrayList<>();
    /** How many decisions are to fail from now on. */
    final AtomicInteger failures = new AtomicInteger();

    final Scanners scanners;

    final Devices devices;

    TestEdge(String uri, MemoryJournal journal, Path directory) throws IOException {
        this(MqttSettings.of(uri, "HAM1", "edge-1"), journal, directory);
    }

    TestEdge(MqttSettings settings, MemoryJournal journal, Path directory) throws IOException {
        this.journal = journal;
        this.devices = Devices.open(
                directory.resolve("devices.db"),
                DeviceSettings.of(NoticeRule.DEFAULT, Duration.ofMinutes(5)),
                Clock.systemUTC());
        this.scanners = new Scanners(
                settings,
                Duration.ofSeconds(2),
                Locale.ENGLISH,
                journal,
                scan -> new Decider.Decided(decide(scan), null),
                () -> new Verdict.RegistryState(7, 1),
                new ScanListener() {
                    @Override
                    public void scanned(Scan scan, Verdict verdict) {
                        scanned.add(scan);
                    }

                    @Override
                    public void noted(DeviceId device, ControlCode code, @Nullable SelfTest test, Instant at) {
                        noted.add(code);
                    }

                    @Override
                    public void deviceStatus(DeviceId device, String status) {
                        statuses.add(device.key() + "=" + status);
                    }
                },
                devices,
                letter -> {
                    letters.add(letter);
                    return CompletableFuture.completedFuture(null);
                },
                Clock.systemUTC());
        devices.start(journal);
        scanners.start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(scanners::isConnected);
    }

    private Verdict decide(Scan scan) {
        if (scan.codes().stream().anyMatch(code -> code.data().contains("POISON")) || failing()) {
            throw new IllegalStateException("a bug");
        }
        boolean goods =
                scan.parcel() != null || scan.codes().stream().map(Code::data).anyMatch(TestEdge::isClean);
        return new Verdict(
                scan.id(),
                goods ? Effect.PASS : Effect.RESCAN,
                goods ? List.of() : List.of(new Finding(FindingCode.READING_DOUBTFUL, Effect.RESCAN, Map.of())),
                Identification.NONE,
                new Verdict.ReadingReport(null, List.of(), 1),
                null,
                "Go on.",
                "en",
                new Verdict.RegistryState(7, 1),
                null,
                Instant.EPOCH,
                0);
    }

    private boolean failing() {
        return failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    private static boolean isClean(String data) {
        return data.contains("0109506000134352");
    }

    @Override
    public void close() throws SQLException {
        scanners.close();
        devices.close();
    }
}
