package org.quaymark.edge.device;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.DeviceId;
import org.quaymark.edge.journal.Draft;
import org.quaymark.edge.journal.Journal;
import org.quaymark.edge.journal.SqliteJournal;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.device.DeviceReadings;
import org.quaymark.inspection.device.SelfTest;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.reading.keyboard.CalibratedDevice;
import org.quaymark.inspection.reading.keyboard.DeviceProfile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The site's devices. Thread-safe: readings are counted on the journal's thread, profiles change on the scan thread only (so
 * that the journal has the change between the verdicts before it and those after it), and a thread of its own writes to the
 * disk and reports to the journal each second.
 */
public final class Devices implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Devices.class);

    private final DeviceSettings settings;
    private final Clock clock;
    private final DeviceStore store;
    private final Roster roster;
    private final Profiles profiles;
    private final Reports reports;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "devices"));
    private volatile Consumer<DeviceId> listener = device -> {};
    private final AtomicLong changes = new AtomicLong();
    private long through;
    private long flushes;

    private Devices(DeviceSettings settings, Clock clock, DeviceStore store, DeviceStore.Stored stored) {
        this.settings = settings;
        this.clock = clock;
        this.store = store;
        this.roster = new Roster(settings.most());
        this.profiles = new Profiles(clock);
        this.reports = new Reports(settings.reportEvery());
        this.through = stored.through();
        this.flushes = clock.millis();
        roster.load(stored.devices());
        stored.devices().forEach(profiles::load);
    }

    /** Opens what is kept of the devices. */
    public static Devices open(Path file, DeviceSettings settings, Clock clock) throws IOException {
        DeviceStore store = DeviceStore.open(file);
        try {
            return new Devices(settings, clock, store, store.read());
        } catch (SQLException e) {
            throw new IOException("reading " + file + ": " + e.getMessage(), e);
        }
    }

    /** Counts what the journal has beyond what was counted, and goes on from there. Before anything is scanned. */
    public void catchUp(SqliteJournal journal) {
        new CatchUp(journal).after(through(), this::replay);
        synchronized (this) {
            through = journal.state().sequence();
        }
    }

    /** Begins to write and report. */
    public void start(Journal journal) {
        var unused = thread.scheduleWithFixedDelay(() -> tick(journal), 1, 1, TimeUnit.SECONDS);
    }

    /** Who is told of a device whose notice or profile changed; must neither wait nor throw. */
    public void onChange(Consumer<DeviceId> newListener) {
        listener = newListener;
    }

    /** A scan's verdict is on disk, under that number. */
    public void scanned(long sequence, Scan scan, Verdict verdict) {
        DeviceId device = id(scan);
        boolean noticed;
        synchronized (this) {
            DeviceState before = known(device, verdict.at());
            DeviceReadings readings = before.readings().with(scan, verdict, settings.notice());
            roster.put(device, before.read(readings));
            through = Math.max(through, sequence);
            noticed = !Objects.equals(before.readings().notice(), readings.notice());
        }
        if (noticed) {
            tell(device);
        }
    }

    /** A device said how it is. */
    public synchronized void said(DeviceId device, String status) {
        DeviceState before = known(device, clock.instant());
        if (!before.status().equals(status)) {
            roster.put(device, before.said(status));
        }
    }

    /** What the scan's device does to codes; null where nothing is known. Neither locks nor waits. */
    public @Nullable CalibratedDevice calibration(Scan scan) {
        return profiles.of(scan);
    }

    /** What a device does to codes; null where nothing is known. Neither locks nor waits. */
    public @Nullable CalibratedDevice calibration(DeviceId device) {
        return profiles.of(device);
    }

    /** A scan was decided and its verdict is on its way to the journal: a profile that it speaks against may be forgotten. */
    public void decided(Scan scan, Verdict verdict, Journal journal) {
        DeviceId device = id(scan);
        synchronized (this) {
            DeviceState before = roster.of(device);
            if (before == null || !before.hasProfile()) {
                return;
            }
            DeviceState next = profiles.checked(before, scan, verdict);
            if (next == before) {
                return;
            }
            roster.put(device, next);
            if (next.hasProfile()) {
                return;
            }
        }
        change(device, null, "reads-clean", journal);
    }

    /** Begins a self-test: which codes are to be scanned. On the scan thread. */
    public SelfTest beginTest(DeviceId device) {
        return profiles.begin(device);
    }

    /** Takes a self-test code, however it arrived; what it taught is used and journalled from here on. On the scan thread. */
    public SelfTest test(DeviceId device, String reported, Journal journal) {
        Profiles.Learned learned = profiles.take(device, reported);
        if (learned.test().step() == SelfTest.Step.LEARNED) {
            change(device, learned.profile(), "learned", journal);
        } else if (learned.test().step() == SelfTest.Step.IN_ORDER && calibrated(device)) {
            change(device, null, "in-order", journal);
        }
        return learned.test();
    }

    /** Grows with each notice and profile that comes or goes. */
    public long changes() {
        return changes.get();
    }

    /** One device, null where nothing was heard of it. */
    public synchronized @Nullable DeviceState of(DeviceId device) {
        return roster.of(device);
    }

    /** All devices, the one least lately heard of first. */
    public synchronized Map<DeviceId, DeviceState> all() {
        return roster.all();
    }

    private void change(DeviceId device, @Nullable DeviceProfile profile, String reason, Journal journal) {
        for (DeviceId oldest : profile == null ? List.<DeviceId>of() : tooMany(device)) {
            change(oldest, null, "too-many", journal);
        }
        set(device, profile, clock.instant());
        journal.append(new Draft.Calibrated(device, profile, reason)).whenComplete((done, failure) -> {
            if (failure != null) {
                log.warn("The profile of {} ({}) is used and not journalled", device.key(), reason, failure);
            }
        });
        log.info("Profile of {}: {}", device.key(), reason);
        tell(device);
    }

    private void tell(DeviceId device) {
        changes.incrementAndGet();
        listener.accept(device);
    }

    private synchronized List<DeviceId> tooMany(DeviceId device) {
        List<DeviceId> calibrated = roster.calibrated().stream()
                .filter(other -> !other.equals(device))
                .toList();
        return calibrated.subList(0, Math.max(0, calibrated.size() + 1 - settings.mostCalibrated()));
    }

    private synchronized void set(DeviceId device, @Nullable DeviceProfile profile, Instant at) {
        roster.put(device, known(device, at).calibrated(profile, profile == null ? null : at));
        profiles.set(device, profile);
    }

    private synchronized boolean calibrated(DeviceId device) {
        DeviceState state = roster.of(device);
        return state != null && state.hasProfile();
    }

    private void replay(long sequence, JournalEntry entry) {
        if (entry instanceof JournalEntry.Sighting sighting) {
            scanned(sequence, sighting.scan(), sighting.verdict());
        } else if (entry instanceof JournalEntry.Calibrated change) {
            set(new DeviceId(change.site(), change.dock(), change.device()), change.profile(), change.at());
        }
    }

    private DeviceState known(DeviceId device, Instant since) {
        DeviceState state = roster.of(device);
        return state == null ? DeviceState.unknown(since) : state;
    }

    private synchronized long through() {
        return through;
    }

    private void tick(Journal journal) {
        try {
            reports.tell(flush(), journal, clock.instant());
        } catch (RuntimeException e) {
            log.error("Keeping the devices failed", e);
        }
    }

    /** Writes what changed; where it cannot be written it is tried again, and after a restart the journal has it. */
    private Map<DeviceId, @Nullable DeviceState> flush() {
        Map<DeviceId, @Nullable DeviceState> changed;
        long counted;
        synchronized (this) {
            changed = roster.takeChanged();
            counted = through;
        }
        if (!changed.isEmpty()) {
            try {
                store.write(counted, changed, flushes++);
            } catch (SQLException e) {
                log.error("The devices could not be written; trying again", e);
                synchronized (this) {
                    roster.giveBack(changed);
                }
            }
        }
        return changed;
    }

    private static DeviceId id(Scan scan) {
        return new DeviceId(scan.site(), scan.dock(), scan.device());
    }

    /** Writes what is not written yet. */
    @Override
    public void close() throws SQLException {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                log.warn("Writing the devices takes long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        flush();
        store.close();
    }
}
