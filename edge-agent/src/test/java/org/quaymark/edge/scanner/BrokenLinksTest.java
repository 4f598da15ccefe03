package org.quaymark.edge.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Brokers and networks as they are: restarted, narrow, cut, silent. */
@NullUnmarked // fields are set before each test
@Timeout(120)
class BrokenLinksTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir
    Path directory;

    private final MemoryJournal journal = new MemoryJournal();
    private TestBroker broker;
    private TestProxy proxy;
    private TestEdge edge;
    private TestDevice device;

    private void begin(TestBroker with) throws Exception {
        broker = with;
        proxy = new TestProxy(broker.port());
        edge = new TestEdge(settings("edge-1"), journal, directory);
        device = new TestDevice(broker.uri());
    }

    private MqttSettings settings(String name) {
        return MqttSettings.of(proxy.uri(), "HAM1", name).withKeepAlive(Duration.ofSeconds(2));
    }

    @AfterEach
    void end() throws Exception {
        if (device != null) device.close();
        if (edge != null) edge.close();
        journal.close();
        if (proxy != null) proxy.close();
        if (broker != null) broker.close();
    }

    private static String scan(String id) {
        return "{\"id\":\"" + id + "\",\"codes\":[{\"data\":\"0109506000134352\"}]}";
    }

    private void send(int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            device.send(TestDevice.SCAN, scan("s" + i));
        }
    }

    private void awaitEachOnce(int count) {
        Awaitility.await().atMost(SOON).until(() -> answered().size() == count);
        assertEquals(count, journal.sightings().size());
    }

    private Set<String> answered() {
        return device.on(TestDevice.VERDICT).stream()
                .map(heard -> heard.json().path("scan").asText())
                .collect(Collectors.toCollection(HashSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mosquitto", "embedded"})
    @Tag("D-M7")
    void losesAndDoublesNothingOverLinksThatAreCut(String kind) throws Exception {
        begin(TestBroker.start(kind, directory));
        for (int i = 0; i < 5; i++) {
            send(i * 20, i * 20 + 20);
            proxy.cut();
        }
        awaitEachOnce(100);
        assertTrue(proxy.connections() > 1);
    }

    @Test
    @Tag("D-M8")
    void worksThroughABrokerThatTakesOneMessageAtATime() throws Exception {
        begin(TestBroker.mosquitto(directory, "max_inflight_messages 1\n"));
        send(0, 100);
        awaitEachOnce(100);
    }

    @Test
    @Tag("D-M9")
    void usesNoTopicAliasesWhereTheBrokerOffersThem() throws Exception {
        begin(TestBroker.mosquitto(directory, "max_topic_alias 10\n"));
        send(0, 20);
        proxy.cut();
        send(20, 40);
        awaitEachOnce(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mosquitto", "embedded"})
    @Tag("D-M10")
    void readsFramesThatComeByteByByte(String kind) throws Exception {
        begin(TestBroker.start(kind, directory));
        proxy.split();
        send(0, 20);
        awaitEachOnce(20);
        assertEquals(1, proxy.connections());
    }

    @Test
    @Tag("D-M11")
    void noticesALinkThatWentSilentAndComesBack() throws Exception {
        begin(TestBroker.mosquitto(directory));
        send(0, 5);
        awaitEachOnce(5);
        proxy.hold();
        device.send(TestDevice.SCAN, scan("s5"));
        Awaitility.await().atMost(SOON).until(() -> !edge.scanners.isConnected());
        proxy.release();
        awaitEachOnce(6);
    }

    @Test
    @Tag("D-M12")
    void findsABrokerThatWasRestarted() throws Exception {
        TestBroker first = TestBroker.embedded(directory);
        begin(first);
        send(0, 5);
        awaitEachOnce(5);
        device.close();
        first.close();
        Awaitility.await().atMost(SOON).until(() -> !edge.scanners.isConnected());
        broker = TestBroker.embedded(directory, first.port());
        device = new TestDevice(broker.uri());
        send(5, 10);
        awaitEachOnceAfterRestart();
    }

    private void awaitEachOnceAfterRestart() {
        Awaitility.await().atMost(SOON).until(() -> answered().size() == 5);
        assertEquals(10, journal.sightings().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mosquitto", "embedded"})
    @Tag("D-M13")
    void losesNoScanWhereOneOfSeveralEdgesOfASiteIsKilled(String kind) throws Exception {
        broker = TestBroker.start(kind, directory);
        proxy = new TestProxy(broker.port());
        MemoryJournal others = new MemoryJournal();
        edge = new TestEdge(settings("edge-1").sharing(true), journal, directory);
        try (TestEdge other = new TestEdge(
                MqttSettings.of(broker.uri(), "HAM1", "edge-2").sharing(true),
                others,
                Files.createDirectories(directory.resolve("other")))) {
            device = new TestDevice(broker.uri());
            send(0, 50);
            Awaitility.await().atMost(SOON).until(() -> answered().size() == 50);
            // Killed in the middle: what it had in hand is not acknowledged.
            proxy.hold();
            send(50, 100);
            proxy.cut();
            edge.close();
            proxy.release();
            // It comes back, as a process that was killed is started again.
            edge = new TestEdge(settings("edge-1").sharing(true), journal, directory);
            Awaitility.await().atMost(SOON).until(() -> answered().size() == 100);
            Set<String> recorded = new HashSet<>();
            journal.sightings().forEach(one -> recorded.add(one.scan().id()));
            others.sightings().forEach(one -> recorded.add(one.scan().id()));
            assertEquals(100, recorded.size());
            assertTrue(other.scanners.isConnected());
        } finally {
            others.close();
        }
    }
}
