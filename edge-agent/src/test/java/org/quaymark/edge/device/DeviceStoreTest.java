package org.quaymark.edge.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quaymark.edge.journal.DeviceId;
import org.quaymark.edge.journal.SmallDisk;

@Timeout(60)
class DeviceStoreTest {
    private static final DeviceState STATE = DeviceState.unknown(Instant.parse("2026-11-25T06:00:00Z"));

    @TempDir
    private Path directory;

    @Test
    @Tag("D-J18")
    void writesAgainOnceAFullDiskHasRoom() throws Exception {
        try (SmallDisk disk = SmallDisk.ofKibibytes(directory, 4_096)) {
            Path file = disk.directory().resolve("devices.db");
            try (DeviceStore store = DeviceStore.open(file)) {
                disk.fill();
                assertThrows(SQLException.class, () -> {
                    for (int i = 0; i < 100_000; i++) {
                        write(store, i);
                    }
                });
                disk.makeRoom();
                write(store, 100_001);
                write(store, 100_002);
            }
            try (DeviceStore store = DeviceStore.open(file)) {
                assertEquals(100_002, store.read().through());
            }
        }
    }

    private static void write(DeviceStore store, int through) throws SQLException {
        store.write(through, Map.of(new DeviceId("HAM1", "dock-1", "hand-" + through), STATE), through);
    }
}
