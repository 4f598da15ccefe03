package org.quaymark.hub.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quaymark.hub.Hub;
import org.quaymark.hub.OnBothDatabases;
import org.quaymark.hub.casework.CaseFilter;
import org.quaymark.hub.casework.CaseStatus;
import org.quaymark.hub.casework.Cases;
import org.quaymark.hub.casework.Casework;
import org.quaymark.hub.casework.Suspicions;
import org.quaymark.hub.identity.ApiKeys;
import org.quaymark.hub.identity.People;
import org.quaymark.hub.identity.Role;
import org.quaymark.hub.identity.Scope;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Engine;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.FindingCode;

/** The pages and the stream, over HTTP. */
@Timeout(60)
class ConsoleTest extends OnBothDatabases {
    private static final String HOSTILE = "\"><script>alert(1)</script>";

    private final HttpClient http = HttpClient.newHttpClient();
    private Hub hub;

    @Override
    protected Engine engine() {
        return Engine.SQLITE;
    }

    @BeforeEach
    void start() {
        hub = serve();
    }

    @Test
    void whoIsNotLoggedInComesToTheLoginPageAndBack() throws Exception {
        HttpResponse<String> answer = get("/cases/abc", "");
        assertEquals(303, answer.statusCode());
        assertEquals(
                "/login?next=%2Fcases%2Fabc",
                answer.headers().firstValue("Location").orElse(""));
    }

    @Test
    void logsInWithNamePasswordAndOneTimePassword() throws Exception {
        People.Credentials ann = hub.part(People.class).create("ann", EnumSet.of(Role.OFFICER));
        HttpResponse<String> wrong = login("ann", ann.password(), "000000");
        assertEquals(401, wrong.statusCode());
        assertTrue(wrong.body().contains("is not right"));
        HttpResponse<String> right = login("ann", ann.password(), ann.totpAt(Instant.now()));
        assertEquals(303, right.statusCode());
        String cookie = right.headers().firstValue("Set-Cookie").orElse("");
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        HttpResponse<String> list = get("/", cookie.substring(0, cookie.indexOf(';')));
        assertEquals(200, list.statusCode());
        assertTrue(
                list.headers().firstValue("Content-Security-Policy").orElse("").contains("default-src 'self'"));
        assertFalse(Pattern.compile("<script(?! src)|\\son[a-z]+=|style=")
                .matcher(list.body())
                .find());
    }

    @Test
    void whatALabelSaysIsShownAndNeverRun() throws Exception {
        String session = session(Role.OFFICER);
        hub.part(Casework.class)
                .suspect(Suspicions.of(1, HOSTILE, HOSTILE, HOSTILE, Effect.HOLD, FindingCode.SERIAL_NOT_ISSUED));
        for (String path : new String[] {"/", "/cases/" + caseId(), "/cases/rows?show=all&ids=" + caseId()}) {
            String page = get(path, session).body();
            assertTrue(page.contains("&lt;script&gt;alert(1)"), path);
            assertFalse(page.contains("<script>alert"), path);
        }
    }

    @Test
    void aDevicesNoticeIsShownInTheViewersLanguage() throws Exception {
        String session = session(Role.ADMIN);
        hub.part(Database.class)
                .transact(connection -> Sql.update(
                        connection,
                        "INSERT INTO device (site, dock, device, edge, seen_at, state, counts, since, notice)"
                                + " VALUES ('HAM1', 'd1', ?, 'edge-1', 0, 'online', '{\"reads\":12}', 0, ?)",
                        HOSTILE,
                        "{\"trouble\":\"KEYBOARD\",\"layout\":\"de\",\"since\":\"2026-11-25T06:00:00.000Z\"}"));
        for (String[] shown : new String[][] {
            {"en", "Set the scanner’s keyboard country to “German”."},
            {"de", "Das Tastaturland des Scanners auf „Deutsch“ stellen."},
            {"fr", "Réglez le pays du clavier"},
            {"es", "Ajuste el país del teclado"},
            {"zh", "请把扫描器的键盘国家设为"},
            {"ar", "اضبط بلد لوحة مفاتيح الماسح"}
        }) {
            String page = get("/edges?lang=" + shown[0], session).body();
            assertTrue(page.contains(shown[1]), page);
            assertFalse(page.contains("<script>alert") || page.contains("devices."), page);
        }
    }

    @Test
    void whatIsWrongWithAnEdgeIsShownAndAnAdministratorShutsItOut() throws Exception {
        hub.part(Database.class).transact(connection -> {
            Sql.update(
                    connection,
                    "INSERT INTO edge (id, site, status, public_key, generation, enrolled_at)"
                            + " VALUES ('edge-1', 'HAM1', 'active', 'x', 1, 0)");
            Sql.update(
                    connection,
                    "INSERT INTO edge_alarm (edge, generation, kind, sequence, since)"
                            + " VALUES ('edge-1', 1, 'fork', 7, 0), ('edge-1', 1, 'gap', 9, 0)");
        });
        String officers = get("/edges", session(Role.OFFICER)).body();
        assertTrue(officers.contains("data-alarm=\"fork\"") && officers.contains("data-alarm=\"gap\""), officers);
        assertFalse(officers.contains("/edges/edge-1/status"), "an officer cannot shut it out");
        String session = session(Role.ADMIN);
        Matcher token = Pattern.compile("name=\"token\" value=\"([0-9a-f]+)\"")
                .matcher(get("/edges", session).body());
        assertTrue(token.find());
        String path = "/edges/edge-1/status";
        assertEquals(403, post(path, session, "status=suspended&token=0").statusCode());
        assertEquals(
                400, post(path, session, "status=gone&token=" + token.group(1)).statusCode());
        assertEquals(
                303,
                post(path, session, "status=suspended&token=" + token.group(1)).statusCode());
        assertTrue(get("/edges?lang=de", session).body().contains("gesperrt"));
    }

    @Test
    void anOfficerDecidesWithAGroundAndOnlyFromHisOwnPage() throws Exception {
        String session = session(Role.OFFICER);
        hub.part(Casework.class).suspect(Suspicions.unissued(1, Suspicions.PARCEL, "S1"));
        String path = "/cases/" + caseId();
        String form = get(path + "?do=detain", session).body();
        Matcher token = Pattern.compile("name=\"token\" value=\"([0-9a-f]+)\"").matcher(form);
        assertTrue(token.find());
        assertEquals(
                403,
                post(path + "/actions", session, "action=detain&reason=x&token=0")
                        .statusCode());
        HttpResponse<String> noGround = post(path + "/actions", session, "action=detain&token=" + token.group(1));
        assertEquals(400, noGround.statusCode());
        assertTrue(noGround.body().contains("reason is missing"));
        HttpResponse<String> done =
                post(path + "/actions", session, "action=detain&reason=not+issued&token=" + token.group(1));
        assertEquals(303, done.statusCode());
        assertEquals(
                CaseStatus.DETAINED,
                hub.part(Cases.class).list(CaseFilter.newest(1)).get(0).status());
        assertTrue(get(path, session).body().contains("not issued"));
    }

    @Test
    void whoMayNotSeeCasesIsToldSo() throws Exception {
        String session = session(Role.DOCK);
        assertEquals(403, get("/", session).statusCode());
        assertEquals(404, get("/cases/none", session(Role.AUDITOR)).statusCode());
        assertEquals(404, get("/nothing", session).statusCode());
    }

    @Test
    void everyLanguageHasEverySentence() {
        for (var locale : org.quaymark.process.http.Locales.SUPPORTED) {
            Texts texts = Texts.of(locale);
            var english = java.util.ResourceBundle.getBundle("org.quaymark.hub.console.Console", java.util.Locale.ROOT);
            english.keySet().forEach(key -> assertFalse(texts.of(key).isBlank(), key));
            if (!locale.getLanguage().equals("en")) {
                var own = java.util.ResourceBundle.getBundle("org.quaymark.hub.console.Console", locale);
                assertEquals(locale.getLanguage(), own.getLocale().getLanguage());
                english.keySet().forEach(key -> {
                    Matcher names = Pattern.compile("\\{\\w+}").matcher(english.getString(key));
                    while (names.find()) {
                        assertTrue(own.getString(key).contains(names.group()), locale + " " + key);
                    }
                });
            }
        }
    }

    @Test
    void theStreamTellsNewAndChangedCasesAndGoesOnWhereItWas() throws Exception {
        String key = hub.part(ApiKeys.class).create("watcher", EnumSet.of(Scope.CASES_READ));
        Casework casework = hub.part(Casework.class);
        casework.suspect(Suspicions.unissued(1, "P1", "S1"));
        try (InputStream stream = stream(key, Map.of("Last-Event-ID", "0"))) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            assertTrue(next(lines, "id: 1").startsWith("event: opened"));
            casework.suspect(Suspicions.unissued(2, "P1", "S2"));
            assertTrue(next(lines, "id: 2").startsWith("event: changed"));
        }
        casework.suspect(Suspicions.unissued(3, "P3", "S3"));
        try (InputStream stream = stream(key, Map.of("Last-Event-ID", "2"))) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            assertTrue(next(lines, "id: 3").startsWith("event: opened"));
        }
    }

    private InputStream stream(String key, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri("/api/v1/cases/stream")).header("Authorization", "Bearer " + key);
        headers.forEach(request::header);
        HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        return answer.body();
    }

    /** The line after the one that is waited for. */
    private static String next(BufferedReader lines, String wanted) throws Exception {
        String line = lines.readLine();
        while (line != null) {
            String after = lines.readLine();
            if (line.equals(wanted) && after != null && after.startsWith("event:")) {
                return after;
            }
            line = after;
        }
        throw new AssertionError("the stream ended before " + wanted);
    }

    private String caseId() {
        return hub.part(Cases.class).list(CaseFilter.newest(1)).get(0).id();
    }

    private String session(Role role) throws Exception {
        People.Credentials person = hub.part(People.class).create(role.wireName(), EnumSet.of(role));
        HttpResponse<String> in = login(role.wireName(), person.password(), person.totpAt(Instant.now()));
        String cookie = in.headers().firstValue("Set-Cookie").orElse("");
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private HttpResponse<String> login(String name, String password, String totp) throws Exception {
        return post(
                "/login",
                "",
                "name=" + name + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8) + "&totp=" + totp);
    }

    private HttpResponse<String> get(String path, String cookie) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Cookie", cookie)
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String cookie, String form) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Cookie", cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + hub.port() + path);
    }
}
