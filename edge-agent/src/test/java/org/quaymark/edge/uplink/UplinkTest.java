package org.quaymark.edge.uplink;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quaymark.edge.journal.Entries;
import org.quaymark.edge.journal.SqliteJournal;
import org.quaymark.inspection.log.SigningKey;

@Timeout(90)
class UplinkTest {
    @TempDir
    Path directory;

    private TestHub hub;
    private SqliteJournal journal;
    private Uplink uplink;
    private Thread thread;

    @BeforeEach
    void start() throws Exception {
        hub = new TestHub();
        journal = Entries.open(directory);
        HubClient client = new HubClient(hub.address(), Clock.systemUTC());
        EdgeIdentity identity = hub.enrol(journal, client);
        uplink = new Uplink(journal, client, identity, new Backoff(new Random(1)), new SimpleMeterRegistry());
        thread = new Thread(uplink);
    }

    @AfterEach
    void stop() throws Exception {
        uplink.stop();
        thread.interrupt();
        thread.join();
        journal.close();
        hub.close();
    }

    private void append(int count) {
        long before = journal.state().sequence();
        for (long i = 1; i <= count; i++) {
            Entries.append(journal, "s" + (before + i));
        }
    }

    private void awaitAllOnceEach() {
        await().atMost(Duration.ofSeconds(60)).until(() -> journal.backlog() == 0);
        assertEquals(journal.state().sequence(), hub.journal().size());
        assertEquals(hub.journal().size(), new HashSet<>(hub.journal()).size());
    }

    private void awaitRequests(int count) {
        int before = hub.requests();
        await().atMost(Duration.ofSeconds(40)).until(() -> hub.requests() >= before + count);
    }

    @Test
    @Tag("D-J14")
    void bringsWhatWasNotConfirmedAcrossANewEnrolment() throws Exception {
        append(10);
        thread.start();
        awaitAllOnceEach();
        uplink.stop();
        thread.interrupt();
        thread.join();
        append(5);
        HubClient client = new HubClient(hub.address(), Clock.systemUTC());
        Enrolment enrolment = new Enrolment(journal, "edge-1");
        assertFalse(enrolment.isNew("code"));
        assertTrue(enrolment.isNew("code-2"));
        EdgeIdentity identity = enrolment.enrol(client, "code-2");
        assertEquals(10, hub.earlierGenerations().size());
        follow(identity, client);
        awaitAllOnceEach();
        assertEquals(5, hub.journal().size());
        assertTrue(
                hub.journal().get(0).contains("\"sequence\":1,"), hub.journal().get(0));
        assertTrue(hub.journal().get(0).contains("\"s11\""), hub.journal().get(0));
    }

    @Test
    @Tag("D-J14")
    void asksWithTheSameKeyAgainWhereTheAnswerWasLost() throws Exception {
        HubClient client = new HubClient(hub.address(), Clock.systemUTC());
        Enrolment enrolment = new Enrolment(journal, "edge-1");
        hub.misbehave(path -> TestHub.Answer.of(200, "text/html", "<html>"));
        assertThrows(IOException.class, () -> enrolment.enrol(client, "code-2"));
        byte[] key = journal.setting("key.next.private");
        assertThrows(IOException.class, () -> enrolment.enrol(client, "code-2"));
        assertArrayEquals(key, journal.setting("key.next.private"));
        hub.behave();
        enrolment.enrol(client, "code-2");
        assertArrayEquals(key, journal.setting("key.private"));
    }

    @Test
    @Tag("D-J13")
    void sendsNothingOfADamagedJournalUntilTheEdgeIsEnrolledAnew() throws Exception {
        append(3);
        journal.close();
        Path file = directory.resolve("journal.db");
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"s2\"");
        bytes[at + 1] ^= 1;
        Files.write(file, bytes);
        journal = Entries.open(directory);
        HubClient client = new HubClient(hub.address(), Clock.systemUTC());
        Enrolment enrolment = new Enrolment(journal, "edge-1");
        follow(Objects.requireNonNull(enrolment.identity()), client);
        await().until(() -> uplink.state().alarm() != null);
        assertEquals(0, hub.journal().size());
        uplink.stop();
        thread.interrupt();
        thread.join();
        follow(enrolment.enrol(client, "code-2"), client);
        awaitAllOnceEach();
        assertNull(journal.state().damage());
        assertTrue(hub.journal().stream().anyMatch(line -> line.contains("journal-damaged")));
    }

    private void follow(EdgeIdentity identity, HubClient client) {
        uplink = new Uplink(journal, client, identity, new Backoff(new Random(1)), new SimpleMeterRegistry());
        thread = new Thread(uplink);
        thread.start();
    }

    @Test
    void sendsWhatIsAppendedAtOnce() {
        thread.start();
        append(1);
        await().atMost(Duration.ofSeconds(5)).until(() -> journal.backlog() == 0);
        append(700);
        awaitAllOnceEach();
        assertTrue(uplink.state().connected());
    }

    @Test
    @Tag("D-U2")
    void keepsEverythingWhileAProxyAnswersHtmlOrTheHubIsBusy() {
        AtomicInteger turn = new AtomicInteger();
        hub.misbehave(path -> turn.getAndIncrement() % 2 == 0
                ? TestHub.Answer.of(200, "text/html", "<html>Please log in</html>")
                : TestHub.Answer.of(503, "application/problem+json", "{\"title\":\"busy\"}"));
        append(20);
        thread.start();
        awaitRequests(4);
        assertEquals(20, journal.backlog());
        hub.behave();
        awaitAllOnceEach();
    }

    @Test
    @Tag("D-U1")
    void freesNothingByAReceiptOfAnotherKeyOrForAnotherChain() {
        append(3);
        List<String> ours = journal.batchAfter(0, 3, Long.MAX_VALUE).lines().stream()
                .map(line -> new String(line, StandardCharsets.UTF_8))
                .toList();
        SigningKey forger = SigningKey.generate("quaymark-hub-test");
        AtomicInteger turn = new AtomicInteger();
        hub.misbehave(path -> turn.getAndIncrement() % 2 == 0
                ? TestHub.receipt(ours, 3, forger)
                : TestHub.receipt(List.of("other content"), 1, hub.key()));
        thread.start();
        awaitRequests(4);
        assertEquals(3, journal.backlog());
        hub.behave();
        awaitAllOnceEach();
    }

    @Test
    @Tag("D-U3")
    void goesOnFromWhereTheHubExpects() {
        thread.start();
        append(10);
        awaitAllOnceEach();
        // The hub was set back by four entries, which are still kept here.
        while (hub.journal().size() > 6) {
            hub.journal().remove(hub.journal().size() - 1);
        }
        append(5);
        awaitAllOnceEach();
        assertEquals(15, hub.journal().size());
    }

    @Test
    @Tag("D-U6")
    void sendsAgainWhatALostAnswerWasFor() {
        append(5);
        List<String> ours = journal.batchAfter(0, 5, Long.MAX_VALUE).lines().stream()
                .map(line -> new String(line, StandardCharsets.UTF_8))
                .toList();
        AtomicInteger turn = new AtomicInteger();
        hub.misbehave(path -> {
            if (turn.getAndIncrement() > 0) {
                return null;
            }
            hub.journal().addAll(ours);
            return TestHub.Answer.of(200, "application/json", "{\"acceptedThr");
        });
        thread.start();
        awaitAllOnceEach();
        assertEquals(5, hub.journal().size());
    }

    @Test
    @Tag("D-U4")
    void raisesAnAlarmOverAForkAndFreesNothing() {
        hub.journal().add("{\"sequence\":1,\"other\":true}");
        append(2);
        thread.start();
        await().until(() -> uplink.state().alarm() != null);
        assertEquals(2, journal.backlog());
    }

    @Test
    @Tag("D-U7")
    void waitsAsLongAsABusyHubAsks() {
        hub.misbehave(path ->
                new TestHub.Answer(429, "application/problem+json", new byte[0], java.util.Map.of("Retry-After", "2")));
        append(3);
        thread.start();
        awaitRequests(1);
        long asked = System.nanoTime();
        hub.behave();
        uplink.wake();
        awaitAllOnceEach();
        assertTrue(System.nanoTime() - asked > 1_500_000_000L, "not even a hub that is heard of shortens it");
    }

    @Test
    @Tag("D-U8")
    void goesOnAtOnceWhereTheHubIsHeardOf() {
        hub.misbehave(path -> TestHub.Answer.of(502, "text/html", "<html>"));
        append(3);
        thread.start();
        // So many failures that the next wait is up to half a minute.
        awaitRequests(7);
        hub.behave();
        await().atMost(Duration.ofSeconds(5)).until(() -> {
            uplink.wake();
            return journal.backlog() == 0;
        });
    }

    @Test
    @Tag("D-U5")
    void halvesABatchThatIsTooLarge() {
        append(40);
        AtomicInteger turn = new AtomicInteger();
        hub.misbehave(path -> turn.getAndIncrement() < 3 ? TestHub.Answer.of(413, "text/html", "too large") : null);
        thread.start();
        awaitAllOnceEach();
    }
}
