package org.quaymark.edge.scanner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scanners on real brokers, from the outside. */
@NullUnmarked // fields are set before each test
class ScannersTest {
    private static final String GOODS = "]d20109506000134352215A\u001d10ABC123";

    @TempDir
    Path directory;

    private final MemoryJournal journal = new MemoryJournal();
    private TestBroker broker;
    private TestEdge edge;
    private TestDevice device;

    private void begin(String kind) throws Exception {
        broker = TestBroker.start(kind, directory);
        edge = new TestEdge(broker.uri(), journal, directory);
        device = new TestDevice(broker.uri());
    }

    @AfterEach
    void end() throws Exception {
        if (device != null) device.close();
        if (edge != null) edge.close();
        journal.close();
        if (broker != null) broker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mosquitto", "embedded"})
    void answersEachFormOfAScan(String kind) throws Exception {
        begin(kind);
        device.send(TestDevice.SCAN, GOODS);
        TestDevice.Heard raw = device.await(TestDevice.VERDICT, json -> true);
        assertEquals("PASS", raw.json().path("verdict").asText());
        assertEquals(GOODS, journal.sightings().get(0).scan().codes().get(0).data());

        device.send(
                TestDevice.SCAN,
                "{\"id\":\"json-1\",\"at\":\"2026-11-21T10:15:30.123Z\",\"codes\":[{\"data\":\"0109506000134352\",\"symbology\":\"]d2\"}],"
                        + "\"parcel\":\"RR473124829GB\",\"shipment\":{\"origin\":\"CN\",\"weightGrams\":1240,\"somethingNew\":{}},\"more\":1}");
        device.await(TestDevice.VERDICT, json -> json.path("scan").asText().equals("json-1"));
        device.send(
                TestDevice.SCAN,
                "{\"id\":\"json-2\",\"dataBase64\":\""
                        + Base64.getEncoder().encodeToString(GOODS.getBytes(StandardCharsets.UTF_8)) + "\"}");
        device.await(TestDevice.VERDICT, json -> json.path("scan").asText().equals("json-2"));
        device.send(
                TestDevice.SCAN,
                "{\"api_version\":\"1.0\",\"event_type\":\"scan\",\"event_id\":\"glove-1\",\"time_created\":1763720130123,"
                        + "\"scan_code\":\"0109506000134352\",\"device_serial\":\"MDMR000001\"}");
        device.await(TestDevice.VERDICT, json -> json.path("scan").asText().equals("glove-1"));
        device.send(
                TestDevice.SCAN,
                "{\"specversion\":\"1.0\",\"id\":\"ce-1\",\"source\":\"/x\",\"type\":\"scan\",\"data\":{\"codes\":[{\"data\":\"0109506000134352\"}]}}");
        device.await(TestDevice.VERDICT, json -> json.path("scan").asText().equals("ce-1"));
        MqttProperties binary = new MqttProperties();
        binary.setUserProperties(List.of(
                new UserProperty("specversion", "1.0"),
                new UserProperty("id", "ce-2"),
                new UserProperty("source", "/x"),
                new UserProperty("type", "scan")));
        device.send(TestDevice.SCAN, GOODS.getBytes(StandardCharsets.UTF_8), binary);
        device.await(TestDevice.VERDICT, json -> json.path("scan").asText().equals("ce-2"));
        assertEquals(6, journal.sightings().size());
        assertEquals(
                "2026-11-21T10:15:30.123Z",
                journal.sightings().get(1).scan().at().toString());
        assertEquals(1240, journal.sightings().get(1).scan().shipment().weightGrams());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mosquitto", "embedded"})
    void answersOnTheResponseTopicWithItsCorrelationData(String kind) throws Exception {
        begin(kind);
        MqttProperties request = new MqttProperties();
        request.setResponseTopic("reply/1");
        request.setCorrelationData(new byte[] {1, 2, 3});
        device.send(TestDevice.SCAN, GOODS.getBytes(StandardCharsets.UTF_8), request);
        TestDevice.Heard answer = device.await("reply/1", json -> true);
        assertArrayEquals(new byte[] {1, 2, 3}, answer.message().getProperties().getCorrelationData());
        device.await(TestDevice.VERDICT, json -> true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mosquitto", "embedded"})
    @Tag("D-M6")
    void refusesWhatIsNoScanAndGoesOn(String kind) throws Exception {
        begin(kind);
        device.send(TestDevice.SCAN, "{\"broken\":");
        device.await(TestDevice.REJECTED, json -> json.path("reason").asText().contains("JSON"));
        device.send(TestDevice.SCAN, "{\"operator\":\"anna\"}");
        device.await(TestDevice.REJECTED, json -> json.path("reason").asText().contains("neither a code nor a parcel"));
        device.send(TestDevice.SCAN, new byte[0]);
        device.await(TestDevice.REJECTED, json -> json.path("reason").asText().contains("empty"));
        device.send("quaymark/v1/HAM1/dock 3/hand-7/scan", GOODS);
        device.await(TestDevice.REJECTED, json -> json.path("topic").asText().contains("dock 3"));
        device.send(TestDevice.IMAGE, "no image");
        device.await(TestDevice.REJECTED, json -> json.path("reason").asText().contains("neither JPEG nor PNG"));
        device.send(TestDevice.SCAN, "{\"id\":\"" + "x".repeat(500) + "\",\"parcel\":\"RR473124829GB\"}");
        device.await(TestDevice.REJECTED, json -> json.path("reason").asText().startsWith("id "));
        byte[] large = new byte[9 * 1024 * 1024];
        new Random(1).nextBytes(large);
        large[0] = 'x';
        device.send(TestDevice.SCAN, large);
        TestDevice.Heard tooLarge = device.await(
                TestDevice.REJECTED, json -> json.path("reason").asText().contains("9437184 bytes"));
        assertEquals(
                1024, Base64.getDecoder().decode(tooLarge.json().path("payload").asText()).length);
        assertEquals(0, journal.sightings().size());

        byte[] noise = new byte[300];
        new Random(2).nextBytes(noise);
        noise[0] = 'x';
        device.send(TestDevice.SCAN, noise);
        TestDevice.Heard rescan = device.await(TestDevice.VERDICT, json -> true);
        assertEquals("RESCAN", rescan.json().path("verdict").asText());
        assertEquals(7, edge.scanners.rejectedCount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mosquitto", "embedded"})
    @Tag("D-M2")
    void givesTheSameScanTheSameVerdictAndOneJournalEntry(String kind) throws Exception {
        begin(kind);
        String scan = "{\"id\":\"s-1\",\"codes\":[{\"data\":\"0109506000134352\"}]}";
        for (int i = 0; i < 5; i++) {
            device.send(TestDevice.SCAN, scan);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> device.on(TestDevice.VERDICT).size() == 5);
        assertEquals(
                1,
                device.on(TestDevice.VERDICT).stream()
                        .map(TestDevice.Heard::json)
                        .distinct()
                        .count());
        device.send("quaymark/v1/HAM1/dock-3/hand-8/scan", scan);
        device.await("quaymark/v1/HAM1/dock-3/hand-8/verdict", json -> true);
        assertEquals(2, journal.sightings().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mosquitto", "embedded"})
    @Tag("D-M3")
    void takesTheSameDataInsideTheWindowForTheSameTriggerPull(String kind) throws Exception {
        begin(kind);
        device.send(TestDevice.SCAN, GOODS);
        device.send(TestDevice.SCAN, GOODS);
        device.send(TestDevice.SCAN, GOODS + "X");
        device.send(TestDevice.SCAN, GOODS);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> device.on(TestDevice.VERDICT).size() == 4);
        List<String> scans = device.on(TestDevice.VERDICT).stream()
                .map(heard -> heard.json().path("scan").asText())
                .toList();
        assertEquals(scans.get(0), scans.get(1));
        assertNotEquals(scans.get(0), scans.get(2));
        assertNotEquals(scans.get(0), scans.get(3));
        assertEquals(3, journal.sightings().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mosquitto", "embedded"})
    @Tag("D-M1")
    void comesBackAfterAFailureAndAnswersOnce(String kind) throws Exception {
        begin(kind);
        edge.failures.set(1);
        device.send(TestDevice.SCAN, GOODS);
        device.await(TestDevice.VERDICT, json -> true);
        journal.failures.set(2);
        device.send(TestDevice.SCAN, GOODS + "2");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> device.on(TestDevice.VERDICT).size() == 2);
        assertEquals(2, journal.sightings().size());
        assertEquals(0, device.on(TestDevice.REJECTED).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mosquitto", "embedded"})
    @Tag("D-M4")
    void setsAsideWhatFailsTwiceAndGoesOn(String kind) throws Exception {
        begin(kind);
        device.send(TestDevice.SCAN, "POISON");
        device.await(TestDevice.REJECTED, json -> json.path("reason").asText().contains("processing failed"));
        device.send(TestDevice.SCAN, GOODS);
        device.await(TestDevice.VERDICT, json -> true);
        assertEquals(1, journal.sightings().size());
        assertEquals(1, edge.letters.size());
        assertEquals("POISON", new String(edge.letters.get(0).payload(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mosquitto", "embedded"})
    @Tag("D-M5")
    void answersADeadLetterThatIsTriedAgain(String kind) throws Exception {
        begin(kind);
        edge.failures.set(2);
        device.send(TestDevice.SCAN, GOODS);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> edge.letters.size() == 1);
        edge.failures.set(1);
        String failure = edge.scanners.retry(edge.letters.get(0)).join();
        assertTrue(failure.contains("a bug"), failure);
        assertEquals(1, edge.letters.size());
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(edge.scanners::isConnected);
        assertNull(edge.scanners.retry(edge.letters.get(0)).join());
        device.await(TestDevice.VERDICT, json -> true);
        assertEquals(1, journal.sightings().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mosquitto", "embedded"})
    void notesWhatAWorkerAnswers(String kind) throws Exception {
        begin(kind);
        device.send(TestDevice.SCAN, "{\"id\":\"s-1\",\"codes\":[{\"data\":\"0109506000134352\"}]}");
        device.await(TestDevice.VERDICT, json -> true);
        device.send(TestDevice.SCAN, "QM:HELD\r\n");
        TestDevice.Heard noted = device.await(
                TestDevice.VERDICT, json -> json.path("instruction").asText().startsWith("Noted"));
        assertEquals("PASS", noted.json().path("verdict").asText());
        assertEquals("HELD", journal.actions().get(0).action());
        assertEquals("s-1", journal.actions().get(0).scan());
        assertNull(journal.actions().get(0).operator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mosquitto", "embedded"})
    void saysHowItIsAndHearsHowDevicesAre(String kind) throws Exception {
        begin(kind);
        TestDevice.Heard status = device.await(
                "quaymark/v1/HAM1/edge/edge-1/status",
                json -> json.path("online").asBoolean());
        assertEquals(7, status.json().path("registrySequence").asLong());
        device.send("quaymark/v1/HAM1/dock-3/hand-7/status", "online");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> edge.statuses.contains("HAM1/dock-3/hand-7=online"));
        edge.close();
        device.await(
                "quaymark/v1/HAM1/edge/edge-1/status",
                json -> !json.path("online").asBoolean());
        assertTrue(edge.statuses.stream().noneMatch(text -> text.contains("edge-1")));
    }
}
