package org.quaymark.edge.journal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quaymark.inspection.log.HashChain;

/** A journal whose file is not what was written to it. */
@Timeout(90)
class DamageTest {
    private static final int ENTRIES = 300;

    @TempDir
    Path directory;

    private void write() {
        try (SqliteJournal journal = Entries.open(directory)) {
            journal.putSetting("key.private", "secret".getBytes(StandardCharsets.UTF_8))
                    .join();
            for (int i = 1; i <= ENTRIES; i++) {
                Entries.append(journal, "s" + i);
            }
            journal.acknowledge(100).join();
        }
    }

    @Test
    @Tag("D-J11")
    void setsADamagedFileAsideAndCarriesOverWhatCanBeRead() throws IOException {
        write();
        byte[] damaged = breakAPage();
        try (SqliteJournal journal = Entries.open(directory)) {
            String told = String.valueOf(journal.state().damage());
            assertTrue(told.contains("set aside"), told);
            List<String> lines = lines(journal);
            // Most of the 200 unconfirmed ones are on other pages, and the last tells the hub of it.
            assertTrue(lines.size() > 150 && lines.size() <= 201, "carried over: " + lines.size());
            assertTrue(lines.get(lines.size() - 1).contains("journal-damaged"), lines.get(lines.size() - 1));
            assertArrayEquals("secret".getBytes(StandardCharsets.UTF_8), journal.setting("key.private"));
            assertEquals(0, journal.state().acknowledged());
            assertChained(journal);
            assertTrue(Entries.append(journal, "after").recorded());
        }
        Path aside = aside();
        // But for SQLite's own header, which counts who opened it, nothing of it was touched.
        assertArrayEquals(pages(damaged), pages(Files.readAllBytes(aside)));
        try (SqliteJournal journal = Entries.open(directory)) {
            assertNotNull(journal.state().damage(), "the alarm stays over a restart");
        }
    }

    @Test
    @Tag("D-J11")
    void setsAsideWhatIsNoDatabaseAtAll() throws IOException {
        Files.writeString(directory.resolve("journal.db"), "not a database, not even a small one".repeat(200));
        try (SqliteJournal journal = Entries.open(directory)) {
            assertNotNull(journal.state().damage());
            assertTrue(Entries.append(journal, "after").recorded());
        }
        assertTrue(Files.exists(aside()));
    }

    @Test
    @Tag("D-J12")
    void findsABitThatFlippedBeforeTheHubDoes() throws IOException {
        write();
        flipABit("\"s250\"");
        try (SqliteJournal journal = Entries.open(directory)) {
            assertNotNull(journal.state().damage());
            List<String> lines = lines(journal);
            assertTrue(lines.stream()
                    .noneMatch(line -> line.contains("\"sequence\":250,\"at\"") && line.contains("s251")));
            assertEquals(1, ENTRIES - 100 - (lines.size() - 1));
            assertChained(journal);
        }
    }

    @Test
    @Tag("D-J12")
    void setsAFileAsideThatBreaksWhileItRuns() throws IOException {
        try (SqliteJournal journal = Entries.open(directory)) {
            for (int i = 1; i <= ENTRIES; i++) {
                Entries.append(journal, "s" + i);
            }
            checkpoint();
            flipABit("\"s250\"");
            assertThrows(JournalUnusable.class, () -> journal.batchAfter(0, 1_000, Long.MAX_VALUE));
            await().atMost(Duration.ofSeconds(30)).until(() -> journal.state().damage() != null);
            assertTrue(Entries.append(journal, "after").recorded());
            assertChained(journal);
            assertNull(journal.state().problem());
        }
    }

    private void checkpoint() throws IOException {
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("journal.db"));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
    }

    private static void assertChained(SqliteJournal journal) {
        JournalBatch all = journal.batchAfter(0, 10_000, Long.MAX_VALUE);
        HashChain chain = HashChain.empty();
        all.lines().forEach(chain::append);
        assertArrayEquals(chain.head(), all.chain());
        assertEquals(1, all.first());
    }

    /** Overwrites a page in the middle of the file that holds entries. */
    private byte[] breakAPage() throws IOException {
        Path file = directory.resolve("journal.db");
        int at = indexOf(Files.readAllBytes(file), "\"s250\"") / 4_096 * 4_096;
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek(at);
            raw.write(new byte[4_096]);
        }
        return Files.readAllBytes(file);
    }

    /** One bit of an entry that is still an entry afterwards. */
    private void flipABit(String text) throws IOException {
        Path file = directory.resolve("journal.db");
        int at = indexOf(Files.readAllBytes(file), "{\"kind\":\"sighting\",\"sequence\":250");
        int inside = at + 40 + text.length();
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek(inside);
            int before = raw.read();
            raw.seek(inside);
            raw.write(before ^ 1);
        }
    }

    private static int indexOf(byte[] bytes, String text) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
        assertTrue(at > 0, text);
        return at;
    }

    private static byte[] pages(byte[] file) {
        return Arrays.copyOfRange(file, 100, file.length);
    }

    private Path aside() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("journal\\.db\\.damaged-[0-9-]+"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> lines(SqliteJournal journal) {
        return journal.batchAfter(0, 10_000, Long.MAX_VALUE).lines().stream()
                .map(line -> new String(line, StandardCharsets.UTF_8))
                .toList();
    }
}
