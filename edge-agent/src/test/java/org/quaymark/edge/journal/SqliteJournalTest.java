package org.quaymark.edge.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.log.HashChain;

class SqliteJournalTest {
    @TempDir
    Path directory;

    @Test
    @Tag("D-J2")
    void numbersWithoutGapsAndChains() {
        try (SqliteJournal journal = Entries.open(directory)) {
            List<CompletableFuture<Appended>> all = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                all.add(journal.append(Entries.sighting("s" + i, Effect.PASS)).toCompletableFuture());
            }
            all.forEach(CompletableFuture::join);
            JournalBatch batch = journal.batchAfter(0, 1_000, Long.MAX_VALUE);
            assertEquals(500, batch.lines().size());
            HashChain chain = HashChain.empty();
            batch.lines().forEach(chain::append);
            assertArrayEquals(chain.head(), batch.chain());
            assertEquals(500, journal.backlog());
        }
        try (SqliteJournal journal = Entries.open(directory)) {
            assertEquals(501, Entries.append(journal, "s500").sequence());
        }
    }

    @Test
    @Tag("D-J3")
    void givesAScanThatComesAgainItsFirstVerdictAlsoAfterARestart() {
        try (SqliteJournal journal = Entries.open(directory)) {
            assertFalse(Entries.append(journal, "s1").repeated());
            assertIsTheFirstVerdict(journal);
        }
        try (SqliteJournal journal = Entries.open(directory)) {
            assertIsTheFirstVerdict(journal);
            assertEquals(1, journal.state().sequence());
            assertNotNull(journal.entryOf(Entries.DEVICE, "s1"));
            assertNull(journal.entryOf(new DeviceId("HAM1", "dock-3", "hand-8"), "s1"));
        }
    }

    private static void assertIsTheFirstVerdict(SqliteJournal journal) {
        Appended again = journal.append(Entries.sighting("s1", Effect.HOLD))
                .toCompletableFuture()
                .join();
        assertTrue(again.repeated());
        assertEquals(Effect.PASS, Objects.requireNonNull(again.earlier()).verdict());
    }

    @Test
    @Tag("D-J4")
    void freesRoomByTheReceipt() {
        JournalSettings small = JournalSettings.DEFAULT.withLimitBytes(4_000);
        try (SqliteJournal journal = Entries.open(directory, small)) {
            int recorded = 0;
            while (journal.state().problem() == null) {
                Entries.append(journal, "s" + recorded++);
            }
            journal.acknowledge(recorded).join();
            assertEquals(0, journal.backlog());
            assertEquals(0, journal.state().backlogBytes());
            assertEquals(recorded + 1, Entries.append(journal, "late").sequence());
            assertNull(journal.state().problem());
        }
    }

    @Test
    void keepsConfirmedEntriesForAWhileOnly() {
        JournalSettings few = JournalSettings.DEFAULT.keeping(10);
        try (SqliteJournal journal = Entries.open(directory, few)) {
            for (int i = 1; i <= 50; i++) {
                Entries.append(journal, "s" + i);
            }
            journal.acknowledge(45).join();
            assertNull(journal.entryOf(Entries.DEVICE, "s40"));
            assertNotNull(journal.entryOf(Entries.DEVICE, "s41"));
            assertEquals(46, journal.batchAfter(45, 100, Long.MAX_VALUE).first());
        }
    }

    @Test
    void keepsAReceiptOverARestart() {
        try (SqliteJournal journal = Entries.open(directory)) {
            Entries.append(journal, "s1");
            Entries.append(journal, "s2");
            journal.acknowledge(1).join();
        }
        try (SqliteJournal journal = Entries.open(directory)) {
            assertEquals(1, journal.state().acknowledged());
            assertEquals(1, journal.backlog());
        }
    }

    @Test
    void isForItsOwnersEyesOnly() throws Exception {
        Entries.open(directory).close();
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("journal.db"))));
    }
}
