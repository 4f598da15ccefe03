package org.quaymark.edge.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quaymark.inspection.log.HashChain;
import org.quaymark.process.json.Json;

/** A journal's next generation, the room it takes, and its times. */
class GenerationsTest {
    @TempDir
    Path directory;

    @Test
    @Tag("D-J14")
    void carriesOverWhatNoHubHasConfirmedAndNumbersItFromOne() throws IOException {
        try (SqliteJournal journal = Entries.open(directory)) {
            for (int i = 1; i <= 50; i++) {
                Entries.append(journal, "s" + i);
            }
            journal.acknowledge(30).join();
            journal.beginGeneration(Map.of("key.private", "new".getBytes(StandardCharsets.UTF_8)))
                    .join();
            assertEquals(20, journal.state().backlog());
            JournalBatch all = journal.batchAfter(0, 100, Long.MAX_VALUE);
            HashChain chain = HashChain.empty();
            for (int i = 0; i < 20; i++) {
                JsonNode entry = Json.LENIENT.readTree(all.lines().get(i));
                assertEquals(i + 1, entry.path("sequence").asInt());
                assertEquals("s" + (31 + i), entry.path("scan").path("id").asText());
                chain.append(all.lines().get(i));
            }
            assertArrayEquals(chain.head(), all.chain());
            assertTrue(Entries.append(journal, "s7").repeated(), "what was confirmed is still known");
            assertEquals(21, Entries.append(journal, "s51").sequence());
        }
        try (SqliteJournal journal = Entries.open(directory)) {
            assertEquals(21, journal.state().sequence());
            assertArrayEquals("new".getBytes(StandardCharsets.UTF_8), journal.setting("key.private"));
        }
    }

    @Test
    @Tag("D-J15")
    void givesTheSpaceOfConfirmedEntriesBackToTheDisk() throws IOException {
        Path file = directory.resolve("journal.db");
        try (SqliteJournal journal = Entries.open(directory, JournalSettings.DEFAULT.keeping(10))) {
            for (int i = 1; i <= 12_000; i++) {
                var unused = journal.append(Entries.sighting("s" + i, org.quaymark.inspection.decision.Effect.PASS));
                if (i % 1_000 == 0) {
                    unused.toCompletableFuture().join();
                }
            }
        }
        long full = Files.size(file);
        try (SqliteJournal journal = Entries.open(directory, JournalSettings.DEFAULT.keeping(10))) {
            for (long through = 2_000; through <= 12_000; through += 500) {
                journal.acknowledge(through).join();
            }
        }
        long spare = JournalSchema.SPARE_PAGES * 4_096L;
        assertTrue(full > spare + (2 << 20) && Files.size(file) < spare + (1 << 20), full + " → " + Files.size(file));
    }

    @Test
    @Tag("D-J17")
    void saysHowFarTheClockWasOff() throws IOException {
        try (SqliteJournal journal = Entries.open(directory)) {
            journal.clockIsOff(Duration.ofSeconds(1));
            Entries.append(journal, "right");
            journal.clockIsOff(Duration.ofMinutes(-7));
            Entries.append(journal, "fast");
            var lines = journal.batchAfter(0, 10, Long.MAX_VALUE).lines();
            assertTrue(
                    Json.LENIENT.readTree(lines.get(0)).path("clockOffMillis").isMissingNode());
            assertEquals(
                    -420_000,
                    Json.LENIENT.readTree(lines.get(1)).path("clockOffMillis").asLong());
            assertNotNull(journal.entryOf(Entries.DEVICE, "fast"));
        }
    }
}
