package org.quaymark.edge.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quaymark.edge.journal.DeviceId;
import org.quaymark.edge.journal.Draft;
import org.quaymark.edge.journal.JournalSettings;
import org.quaymark.edge.journal.SqliteJournal;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.device.NoticeRule;
import org.quaymark.inspection.device.SelfTest;
import org.quaymark.inspection.device.Trouble;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.inspection.reading.Code;
import org.quaymark.inspection.reading.Identification;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.reading.keyboard.CalibrationSheet;
import org.quaymark.inspection.reading.keyboard.KeyboardLayout;
import org.quaymark.inspection.reading.keyboard.KeyboardLayouts;
import org.quaymark.process.json.Json;

@NullUnmarked // fields are set before each test
class DevicesTest {
    private static final Instant NOW = Instant.parse("2026-11-25T06:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final DeviceId HAND = new DeviceId("HAM1", "dock-3", "hand-7");
    private static final KeyboardLayout GERMAN = KeyboardLayouts.find("de").orElseThrow();

    @TempDir
    private Path directory;

    private SqliteJournal journal;
    private Devices devices;

    @BeforeEach
    void begin() throws Exception {
        journal = SqliteJournal.open(
                directory.resolve("journal.db"), JournalSettings.DEFAULT, CLOCK, new SimpleMeterRegistry());
        devices = open(new DeviceSettings(new NoticeRule(3, 10, 4), Duration.ofMinutes(5), 10, 2));
    }

    private Devices open(DeviceSettings settings) throws Exception {
        return Devices.open(directory.resolve("devices.db"), settings, CLOCK);
    }

    private void reopen() throws Exception {
        devices.close();
        devices = open(new DeviceSettings(new NoticeRule(3, 10, 4), Duration.ofMinutes(5), 10, 2));
        devices.catchUp(journal);
    }

    @AfterEach
    void end() throws Exception {
        devices.close();
        journal.close();
    }

    @Test
    void keepsCountsAndNoticesOverARestart() throws Exception {
        for (int i = 0; i < 3; i++) {
            scan(HAND, "caps" + i, "]D2x", List.of("caps-lock"), true);
        }
        scan(HAND, "clean", "]d2x", List.of(), true);
        reopen();
        DeviceState state = devices.of(HAND);
        assertEquals("{reads=4, repaired=3, doubtful=0, unreadable=0, fault:caps-lock=3}", counts(state));
        assertEquals(Trouble.CAPS_LOCK, state.readings().notice().trouble());
    }

    @Test
    void countsWhatTheJournalHasAndNobodyWrote() throws Exception {
        scan(HAND, "a", "x", List.of(), true);
        // The process dies after the journal's commit and before the devices were told.
        append(HAND, "b", "x", List.of("caps-lock"));
        append(HAND, "c", "x", List.of());
        reopen();
        assertEquals("{reads=3, repaired=1, doubtful=0, unreadable=0, fault:caps-lock=1}", counts(devices.of(HAND)));
        reopen();
        assertEquals(3, devices.of(HAND).readings().reads(), "nothing is counted twice");
    }

    @Test
    void countsFromTheJournalAgainWhereItsFileIsBroken() throws Exception {
        scan(HAND, "a", "x", List.of(), true);
        devices.close();
        Files.writeString(directory.resolve("devices.db"), "this is no database, whatever its name says".repeat(100));
        Files.deleteIfExists(directory.resolve("devices.db-wal"));
        devices = open(new DeviceSettings(new NoticeRule(3, 10, 4), Duration.ofMinutes(5), 10, 2));
        devices.catchUp(journal);
        assertEquals(1, devices.of(HAND).readings().reads());
        assertTrue(Files.exists(directory.resolve("devices.db.unreadable")), "set aside, not deleted");
    }

    @Test
    void learnsFromTheSheetWhatADeviceChanges() throws Exception {
        assertEquals(new SelfTest(SelfTest.Step.MORE, List.of(1, 2, 3, 4, 5, 6)), devices.beginTest(HAND));
        List<String> codes = CalibrationSheet.codes();
        assertEquals(List.of(1, 2, 4, 5, 6), test(codes.get(2)).missing());
        assertEquals(List.of(1, 2, 4, 5, 6), test(codes.get(2)).missing(), "the same code again");
        test(codes.get(0));
        test(codes.get(1));
        test(codes.get(5));
        test(codes.get(4));
        assertNull(devices.calibration(HAND));
        assertEquals(SelfTest.Step.LEARNED, test(codes.get(3)).step());
        String printed = "]d20109506000134352217Q4M2K9A";
        assertEquals(
                printed,
                devices.calibration(HAND)
                        .undo(GERMAN.distort(printed))
                        .candidates()
                        .get(0)
                        .printed());
        assertTrue(devices.of(HAND).hasProfile());
        JournalEntry.Calibrated entry = (JournalEntry.Calibrated) journalled().get(0);
        assertEquals("learned", entry.reason());
        assertEquals(devices.of(HAND).profile(), entry.profile(), "the journal has the profile to the letter");
        reopen();
        assertNotNull(devices.calibration(HAND), "kept over a restart");
    }

    @Test
    void takesAProfileFromTheJournalWhereTheProcessDied() throws Exception {
        learn(HAND);
        devices.close();
        Files.delete(directory.resolve("devices.db"));
        Files.deleteIfExists(directory.resolve("devices.db-wal"));
        devices = open(new DeviceSettings(new NoticeRule(3, 10, 4), Duration.ofMinutes(5), 10, 2));
        awaitJournal(1);
        devices.catchUp(journal);
        assertNotNull(devices.calibration(HAND));
    }

    @Test
    void refusesWhatOneKeyboardCannotHaveTyped() {
        List<String> codes = CalibrationSheet.codes();
        devices.test(HAND, GERMAN.distort(codes.get(0)), journal);
        devices.test(HAND, KeyboardLayouts.find("fr").orElseThrow().distort(codes.get(1)), journal);
        devices.test(HAND, GERMAN.distort(codes.get(2)), journal);
        devices.test(HAND, GERMAN.distort(codes.get(4)), journal);
        devices.test(HAND, GERMAN.distort(codes.get(5)), journal);
        SelfTest last = devices.test(HAND, GERMAN.distort(codes.get(3)), journal);
        assertEquals(SelfTest.Step.REFUSED, last.step());
        assertNull(devices.calibration(HAND));
        assertEquals(List.of(1, 2, 4, 5, 6), test(codes.get(2)).missing(), "it begins anew");
    }

    @Test
    void keepsNoProfileOfADeviceThatIsInOrder() throws Exception {
        learn(HAND);
        for (String code : CalibrationSheet.codes()) {
            devices.test(HAND, code, journal);
        }
        assertNull(devices.calibration(HAND));
        awaitJournal(2);
        assertEquals("in-order", ((JournalEntry.Calibrated) journalled().get(1)).reason());
    }

    @Test
    void forgetsAProfileOnceTheDeviceReadsCleanAgain() throws Exception {
        learn(HAND);
        scan(HAND, "a", "]d2010950600013435221Y", List.of(), true);
        scan(HAND, "b", "]d2010950600013435221Y", List.of(), true);
        scan(HAND, "r", GERMAN.distort("]d2010950600013435221Y"), List.of("calibrated"), true);
        scan(HAND, "c", "]d2010950600013435221Y", List.of(), true);
        scan(HAND, "d", "]d2010950600013435221Y", List.of(), true);
        assertNotNull(devices.calibration(HAND), "not three in a row yet");
        scan(HAND, "e", "0109506000134352", List.of(), true);
        assertNotNull(devices.calibration(HAND), "digits arrive the same on a German keyboard");
        scan(HAND, "f", "]d2010950600013435221Y", List.of(), true);
        assertNull(devices.calibration(HAND));
        awaitJournal(8);
        JournalEntry.Calibrated forgotten = journalled().stream()
                .filter(JournalEntry.Calibrated.class::isInstance)
                .map(JournalEntry.Calibrated.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
        assertEquals("reads-clean", forgotten.reason());
        assertNull(forgotten.profile());
    }

    @Test
    void remembersABoundedNumberOfDevices() throws Exception {
        learn(HAND);
        for (int i = 0; i < 30; i++) {
            scan(new DeviceId("HAM1", "dock-3", "hand-x" + i), "s" + i, "x", List.of(), true);
        }
        assertEquals(10, devices.all().size());
        assertNotNull(devices.of(HAND), "one that is calibrated is not forgotten");
        reopen();
        assertEquals(10, devices.all().size());
    }

    @Test
    void keepsABoundedNumberOfProfilesAndJournalsWhatItForgets() throws Exception {
        learn(HAND);
        learn(new DeviceId("HAM1", "dock-3", "hand-8"));
        learn(new DeviceId("HAM1", "dock-3", "hand-9"));
        assertEquals(
                2,
                devices.all().values().stream().filter(DeviceState::hasProfile).count());
        awaitJournal(4);
        assertEquals(
                1,
                journalled().stream()
                        .filter(entry -> entry instanceof JournalEntry.Calibrated one
                                && one.reason().equals("too-many"))
                        .count());
    }

    @Test
    void remembersABoundedNumberOfSelfTests() {
        SelfTests tests = new SelfTests();
        for (int i = 0; i < SelfTests.MOST + 50; i++) {
            tests.begin(new DeviceId("HAM1", "dock-3", "d" + i), NOW);
        }
        assertEquals(SelfTests.MOST, tests.size());
    }

    @Test
    void tellsTheJournalOfANoticeAtOnceAndOfCountsFromTimeToTime() throws Exception {
        devices.start(journal);
        scan(HAND, "first", "x", List.of(), true);
        awaitHealth(1);
        for (int i = 0; i < 3; i++) {
            scan(HAND, "caps" + i, "]D2x", List.of("caps-lock"), true);
        }
        awaitHealth(2);
        JournalEntry.DeviceHealth noticed = health().get(1);
        assertEquals(Trouble.CAPS_LOCK, noticed.notice().trouble());
        assertEquals(4L, noticed.counts().get("reads"));
        assertEquals(NOW, noticed.since());
        assertFalse(health().size() > 2);
    }

    private static String counts(DeviceState state) {
        return state.readings().counts().toString();
    }

    private SelfTest test(String code) {
        return devices.test(HAND, GERMAN.distort(code), journal);
    }

    private void learn(DeviceId device) {
        for (String code : CalibrationSheet.codes()) {
            devices.test(device, GERMAN.distort(code), journal);
        }
        assertNotNull(devices.calibration(device));
    }

    private long append(DeviceId device, String id, String data, List<String> faults) throws Exception {
        return journal.append(new Draft.Sighting(scanOf(device, id, data), verdict(id, faults), null))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .sequence();
    }

    private void scan(DeviceId device, String id, String data, List<String> faults, boolean told) throws Exception {
        Scan scan = scanOf(device, id, data);
        Verdict verdict = verdict(id, faults);
        devices.decided(scan, verdict, journal);
        long sequence = append(device, id, data, faults);
        if (told) {
            devices.scanned(sequence, scan, verdict);
        }
    }

    private static Scan scanOf(DeviceId device, String id, String data) {
        return new Scan(
                id,
                NOW,
                device.site(),
                device.dock(),
                device.device(),
                List.of(new Code(data, null)),
                null,
                null,
                null);
    }

    private static Verdict verdict(String id, List<String> faults) {
        return new Verdict(
                id,
                Effect.PASS,
                List.of(),
                new Identification("09506000134352", null, "Y", null, null, null),
                new Verdict.ReadingReport(null, faults, 1),
                null,
                "Go on.",
                "en",
                new Verdict.RegistryState(1, 1),
                null,
                NOW,
                1);
    }

    private void awaitJournal(long entries) {
        Awaitility.await().until(() -> journal.state().sequence() >= entries);
    }

    private void awaitHealth(int entries) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> health().size() >= entries);
    }

    private List<JournalEntry.DeviceHealth> health() {
        return journalled().stream()
                .filter(JournalEntry.DeviceHealth.class::isInstance)
                .map(JournalEntry.DeviceHealth.class::cast)
                .toList();
    }

    private List<JournalEntry> journalled() {
        awaitJournal(1);
        return journal.batchAfter(0, 1_000, 1 << 24).lines().stream()
                .map(line -> {
                    try {
                        return Json.LENIENT.readValue(line, JournalEntry.class);
                    } catch (java.io.IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }
}
