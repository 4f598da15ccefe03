package org.quaymark.hub.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quaymark.hub.HttpCaller;
import org.quaymark.hub.Hub;
import org.quaymark.hub.OnBothDatabases;
import org.quaymark.hub.identity.Scope;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Engine;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.log.RequestSignature;
import org.quaymark.inspection.log.SigningKey;

/** A thousand bad requests a second from one address, the hub's standard limits: others are served. Prints the figure. */
class FloodTest extends OnBothDatabases {
    private static final String PATH = "/api/v1/registry/changes";
    private static final int EACH_SECOND = 1_000;
    private static final int SECONDS = 3;
    /** More than these on their way at once are not sent: it is the hub that is looked at, not the sender. */
    private static final int MAX_OPEN = 256;

    @Override
    protected Engine engine() {
        return Engine.SQLITE;
    }

    @Test
    @Tag("D-H8")
    void servesOthersWhileOneCallerSendsAThousandBadRequestsASecond() {
        Hub hub = serve();
        HttpCaller other = HttpCaller.with(hub, Scope.EDGES_READ);
        served(other, 1);
        int idle = served(other, 1);

        HttpRequest bad = forged(hub);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
        AtomicInteger open = new AtomicInteger();
        ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
        int during;
        try {
            pace.scheduleAtFixedRate(
                    () -> {
                        for (int i = 0; i < EACH_SECOND / 100 && open.get() < MAX_OPEN; i++) {
                            open.incrementAndGet();
                            client.sendAsync(bad, HttpResponse.BodyHandlers.discarding())
                                    .whenComplete((answer, failure) -> {
                                        open.decrementAndGet();
                                        answers.computeIfAbsent(
                                                        failure == null ? answer.statusCode() : -1,
                                                        status -> new AtomicInteger())
                                                .incrementAndGet();
                                    });
                        }
                    },
                    0,
                    10,
                    TimeUnit.MILLISECONDS);
            during = served(other, SECONDS);
        } finally {
            pace.shutdownNow();
        }
        await().until(() -> open.get() == 0);
        int sent = answers.values().stream().mapToInt(AtomicInteger::get).sum();
        System.out.println("flood: " + sent / SECONDS + " bad requests a second answered " + answers
                + "; others served " + during / SECONDS + " a second, " + idle + " when idle");

        assertTrue(during > SECONDS, "others are served: " + during);
        assertEquals(Set.of(401, 429), answers.keySet(), "every bad request is refused, none breaks");
        assertTrue(
                Objects.requireNonNull(answers.get(401)).get() <= 50 * 10 + 50 * (SECONDS + 10),
                "signatures are checked within the limit");
        hub.part(Refusals.class).write();
        List<String> entries = hub.part(Database.class)
                .read(c -> Sql.list(
                        c, "SELECT body FROM ledger_entry WHERE body LIKE '%\"refusals\"%'", row -> row.getString(1)));
        assertTrue(entries.size() <= 3, "the ledger is not flooded: " + entries.size());
    }

    /** How many requests one after the other are answered in so many seconds. */
    private static int served(HttpCaller caller, int seconds) {
        Instant end = Instant.now().plusSeconds(seconds);
        int served = 0;
        while (Instant.now().isBefore(end)) {
            int status = caller.get("/api/v1/edges").statusCode();
            // within its own limit it is never refused
            assertTrue(status == 200 || status == 429 && served > 1_000, "answered " + status);
            served += status == 200 ? 1 : 0;
        }
        return served;
    }

    private static HttpRequest forged(Hub hub) {
        HttpRequest.Builder request = HttpCaller.nobody(hub).request(PATH).GET();
        RequestSignature.sign(SigningKey.generate("edge-1"), "edge-1", "GET", PATH, null, new byte[0], Instant.now())
                .forEach(request::header);
        return request.build();
    }
}
