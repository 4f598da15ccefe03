package org.quaymark.process.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SteadyLinksTest {
    private static final String CLIENT = "steady-links-test";

    /** As a proxy does whose broker is away: without this each try leaves a thread that looks for its reader for ever. */
    @Test
    void leavesNoThreadWhereTheOtherSideClosesAtOnce() throws Exception {
        try (ServerSocket closing = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread closer = new Thread(() -> closeAll(closing));
            closer.setDaemon(true);
            closer.start();
            for (int i = 0; i < 5; i++) {
                MqttAsyncClient client = new MqttAsyncClient(
                        SteadyLinks.to("tcp://127.0.0.1:" + closing.getLocalPort()), CLIENT, new MemoryPersistence());
                assertThrows(MqttException.class, () -> client.connect().waitForCompletion(10_000));
                client.close(true);
            }
        }
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertEquals(List.of(), threadsOfPaho()));
    }

    @Test
    void refusesWhatPahoRefuses() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new MqttAsyncClient(SteadyLinks.to("nothing://here"), CLIENT, new MemoryPersistence()));
    }

    private static void closeAll(ServerSocket closing) {
        try {
            while (!closing.isClosed()) {
                Socket socket = closing.accept();
                socket.close();
            }
        } catch (IOException ended) {
            // the test is over
            assert ended != null;
        }
    }

    private static List<String> threadsOfPaho() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains(CLIENT))
                .toList();
    }
}
