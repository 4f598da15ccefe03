package org.quaymark.edge.uplink;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
    void sendsWhatIsAppendedAtOnce() {
        thread.start();
        append(1);
        await().atMost(Duration.ofSeconds(5)).until(() -> journal.backlog() == 0);
        append(700);
        awaitAllOnceEach();
        assertTrue(uplink.state().connected());
    }

    @Test
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
    void raisesAnAlarmOverAForkAndFreesNothing() {
        hub.journal().add("{\"sequence\":1,\"other\":true}");
        append(2);
        thread.start();
        await().until(() -> uplink.state().alarm() != null);
        assertEquals(2, journal.backlog());
    }

    @Test
    void halvesABatchThatIsTooLarge() {
        append(40);
        AtomicInteger turn = new AtomicInteger();
        hub.misbehave(path -> turn.getAndIncrement() < 3 ? TestHub.Answer.of(413, "text/html", "too large") : null);
        thread.start();
        awaitAllOnceEach();
    }
}
