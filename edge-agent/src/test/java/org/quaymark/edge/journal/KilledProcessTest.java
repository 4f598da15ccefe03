package org.quaymark.edge.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.log.HashChain;

/** A process that appends and says so is killed: what it said is on disk. */
class KilledProcessTest {
    private static final int TOLD = 2_000;

    @TempDir
    Path directory;

    @RepeatedTest(3)
    @Tag("D-J1")
    void losesNothingThatWasTold() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Appending.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> told = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                told.add(line);
                if (told.size() == TOLD) {
                    // Not Process.destroyForcibly: that closes the stream before what was told is read.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        // The last line may be cut.
        told.remove(told.size() - 1);
        try (SqliteJournal journal = Entries.open(directory)) {
            for (String id : told) {
                assertNotNull(journal.entryOf(Entries.DEVICE, id), id);
            }
            long last = journal.state().sequence();
            JournalBatch all = journal.batchAfter(0, Integer.MAX_VALUE, Long.MAX_VALUE);
            assertEquals(last, all.lines().size());
            HashChain chain = HashChain.empty();
            all.lines().forEach(chain::append);
            assertArrayEquals(chain.head(), all.chain());
            assertEquals(last + 1, Entries.append(journal, "after").sequence());
        }
    }

    /** The process that is killed. */
    static final class Appending {
        private Appending() {}

        public static void main(String[] args) throws InterruptedException {
            Semaphore waiting = new Semaphore(200);
            SqliteJournal journal = Entries.open(Path.of(args[0]));
            for (int i = 0; i < 1_000_000; i++) {
                String id = "s" + i;
                waiting.acquire();
                var unused = journal.append(Entries.sighting(id, Effect.PASS)).thenAccept(appended -> {
                    System.out.println(id);
                    waiting.release();
                });
            }
        }
    }
}
