package org.quaymark.edge.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersTest {
    @TempDir
    Path directory;

    private static DeadLetter letter(int number, int bytes) {
        return new DeadLetter(
                0, Instant.parse("2026-11-21T10:15:30.123Z"), "topic/" + number, new byte[bytes], "{}", "a bug", 2);
    }

    @Test
    @Tag("D-M4")
    void keepsALetterWholeOverARestartUntilItIsRemoved() {
        try (SqliteJournal journal = Entries.open(directory)) {
            journal.deadLetters().put(letter(1, 5_000)).toCompletableFuture().join();
        }
        try (SqliteJournal journal = Entries.open(directory)) {
            DeadLetter kept = journal.deadLetters().newest(10).get(0);
            assertArrayEquals(new byte[5_000], kept.payload());
            journal.deadLetters().failedAgain(kept.id(), "another bug").join();
            DeadLetter again = Objects.requireNonNull(journal.deadLetters().find(kept.id()));
            assertEquals(3, again.attempts());
            assertEquals("another bug", again.reason());
            assertTrue(journal.deadLetters().remove(kept.id()).join());
            assertFalse(journal.deadLetters().remove(kept.id()).join());
            assertNull(journal.deadLetters().find(kept.id()));
        }
    }

    @Test
    @Tag("D-M4")
    void dropsTheOldestBeyondTheBoundAndCountsThat() {
        try (SqliteJournal journal = Entries.open(directory)) {
            for (int i = 1; i <= 10; i++) {
                journal.deadLetters()
                        .put(letter(i, 8 << 20))
                        .toCompletableFuture()
                        .join();
            }
            assertEquals(8, journal.deadLetters().count());
            assertEquals(2, journal.deadLetters().dropped());
            assertEquals("topic/10", journal.deadLetters().newest(1).get(0).topic());
        }
    }
}
