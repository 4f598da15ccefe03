package org.quaymark.edge.dock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quaymark.edge.journal.DeadLetter;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.inspection.reading.Identification;
import org.quaymark.inspection.reading.Scan;

@NullUnmarked
class DockPageTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final DockBoard board = new DockBoard(device -> null);
    private final Desk desk = new Desk();
    private volatile List<Alarm> alarms = List.of();
    private Vertx vertx;
    private String base;

    @BeforeEach
    void begin() throws Exception {
        vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        new DockRoutes("HAM1", board).alarming(() -> alarms).withLetters(desk).mount(router, vertx);
        int port = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .actualPort();
        base = "http://127.0.0.1:" + port;
    }

    @AfterEach
    void end() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void showsTheLastVerdictOfEachDockInTheViewersLanguage() throws Exception {
        scanned("dock-10", Effect.PASS, "RR473124829GB");
        scanned("dock-2", Effect.HOLD, "<script>alert(1)</script>");
        String page = get("/", "de-CH,de;q=0.9").body();
        assertTrue(page.contains("lang=\"de\""), page);
        assertTrue(page.contains("Anhalten"), page);
        assertFalse(page.contains("<script>alert"), page);
        assertTrue(page.indexOf("dock-2") < page.indexOf("dock-10"), "dock-2 comes before dock-10");
        assertTrue(get("/?lang=ar", "en").body().contains("dir=\"rtl\""));
    }

    @Test
    void saysThatAScanWasDecidedAgainAndWhatWasSaidFirst() throws Exception {
        scanned("dock-1", Effect.UNCHECKED, "RR473124829GB");
        assertFalse(get("/docks/dock-1", "en").body().contains("class=\"again\""));
        Shown first = board.one("dock-1").scans().get(0);
        board.decidedAgain(
                new JournalEntry.Sighting(1, Instant.EPOCH, first.scan(), first.verdict(), null),
                verdict(Effect.HOLD, "RR473124829GB"));
        String page = get("/docks/dock-1", "en").body();
        assertTrue(page.contains("Checked again later; first: Unchecked"), page);
        assertTrue(page.contains("verdict HOLD"), page);
        scanned("dock-1", Effect.PASS, "RR473124830GB");
        for (String language : List.of("de", "fr", "es", "zh", "ar")) {
            String earlier = get("/docks/dock-1?lang=" + language, "en").body();
            assertTrue(earlier.contains("class=\"again\""), earlier);
            assertFalse(earlier.contains("{0}"), language);
        }
    }

    @Test
    @Tag("D-J5")
    void showsWhatIsWrongWithTheJournalOnEveryPage() throws Exception {
        assertFalse(get("/", "en").body().contains("% full"));
        alarms = List.of(new Alarm("alarm.filling", 85), new Alarm("alarm.not-recorded", 7));
        assertTrue(get("/", "en").body().contains("85 % full"));
        assertTrue(get("/docks/dock-1", "de").body().contains("zurzeit nicht aufgezeichnet (7"));
        for (String language : List.of("en", "de", "fr", "es", "zh", "ar")) {
            for (String key : List.of("not-recorded", "lost", "filling", "damaged", "dead-letters")) {
                alarms = List.of(new Alarm("alarm." + key, 5));
                assertFalse(get("/?lang=" + language, "en").body().contains("{0}"), language + key);
            }
        }
    }

    @Test
    @Tag("D-M5")
    void listsDeadLettersToTryAgainOrDismissByThePageItselfOnly() throws Exception {
        desk.letters.add(new DeadLetter(
                7, Instant.parse("2026-11-21T10:15:30.123Z"), "a/b", new byte[12], "{}", "<b>bug</b>", 2));
        String page = get("/dead-letters", "de").body();
        assertTrue(page.contains("Erneut versuchen") && page.contains("a/b"), page);
        assertFalse(page.contains("<b>bug"), page);
        assertEquals(403, post("/dead-letters/7/retry", "http://evil.example"));
        assertEquals(403, post("/dead-letters/7/retry", null));
        assertEquals(404, post("/dead-letters/x/retry", base));
        assertTrue(desk.asked.isEmpty());
        assertEquals(303, post("/dead-letters/7/retry", base));
        assertEquals(303, post("/dead-letters/7/dismiss", base));
        assertEquals(List.of("retry 7", "dismiss 7"), desk.asked);
    }

    private int post(String path, String origin) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).POST(HttpRequest.BodyPublishers.noBody());
        if (origin != null) {
            request.header("Origin", origin);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static final class Desk implements LetterDesk {
        final List<DeadLetter> letters = new CopyOnWriteArrayList<>();
        final List<String> asked = new CopyOnWriteArrayList<>();

        @Override
        public List<DeadLetter> newest(int limit) {
            return letters;
        }

        @Override
        public CompletionStage<String> retry(long id) {
            asked.add("retry " + id);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Boolean> dismiss(long id) {
            asked.add("dismiss " + id);
            return CompletableFuture.completedFuture(true);
        }
    }

    @Test
    void letsNothingInFromElsewhere() throws Exception {
        HttpResponse<String> page = get("/docks/dock-1", "en");
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("default-src 'self'") && !policy.contains("unsafe"), policy);
        assertFalse(page.body().contains("http://") || page.body().contains("https://"), page.body());
        assertFalse(page.body().contains(" style=") || page.body().contains("onclick"), page.body());
        assertEquals(404, get("/docks/no%20dock", "en").statusCode());
    }

    @Test
    void servesWhatThePagesAreMadeOf() throws Exception {
        String page = get("/", "en").body();
        for (String name : List.of("pico.css", "dock.css", "dock.js", "dock.svg")) {
            int at = page.indexOf("/assets/" + name);
            String url = page.substring(at, page.indexOf('"', at));
            assertEquals(200, get(url, "en").statusCode(), url);
        }
        assertTrue(get("/sheet", "en").body().contains("QM:DAMAGED-LABEL"));
    }

    @Test
    void tellsEachPageOfWhatChanges() throws Exception {
        scanned("dock-1", Effect.PASS, "RR473124829GB");
        HttpResponse<InputStream> stream = client.send(
                HttpRequest.newBuilder(URI.create(base + "/api/v1/docks/stream?dock=dock-1"))
                        .header("Accept-Language", "fr")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertTrue(next(lines).contains("Passe"));
            scanned("dock-2", Effect.PASS, "RR473124829GB");
            scanned("dock-1", Effect.HOLD, "RR473124829GB");
            String event = next(lines);
            while (!event.contains("Retenir")) {
                event = next(lines);
            }
            assertTrue(event.contains("dock-dock-1"), event);
        }
    }

    private static String next(BufferedReader lines) throws Exception {
        return CompletableFuture.supplyAsync(() -> lines.lines()
                        .filter(line -> line.startsWith("data: ") && line.length() > 20)
                        .findFirst())
                .get(20, TimeUnit.SECONDS)
                .orElseThrow();
    }

    private void scanned(String dock, Effect effect, String parcel) {
        board.scanned(
                new Scan("s", Instant.now(), "HAM1", dock, "hand-7", List.of(), parcel, null, null),
                verdict(effect, parcel));
    }

    private static Verdict verdict(Effect effect, String parcel) {
        return new Verdict(
                "s",
                effect,
                effect == Effect.PASS
                        ? List.of()
                        : List.of(new Finding(FindingCode.SERIAL_NOT_ISSUED, effect, Map.of())),
                new Identification("09506000134352", "ABC123", "XYZ", null, null, parcel),
                new Verdict.ReadingReport(null, List.of(), 1),
                new Verdict.ProductName("Acme", "Trail Runner 3"),
                "Go on.",
                "en",
                new Verdict.RegistryState(1, 1),
                null,
                Instant.now(),
                1);
    }

    private HttpResponse<String> get(String path, String languages) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Accept-Language", languages)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
