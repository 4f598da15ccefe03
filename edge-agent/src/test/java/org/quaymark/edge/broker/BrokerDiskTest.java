package org.quaymark.edge.broker;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ConditionFactory;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quaymark.edge.journal.SmallDisk;

/** A disk without room ends Artemis; it is to end nobody's work. */
@Timeout(90)
class BrokerDiskTest {
    private static final int KIBIBYTES = 140 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path directory;

    /** Paho's threads fail with null pointers where a connection breaks under them: that is its affair and not what is tested. */
    private static ConditionFactory patiently() {
        return await().dontCatchUncaughtExceptions().atMost(PATIENCE);
    }

    private int port;

    @Test
    @Tag("D-M14")
    void startsInMemoryOnAFullDiskAndTakesTheDiskOnceThereIsRoom() throws Exception {
        try (SmallDisk disk = SmallDisk.ofKibibytes(directory, KIBIBYTES)) {
            disk.fill();
            try (EmbeddedBroker broker = start(disk)) {
                assertNotNull(broker.warning());
                awaitEcho();
                disk.makeRoom();
                patiently().untilAsserted(() -> assertNull(broker.warning()));
                awaitEcho();
            }
        }
    }

    @Test
    @Tag("D-M14")
    void goesOnInMemoryWhenItsDiskFillsAndHasWhatWasOnItAfterwards() throws Exception {
        try (SmallDisk disk = SmallDisk.ofKibibytes(directory, KIBIBYTES);
                EmbeddedBroker broker = start(disk)) {
            assertNull(broker.warning());
            MqttAsyncClient away = connect("away", 3_600L);
            away.subscribe("kept", 1).waitForCompletion(PATIENCE.toMillis());
            away.disconnectForcibly(0, 0, false);
            publish("kept", "first".getBytes(StandardCharsets.UTF_8));
            disk.fill();
            patiently().until(() -> {
                try {
                    publish("kept", new byte[MEBIBYTE]);
                } catch (MqttException brokerGone) {
                    return broker.warning() != null;
                }
                return broker.warning() != null;
            });
            awaitEcho();

            disk.makeRoom();
            patiently().untilAsserted(() -> assertNull(broker.warning()));
            List<String> heard = new CopyOnWriteArrayList<>();
            MqttAsyncClient back = new MqttAsyncClient(broker.uri(), "away", new MemoryPersistence());
            back.setCallback(new Hearing(heard));
            back.connect(options(3_600L)).waitForCompletion(PATIENCE.toMillis());
            patiently().until(() -> heard.contains("first"));
            back.disconnectForcibly(0, 0, false);
            back.close();
        }
    }

    private EmbeddedBroker start(SmallDisk disk) throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        return EmbeddedBroker.start(disk.directory().resolve("broker"), "127.0.0.1", port);
    }

    /** Somebody says something and somebody hears it. */
    private void awaitEcho() {
        String said = UUID.randomUUID().toString();
        patiently().ignoreException(MqttException.class).until(() -> {
            List<String> heard = new CopyOnWriteArrayList<>();
            MqttAsyncClient client = new MqttAsyncClient(
                    "tcp://127.0.0.1:" + port, UUID.randomUUID().toString(), new MemoryPersistence());
            client.setCallback(new Hearing(heard));
            try {
                client.connect(options(0L)).waitForCompletion(5_000);
                client.subscribe(new MqttSubscription("echo", 1)).waitForCompletion(5_000);
                publish("echo", said.getBytes(StandardCharsets.UTF_8));
                await().atMost(Duration.ofSeconds(5)).until(() -> heard.contains(said));
                return true;
            } finally {
                client.disconnectForcibly(0, 0, false);
                client.close();
            }
        });
    }

    private void publish(String topic, byte[] payload) throws MqttException {
        MqttAsyncClient client = connect(UUID.randomUUID().toString(), 0L);
        try {
            client.publish(topic, payload, 1, false).waitForCompletion(5_000);
        } finally {
            client.disconnectForcibly(0, 0, false);
            client.close();
        }
    }

    private MqttAsyncClient connect(String id, long sessionSeconds) throws MqttException {
        MqttAsyncClient client = new MqttAsyncClient("tcp://127.0.0.1:" + port, id, new MemoryPersistence());
        client.connect(options(sessionSeconds)).waitForCompletion(5_000);
        return client;
    }

    private static MqttConnectionOptions options(long sessionSeconds) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(sessionSeconds == 0);
        options.setSessionExpiryInterval(sessionSeconds);
        return options;
    }
}
