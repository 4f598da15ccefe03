package org.quaymark.edge.uplink;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdInputStream;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quaymark.edge.journal.Entries;
import org.quaymark.edge.journal.SqliteJournal;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.log.HashChain;
import org.quaymark.inspection.log.LogHead;
import org.quaymark.inspection.log.SigningKey;
import org.quaymark.process.json.Json;

/**
 * A backlog drains while scans are recorded. The figures are measured with
 * {@code mvn -pl edge-agent -am test -Dtest=DrainTest -Dsurefire.failIfNoSpecifiedTests=false -Dquaymark.backlog=1000000}.
 */
class DrainTest {
    private static final int BACKLOG = Integer.getInteger("quaymark.backlog", 20_000);
    private static final int SCANS = 400;
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    @TempDir
    Path directory;

    @Test
    @Tag("D-U11")
    void drainsABacklogWhileVerdictsGoOn() throws Exception {
        try (SqliteJournal journal = Entries.open(directory);
                Hub hub = new Hub()) {
            HubClient client = new HubClient(hub.address(), Clock.systemUTC());
            Enrolment enrolment = new Enrolment(journal, "edge-1");
            enrolment.bind();
            EdgeIdentity identity = enrolment.enrol(client, "code");
            fill(journal);
            List<Long> idle = recordedNanos(journal, "idle");

            Uplink uplink =
                    new Uplink(journal, client, identity, new Backoff(new Random(1)), new SimpleMeterRegistry());
            Thread thread = new Thread(uplink);
            long start = System.nanoTime();
            thread.start();
            List<Long> draining = new ArrayList<>();
            int round = 0;
            while (draining.isEmpty() || journal.backlog() > SCANS) {
                draining.addAll(recordedNanos(journal, "draining-" + round++ + "-"));
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> journal.backlog() == 0);
            double seconds = (System.nanoTime() - start) / 1e9;
            uplink.stop();
            thread.interrupt();
            thread.join();

            assertEquals(journal.state().sequence(), hub.entries);
            System.out.printf(
                    "drained %d entries in %.1f s (%.0f a second); recording a scan, µs p50/p99: idle %d/%d, draining %d/%d%n",
                    hub.entries,
                    seconds,
                    hub.entries / seconds,
                    micros(idle, 0.5),
                    micros(idle, 0.99),
                    micros(draining, 0.5),
                    micros(draining, 0.99));
            assertTrue(micros(draining, 0.5) < 1_000_000, "a dock does not wait for a backlog");
        }
    }

    private static void fill(SqliteJournal journal) {
        CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        for (int i = 0; i < BACKLOG; i++) {
            last = journal.append(Entries.sighting("backlog-" + i, Effect.PASS)).toCompletableFuture();
            if (i % 2_000 == 1_999) {
                last.join();
            }
        }
        last.join();
    }

    /** How long each of some scans took to be on disk, at 200 a second. */
    private static List<Long> recordedNanos(SqliteJournal journal, String name) {
        List<Long> took = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<?>> all = new ArrayList<>();
        long due = System.nanoTime();
        for (int i = 0; i < SCANS; i++) {
            long start = due;
            all.add(journal.append(Entries.sighting(name + i, Effect.PASS))
                    .thenRun(() -> took.add(System.nanoTime() - start))
                    .toCompletableFuture());
            due += EVERY_NANOS;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
        all.forEach(CompletableFuture::join);
        return took;
    }

    private static long micros(List<Long> nanos, double quantile) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get((int) (quantile * (sorted.size() - 1))) / 1_000;
    }

    /** The hub's side, as quick as the wire: it counts, chains and signs. */
    private static final class Hub implements AutoCloseable {
        private final SigningKey key = SigningKey.generate("quaymark-hub-test");
        private final HashChain chain = HashChain.empty();
        private final HttpServer server;
        private volatile long entries;

        Hub() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::handle);
            server.start();
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        }

        private void handle(HttpExchange exchange) throws IOException {
            byte[] body = exchange.getRequestBody().readAllBytes();
            byte[] answer = Json.LENIENT.writeValueAsBytes(
                    exchange.getRequestURI().getPath().endsWith("/enrolment")
                            ? Map.of(
                                    "site", "HAM1", "hubKey", key.verifyingKey().toString())
                            : receipt("zstd".equals(exchange.getRequestHeaders().getFirst("Content-Encoding")), body));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        }

        private Map<String, Object> receipt(boolean zstd, byte[] body) throws IOException {
            byte[] plain = zstd ? new ZstdInputStream(new ByteArrayInputStream(body)).readAllBytes() : body;
            long count = entries;
            for (String line : new String(plain, StandardCharsets.UTF_8).split("\n")) {
                chain.append(line.getBytes(StandardCharsets.UTF_8));
                count++;
            }
            entries = count;
            LogHead head = new LogHead("quaymark/journal/edge-1", count, chain.head(), Instant.now());
            return Map.of("acceptedThrough", count, "receipt", key.signNote(head.toNoteText()));
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
