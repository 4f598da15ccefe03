package org.quaymark.edge.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quaymark.edge.broker.BrokerAccess;
import org.quaymark.edge.broker.EmbeddedBroker;
import org.quaymark.edge.broker.Users;
import org.quaymark.edge.tls.TestCertificate;
import org.quaymark.edge.tls.Trust;

/** Brokers that ask who comes: the embedded one by its users, Mosquitto by the example in {@code docker/mosquitto}. */
@NullUnmarked // fields are set before each test
@Timeout(120)
class AccessTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String OWN = "quaymark/v1/HAM1/dock-3/hand-7/";
    private static final String FOREIGN = "quaymark/v1/HAM1/dock-3/hand-8/";
    private static final String SCAN = "{\"id\":\"%s\",\"codes\":[{\"data\":\"0109506000134352\"}]}";

    @TempDir
    Path directory;

    private final MemoryJournal journal = new MemoryJournal();
    private final List<Client> clients = new CopyOnWriteArrayList<>();
    private AutoCloseable broker;
    private TestCertificate server;
    private TestEdge edge;
    private String uri;
    private String password;

    private void embedded() throws Exception {
        Path users = directory.resolve("users");
        password = Users.put(users, "dock-3.hand-7", "dock-3/hand-7");
        Users.put(users, "dock-3.hand-8", "dock-3/hand-8");
        BrokerAccess access = BrokerAccess.of("HAM1", users, server.certificate, server.key);
        int port = TestBroker.freePort();
        EmbeddedBroker own = EmbeddedBroker.start(directory.resolve("broker"), "127.0.0.1", port, access);
        broker = own;
        uri = "ssl://localhost:" + port;
        edge = new TestEdge(
                MqttSettings.of(own.ownUri(), "HAM1", "edge-1").as(access.ownUser(), access.ownPassword()),
                journal,
                directory);
    }

    private void mosquitto() throws Exception {
        Path passwords = directory.resolve("passwords");
        password = "a password";
        for (String user : List.of("edge-1", "dock-3.hand-7", "dock-3.hand-8")) {
            run("mosquitto_passwd", "-b", Files.exists(passwords) ? "-b" : "-c", passwords.toString(), user);
        }
        Files.copy(Path.of("..", "docker", "mosquitto", "acl.example"), directory.resolve("acl"));
        TestBroker own = TestBroker.mosquitto(
                directory,
                "cafile " + server.certificate + "\ncertfile " + server.certificate + "\nkeyfile " + server.key
                        + "\npassword_file " + passwords + "\nacl_file " + directory.resolve("acl")
                        + "\nmax_topic_alias 0\nuser root\n",
                false);
        broker = own;
        uri = "ssl://localhost:" + own.port();
        edge = new TestEdge(
                MqttSettings.of(uri, "HAM1", "edge-1")
                        .as("edge-1", password)
                        .trusting(Trust.of(server.certificate, null, null, null)),
                journal,
                directory);
    }

    private void run(String... command) throws IOException, InterruptedException {
        boolean first = command[2].equals("-c");
        ProcessBuilder builder = first
                ? new ProcessBuilder("mosquitto_passwd", "-b", "-c", command[3], command[4], password)
                : new ProcessBuilder("mosquitto_passwd", "-b", command[3], command[4], password);
        assertEquals(0, builder.redirectErrorStream(true).start().waitFor());
    }

    @AfterEach
    void end() throws Exception {
        for (Client client : clients) {
            client.close();
        }
        if (edge != null) edge.close();
        journal.close();
        if (broker != null) broker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mosquitto", "embedded"})
    @Tag("D-T3")
    void letsADeviceSpeakUnderItsOwnTopicsAndHearItsOwnVerdictsOnly(String kind) throws Exception {
        server = new TestCertificate(directory, "broker");
        if (kind.equals("embedded")) {
            embedded();
        } else {
            mosquitto();
        }
        assertThrows(MqttException.class, () -> new Client("dock-3.hand-7", "wrong"));
        assertThrows(MqttException.class, () -> new Client(null, null));

        Client device = new Client("dock-3.hand-7", password);
        device.subscribe(OWN + "verdict");
        device.send(OWN + "scan", SCAN.formatted("own-1"));
        Awaitility.await().atMost(SOON).until(() -> device.heard.size() == 1);

        Client liar = new Client("dock-3.hand-7", password);
        liar.trySend(FOREIGN + "scan", SCAN.formatted("foreign"));
        Client speaker = new Client("dock-3.hand-7", password);
        speaker.trySend(OWN + "verdict", "{}");
        Client listener = new Client("dock-3.hand-7", password);
        listener.trySubscribe(FOREIGN + "verdict");
        Client everything = new Client("dock-3.hand-7", password);
        everything.trySubscribe("quaymark/#");

        device.send(OWN + "status", "online");
        device.send(OWN + "scan", SCAN.formatted("own-2"));
        Awaitility.await().atMost(SOON).until(() -> device.heard.size() == 2);
        Awaitility.await().atMost(SOON).until(() -> edge.statuses.contains("HAM1/dock-3/hand-7=online"));
        assertEquals(
                List.of("own-1", "own-2"),
                journal.sightings().stream().map(one -> one.scan().id()).toList());
        assertTrue(listener.heard.isEmpty());
        assertTrue(everything.heard.stream().allMatch(topic -> topic.startsWith(OWN)), everything.heard.toString());
    }

    @Test
    @Tag("D-T2")
    void comesToABrokerByTlsWithACertificateOfItsOwn() throws Exception {
        server = new TestCertificate(directory, "broker");
        TestCertificate own = new TestCertificate(directory, "edge-1");
        TestBroker narrow = TestBroker.mosquitto(
                directory,
                "cafile " + own.certificate + "\ncertfile " + server.certificate + "\nkeyfile " + server.key
                        + "\nrequire_certificate true\nuse_identity_as_username true\nuser root\n",
                true);
        broker = narrow;
        edge = new TestEdge(
                MqttSettings.of("ssl://localhost:" + narrow.port(), "HAM1", "edge-1")
                        .trusting(Trust.of(server.certificate, null, own.certificate, own.key)),
                journal,
                directory);
        assertTrue(edge.scanners.isConnected());
    }

    /** A device, as any MQTT library makes one. */
    private final class Client implements AutoCloseable, MqttCallback {
        final List<String> heard = new CopyOnWriteArrayList<>();
        private final MqttAsyncClient client;

        Client(String user, String secret) throws MqttException {
            client = new MqttAsyncClient(uri, "client-" + clients.size() + "-" + user, new MemoryPersistence());
            client.setCallback(this);
            MqttConnectionOptions options = new MqttConnectionOptions();
            options.setSocketFactory(
                    Trust.of(server.certificate, null, null, null).context().getSocketFactory());
            options.setUserName(user);
            options.setPassword(secret == null ? null : secret.getBytes(StandardCharsets.UTF_8));
            client.connect(options).waitForCompletion(20_000);
            clients.add(this);
        }

        void subscribe(String topic) throws MqttException {
            client.subscribe(topic, 1).waitForCompletion(20_000);
        }

        void trySubscribe(String topic) {
            try {
                subscribe(topic);
            } catch (MqttException refused) {
                assertTrue(refused.getReasonCode() != 0);
            }
        }

        void send(String topic, String payload) throws MqttException {
            client.publish(topic, payload.getBytes(StandardCharsets.UTF_8), 1, false)
                    .waitForCompletion(20_000);
        }

        void trySend(String topic, String payload) {
            try {
                send(topic, payload);
            } catch (MqttException refused) {
                assertTrue(refused.getReasonCode() != 0);
            }
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            heard.add(topic);
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {}

        @Override
        public void mqttErrorOccurred(MqttException exception) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String address) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}

        @Override
        public void close() throws MqttException {
            client.disconnectForcibly(0, 500, true);
            client.close(true);
        }
    }
}
