package org.quaymark.edge.journal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quaymark.inspection.decision.Effect;

/** A journal that cannot be written: verdicts go on, and what they said is recorded later, once each. */
@Timeout(90)
class OutageTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @Test
    @Tag("D-J6")
    void recordsLaterWhatItsLimitKeptOut() {
        try (SqliteJournal journal = Entries.open(directory, JournalSettings.DEFAULT.withLimitBytes(4_000))) {
            while (Entries.append(journal, "s" + journal.state().sequence()).recorded()) {}
            assertEquals(JournalGauge.LIMIT, journal.state().problem());
            assertEquals(1, journal.state().waiting());
            journal.acknowledge(journal.state().sequence()).join();
            await().atMost(SOON).until(() -> journal.state().waiting() == 0);
            assertNull(journal.state().problem());
            assertEachOnce(journal);
        }
    }

    @Test
    @Tag("D-J7")
    void goesOnOverAFullDiskAndRecordsLater() throws IOException {
        try (SmallDisk disk = SmallDisk.ofKibibytes(directory, 12_288);
                SqliteJournal journal = Entries.open(disk.directory())) {
            assertTrue(Entries.append(journal, "before").recorded());
            disk.fill();
            List<String> unrecorded = appendUntilUnrecorded(journal);
            assertTrue(String.valueOf(journal.state().problem()).contains("full"), journal.state()::toString);
            disk.makeRoom();
            awaitRecorded(journal, unrecorded);
        }
    }

    @Test
    @Tag("D-J7")
    void takesAReceiptInOnAFullDiskAndSoMakesRoomItself() throws IOException {
        JournalSettings few = JournalSettings.DEFAULT.keeping(1);
        try (SmallDisk disk = SmallDisk.ofKibibytes(directory, 16_384);
                SqliteJournal journal = Entries.open(disk.directory(), few)) {
            for (int i = 0; i < 2_000; i++) {
                Entries.append(journal, "first" + i);
            }
            disk.fill();
            List<String> unrecorded = appendUntilUnrecorded(journal);
            await().atMost(SOON).until(() -> {
                var done = journal.acknowledge(journal.state().sequence());
                return done.handle((nothing, failure) -> failure == null).join();
            });
            awaitRecorded(journal, unrecorded);
        }
    }

    @Test
    @Tag("D-J7")
    void givesUpWhatTheHubHasWhereTheDiskIsFullAndNothingWaitsForAReceipt() throws IOException {
        try (SmallDisk disk = SmallDisk.ofKibibytes(directory, 49_152);
                SqliteJournal journal = Entries.open(disk.directory())) {
            for (int group = 0; group < 40; group++) {
                String id = group + "-";
                CompletableFuture.allOf(IntStream.range(0, 500)
                                .mapToObj(i -> journal.append(Entries.sighting(id + i, Effect.PASS))
                                        .toCompletableFuture())
                                .toArray(CompletableFuture[]::new))
                        .join();
            }
            journal.acknowledge(journal.state().sequence()).join();
            disk.fill();
            List<String> unrecorded = appendUntilUnrecorded(journal);
            awaitRecorded(journal, unrecorded);
            assertNull(journal.state().problem());
        }
    }

    @Test
    @Tag("D-J8")
    void goesOnOverADiskThatBecameReadOnlyAndRecordsLater() throws IOException {
        try (SmallDisk disk = SmallDisk.ext4(directory);
                SqliteJournal journal = Entries.open(disk.directory())) {
            for (int i = 0; i < 20; i++) {
                assertTrue(Entries.append(journal, "before" + i).recorded());
            }
            disk.becomeReadOnly();
            List<String> unrecorded = appendUntilUnrecorded(journal);
            assertNotNull(journal.state().problem());
            disk.repair();
            awaitRecorded(journal, unrecorded);
            assertNull(journal.state().damage());
        }
    }

    @Test
    @Tag("D-J9")
    void countsAndTellsWhatItCouldNotEvenKeepInMemory() {
        JournalSettings narrow = JournalSettings.DEFAULT.withLimitBytes(4_000).withUnrecorded(2);
        try (SqliteJournal journal = Entries.open(directory, narrow)) {
            while (Entries.append(journal, "s" + journal.state().sequence()).recorded()) {}
            for (int i = 0; i < 4; i++) {
                assertFalse(Entries.append(journal, "late" + i).recorded());
            }
            assertEquals(5, journal.state().notRecorded());
            assertEquals(2, journal.state().waiting());
            assertEquals(3, journal.state().lost());
            journal.acknowledge(journal.state().sequence()).join();
            await().atMost(SOON).until(() -> lastLine(journal).contains("entries-lost"));
            assertTrue(lastLine(journal).contains("\"lost\":3"), lastLine(journal));
            assertTrue(lastLine(journal).contains("\"dock\":\"edge\""), lastLine(journal));
        }
    }

    @Test
    @Tag("D-J10")
    void givesAScanThatComesAgainDuringAnOutageItsFirstVerdictAndRecordsItOnce() {
        try (SqliteJournal journal = Entries.open(directory, JournalSettings.DEFAULT.withLimitBytes(1))) {
            assertTrue(Entries.append(journal, "s0").recorded());
            assertFalse(Entries.append(journal, "s1").recorded());
            Appended again = journal.append(Entries.sighting("s1", Effect.HOLD))
                    .toCompletableFuture()
                    .join();
            assertEquals(Effect.PASS, Objects.requireNonNull(again.earlier()).verdict());
            assertEquals(
                    0,
                    Objects.requireNonNull(journal.entryOf(Entries.DEVICE, "s1"))
                            .sequence());
            assertEquals(1, journal.state().waiting());
        }
    }

    @Test
    @Tag("D-J5")
    void warnsBeforeItIsFull() {
        try (SqliteJournal journal = Entries.open(directory, JournalSettings.DEFAULT.withLimitBytes(40_000))) {
            List<Integer> warnings = new ArrayList<>();
            while (journal.state().problem() == null) {
                Entries.append(journal, "s" + journal.state().sequence());
                int warning = journal.state().warning();
                if (warnings.isEmpty() || warnings.get(warnings.size() - 1) != warning) {
                    warnings.add(warning);
                }
            }
            assertEquals(List.of(0, 70, 85, 95), warnings);
        }
    }

    private static List<String> appendUntilUnrecorded(SqliteJournal journal) {
        List<String> unrecorded = new ArrayList<>();
        for (int i = 0; unrecorded.size() < 10; i++) {
            String id = "during" + i;
            if (!Entries.append(journal, id).recorded()) {
                unrecorded.add(id);
            }
        }
        return unrecorded;
    }

    private static void awaitRecorded(SqliteJournal journal, List<String> ids) {
        await().atMost(SOON).until(() -> journal.state().waiting() == 0);
        for (String id : ids) {
            assertTrue(
                    Objects.requireNonNull(journal.entryOf(Entries.DEVICE, id)).sequence() > 0, id);
        }
        assertEquals(0, journal.state().lost());
        assertNull(journal.state().problem());
        assertTrue(
                Entries.append(journal, "after").recorded(),
                () -> journal.state().toString());
    }

    private static void assertEachOnce(SqliteJournal journal) {
        List<String> lines = lines(journal);
        assertEquals(lines.size(), lines.stream().distinct().count());
    }

    private static String lastLine(SqliteJournal journal) {
        List<String> lines = lines(journal);
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    private static List<String> lines(SqliteJournal journal) {
        return journal.batchAfter(journal.state().acknowledged(), 10_000, Long.MAX_VALUE).lines().stream()
                .map(line -> new String(line, StandardCharsets.UTF_8))
                .toList();
    }
}
