package org.quaymark.edge.broker;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerPortTest {
    @Test
    void doesNotStartWhereItsPortIsTaken(@TempDir Path directory) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            IOException refused =
                    assertThrows(IOException.class, () -> EmbeddedBroker.start(directory, "127.0.0.1", port));
            assertTrue(String.valueOf(refused.getMessage()).contains(":" + port + " did not start"));
        }
    }
}
