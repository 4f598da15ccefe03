package org.quaymark.edge;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quaymark.edge.history.Memory;
import org.quaymark.edge.journal.Draft;
import org.quaymark.edge.journal.Entries;
import org.quaymark.edge.journal.SmallDisk;
import org.quaymark.edge.journal.SqliteJournal;
import org.quaymark.edge.registry.Changes;
import org.quaymark.edge.registry.Replica;
import org.quaymark.edge.registry.ReplicaUnusable;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.reading.Identification;
import org.quaymark.inspection.registry.InMemoryRegistry;

/** What else than the journal is on the edge's disk goes on by itself once a full disk has room again. */
@Timeout(60)
class FullDiskTest {
    private static final int KIBIBYTES = 4_096;
    private static final String SHOE = "09506000134352";
    private static final int MANY = 100_000;

    @TempDir
    private Path directory;

    @Test
    @Tag("D-J18")
    void theReplicaTakesChangesAgain() throws Exception {
        try (SmallDisk disk = SmallDisk.ofKibibytes(directory, KIBIBYTES)) {
            Path file = disk.directory().resolve("registry.db");
            Changes changes = new Changes();
            try (Replica replica = Replica.open(file, Clock.systemUTC())) {
                changes.fill(replica);
                disk.fill();
                assertThrows(ReplicaUnusable.class, () -> {
                    for (int i = 0; i < MANY; i++) {
                        changes.serials(replica, "FULL" + i);
                    }
                });
                disk.makeRoom();
                changes.serials(replica, "AFTER");
                assertNotNull(replica.current().unit(SHOE, "AFTER"));
            }
            try (Replica replica = Replica.open(file, Clock.systemUTC())) {
                assertNotNull(replica.current().unit(SHOE, "AFTER"));
            }
        }
    }

    @Test
    @Tag("D-J18")
    void theIndexOfTheJournalIsKeptAgain() throws Exception {
        try (SmallDisk disk = SmallDisk.ofKibibytes(directory, KIBIBYTES);
                SqliteJournal journal = Entries.open(directory);
                Memory memory = Memory.open(
                        disk.directory().resolve("history.db"), journal, "DE", scan -> null, InMemoryRegistry::new)) {
            seen(journal, "BEFORE");
            awaitIndexed(memory, "BEFORE");
            disk.fill();
            for (int i = 0; i < 2_000; i++) {
                var unused = journal.append(sighting("FULL" + i));
            }
            seen(journal, "DURING");
            assertEquals(List.of(), memory.history().sightingsOf(SHOE, "DURING"));
            disk.makeRoom();
            awaitIndexed(memory, "DURING");
            seen(journal, "AFTER");
            awaitIndexed(memory, "AFTER");
        }
    }

    private static void seen(SqliteJournal journal, String serial) {
        journal.append(sighting(serial)).toCompletableFuture().join();
    }

    private static void awaitIndexed(Memory memory, String serial) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(
                        1, memory.history().sightingsOf(SHOE, serial).size()));
    }

    private static Draft.Sighting sighting(String serial) {
        return Entries.sighting("s-" + serial, Effect.PASS, new Identification(SHOE, null, serial, null, null, null));
    }
}
