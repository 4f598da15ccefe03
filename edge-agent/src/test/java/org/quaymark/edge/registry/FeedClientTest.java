package org.quaymark.edge.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quaymark.edge.journal.Entries;
import org.quaymark.edge.journal.SqliteJournal;
import org.quaymark.edge.uplink.Backoff;
import org.quaymark.edge.uplink.EdgeIdentity;
import org.quaymark.edge.uplink.HubClient;
import org.quaymark.edge.uplink.TestHub;
import org.quaymark.inspection.log.SigningKey;
import org.quaymark.inspection.registry.BatchStatus;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Unit;
import org.quaymark.process.json.Json;
import org.quaymark.process.json.RegistryJson;

@Timeout(90)
class FeedClientTest {
    private static final String GTIN = "09506000134352";
    private static final String SERIALS = "{\"type\":\"serials\",\"gtin\":\"" + GTIN + "\",";
    private static final String PREFIX = "{\"type\":\"prefix\",\"prefix\":\"9506000\",\"holder\":\"acme\"}";

    @TempDir
    Path directory;

    private TestHub hub;
    private SqliteJournal journal;
    private Replica replica;
    private FeedClient feed;

    @BeforeEach
    void start() throws Exception {
        hub = new TestHub();
        journal = Entries.open(directory);
        HubClient client = new HubClient(hub.address(), Clock.systemUTC());
        EdgeIdentity identity = hub.enrol(journal, client);
        replica = Replica.open(directory.resolve("registry.db"), Clock.systemUTC());
        feed = new FeedClient(
                replica, client, identity, new Backoff(new Random(1)), directory.resolve("registry.part"));
        hub.publish(
                "{\"type\":\"product\",\"gtin\":\"" + GTIN + "\",\"holder\":\"acme\",\"serialisation\":\"serial\"}");
        hub.publish("{\"type\":\"batch\",\"gtin\":\"" + GTIN + "\",\"lot\":\"L1\",\"status\":\"released\"}");
        hub.publish(SERIALS + "\"lot\":\"L1\",\"serials\":[\"A1\",\"A2\"]}");
        hub.publish(SERIALS + "\"lot\":\"L2\",\"from\":\"0010\",\"to\":\"0019\"}");
    }

    @AfterEach
    void stop() {
        replica.close();
        journal.close();
        hub.close();
    }

    @Test
    void followsTheFeedAndShowsAChange() throws Exception {
        assertNull(replica.current().asOf());
        feed.poll();
        assertEquals(4, replica.current().sequence());
        assertNotNull(replica.current().asOf());
        assertNotNull(replica.current().unit(GTIN, "A1"));
        assertEquals(new Unit("L2", SerialStatus.ISSUED), replica.current().unit(GTIN, "0015"));
        assertNull(replica.current().unit(GTIN, "15"));

        hub.publish("{\"type\":\"batch\",\"gtin\":\"" + GTIN + "\",\"lot\":\"L1\",\"status\":\"recalled\"}");
        hub.publish(SERIALS + "\"lot\":\"L2\",\"serials\":[\"0012\"],\"status\":\"sold\"}");
        hub.publish(SERIALS + "\"serials\":[\"0013\",\"A2\"],\"deleted\":true}");
        feed.poll();
        assertEquals(
                BatchStatus.RECALLED,
                Objects.requireNonNull(replica.current().batch(GTIN, "L1")).status());
        assertEquals(new Unit("L2", SerialStatus.SOLD), replica.current().unit(GTIN, "0012"));
        assertNull(replica.current().unit(GTIN, "0013"));
        assertNull(replica.current().unit(GTIN, "A2"));
    }

    @Test
    void keepsItsPlaceOverARestart() throws Exception {
        feed.poll();
        ReplicaHead before = replica.head();
        replica.close();
        replica = Replica.open(directory.resolve("registry.db"), Clock.systemUTC());
        assertEquals(4, replica.current().sequence());
        assertEquals(before.completeAt(), replica.current().asOf());
        assertNotNull(replica.current().product(GTIN));
    }

    @Test
    void refusesWhatTheHubDidNotSign() {
        hub.signWith(SigningKey.generate("quaymark-hub-test"));
        assertRefused("not signed");
        assertEquals(0, replica.current().sequence());
    }

    @Test
    void refusesAFork() throws Exception {
        feed.poll();
        hub.changes().set(1, "{\"sequence\":2,\"at\":\"x\",\"record\":{}}");
        hub.publish(PREFIX);
        assertRefused("forked");
        assertEquals(4, replica.current().sequence());
    }

    @Test
    void refusesAHubThatWasSetBackOrReplaced() throws Exception {
        feed.poll();
        hub.changes().remove(3);
        assertRefused("set back");
        hub.beginEpoch("e2");
        for (int i = 0; i < 6; i++) {
            hub.publish(PREFIX);
        }
        assertRefused("epoch");
        assertNotNull(replica.current().product(GTIN));
    }

    @Test
    void refusesAGap() {
        hub.changes().set(2, hub.changes().get(3));
        assertRefused("missing");
        assertEquals(0, replica.current().sequence());
    }

    @Test
    void waitsOutAProxysPage() {
        hub.misbehave(path -> TestHub.Answer.of(200, "text/html", "<html>"));
        assertThrows(IOException.class, feed::poll);
        hub.misbehave(path -> TestHub.Answer.of(503, "text/plain", ""));
        assertThrows(IOException.class, feed::poll);
        assertEquals(0, replica.current().sequence());
    }

    @Test
    void isNotTheRegistryBeforeItIsWhole() throws Exception {
        for (int i = 0; i < 1_500; i++) {
            hub.publish("{\"type\":\"party\",\"id\":\"p" + i + "\",\"name\":\"P\"}");
        }
        feed.poll();
        assertEquals(1_000, replica.current().sequence());
        assertNull(replica.current().asOf());
        feed.poll();
        assertEquals(1_504, replica.current().sequence());
        assertNotNull(replica.current().asOf());
    }

    @Test
    void takesASnapshotAndGoesOnWhereItWasCutOff() throws Exception {
        hub.offerSnapshot(snapshot(), 4);
        AtomicInteger pieces = new AtomicInteger();
        hub.misbehave(path -> {
            if (path.endsWith("/changes")) {
                return TestHub.Answer.of(410, "application/problem+json", "{}");
            }
            return pieces.incrementAndGet() == 2 ? TestHub.Answer.of(502, "text/html", "") : null;
        });
        assertThrows(IOException.class, feed::poll);
        assertTrue(Files.size(directory.resolve("registry.part")) > 0);
        assertEquals(0, replica.current().sequence());
        feed.poll();
        assertEquals(4, replica.current().sequence());
        assertNotNull(replica.current().unit(GTIN, "A1"));
        assertNotNull(replica.current().asOf());
        hub.behave();
        hub.publish(PREFIX);
        feed.poll();
        assertEquals(5, replica.current().sequence());
    }

    @Test
    void refusesASnapshotThatIsNotOfItsHead() throws Exception {
        hub.offerSnapshot(snapshot(), 3);
        hub.misbehave(
                path -> path.endsWith("/changes") ? TestHub.Answer.of(410, "application/problem+json", "{}") : null);
        assertRefused("signed for");
        assertEquals(0, replica.current().sequence());
    }

    private void assertRefused(String because) {
        String reason = assertThrows(FeedRefused.class, feed::poll).reason();
        assertTrue(reason.contains(because), reason);
    }

    private byte[] snapshot() throws Exception {
        Path file = directory.resolve("made.db");
        try (ReplicaTables tables = ReplicaTables.open(file)) {
            int sequence = 0;
            for (String line : hub.changes()) {
                sequence++;
                tables.apply(
                        sequence,
                        RegistryJson.read(
                                Json.LENIENT.readTree(line).path("record").toString()),
                        java.time.Instant.EPOCH);
            }
            tables.putHead(new ReplicaHead("e1", sequence, hub.chainAt(sequence), null, null), null);
            tables.checkpoint();
        }
        return Files.readAllBytes(file);
    }
}
