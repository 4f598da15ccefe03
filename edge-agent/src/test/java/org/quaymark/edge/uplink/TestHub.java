package org.quaymark.edge.uplink;

import com.github.luben.zstd.ZstdInputStream;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.SqliteJournal;
import org.quaymark.inspection.log.HashChain;
import org.quaymark.inspection.log.LogHead;
import org.quaymark.inspection.log.RequestSignature;
import org.quaymark.inspection.log.SigningKey;
import org.quaymark.inspection.log.VerifyingKey;
import org.quaymark.process.json.Json;

/** The hub's side of the wire, over HTTP and with real keys; a fault lets it, or what stands before it, misbehave. */
public final class TestHub implements AutoCloseable {
    private static final int PIECE = 20_000;

    private final SigningKey key = SigningKey.generate("quaymark-hub-test");
    private final List<String> journal = new CopyOnWriteArrayList<>();
    private final List<String> earlierGenerations = new CopyOnWriteArrayList<>();
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;
    private volatile SigningKey signer = key;
    private volatile String epoch = "e1";
    private volatile byte @Nullable [] snapshot;
    private volatile int snapshotAt;
    private volatile Function<String, @Nullable Answer> fault = path -> null;
    private volatile @Nullable VerifyingKey edgeKey;
    private volatile boolean loseKeyAnswers;

    public TestHub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    /** An answer. */
    public record Answer(int status, String type, byte[] body, Map<String, String> headers) {
        public static Answer of(int status, String type, String body) {
            return new Answer(status, type, body.getBytes(StandardCharsets.UTF_8), Map.of());
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Enrols the edge over the wire. */
    public EdgeIdentity enrol(SqliteJournal ofEdge, HubClient client) throws IOException, InterruptedException {
        Enrolment enrolment = new Enrolment(ofEdge, "edge-1");
        enrolment.bind();
        return enrolment.enrol(client, "code");
    }

    public SigningKey key() {
        return key;
    }

    public List<String> journal() {
        return journal;
    }

    /** Entries of the generations before this one. */
    public List<String> earlierGenerations() {
        return earlierGenerations;
    }

    public List<String> changes() {
        return changes;
    }

    public int requests() {
        return requests.get();
    }

    public void signWith(SigningKey other) {
        signer = other;
    }

    public void beginEpoch(String name) {
        epoch = name;
        changes.clear();
    }

    public void offerSnapshot(byte[] file, int at) {
        snapshot = file;
        snapshotAt = at;
    }

    /** What answers a path instead of the hub; null for the hub itself. */
    public void misbehave(Function<String, @Nullable Answer> how) {
        fault = how;
    }

    /** Takes a next key, and its answer is lost on the way. */
    public void loseKeyAnswers(boolean lost) {
        loseKeyAnswers = lost;
    }

    public @Nullable VerifyingKey edgeKey() {
        return edgeKey;
    }

    public void behave() {
        fault = path -> null;
    }

    public void publish(String record) {
        changes.add("{\"sequence\":" + (changes.size() + 1) + ",\"at\":\"2026-11-22T00:00:00.000Z\",\"record\":"
                + record + "}");
    }

    public byte[] chainAt(int sequence) {
        return chain(changes, sequence);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getRawPath();
        Answer answer;
        try {
            answer = fault.apply(path);
            if (answer == null) {
                answer = route(exchange, path, body);
            }
        } catch (RuntimeException e) {
            answer = Answer.of(500, "text/plain", e.toString());
        }
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    private Answer route(HttpExchange exchange, String path, byte[] body) throws IOException {
        if (path.endsWith("/enrolment")) {
            VerifyingKey given = VerifyingKey.parse(
                    Json.LENIENT.readTree(body).path("publicKey").asText());
            if (Json.LENIENT.readTree(body).path("code").asText().equals("used")) {
                return Answer.of(403, "application/problem+json", "{\"title\":\"used\"}");
            }
            VerifyingKey before = edgeKey;
            if (before != null && !before.toString().equals(given.toString())) {
                earlierGenerations.addAll(journal);
                journal.clear();
            }
            edgeKey = given;
            return Answer.of(
                    201,
                    "application/json",
                    "{\"edge\":\"edge-1\",\"site\":\"HAM1\",\"hubKey\":\"" + key.verifyingKey() + "\"}");
        }
        VerifyingKey known = edgeKey;
        if (known == null
                || !RequestSignature.verifies(
                        known,
                        exchange.getRequestMethod(),
                        path,
                        exchange.getRequestURI().getRawQuery(),
                        body,
                        exchange.getRequestHeaders().getFirst("Content-Digest"),
                        exchange.getRequestHeaders().getFirst("Signature-Input"),
                        exchange.getRequestHeaders().getFirst("Signature"))) {
            return Answer.of(401, "application/problem+json", "{\"type\":\"https://q/signature\"}");
        }
        if (path.endsWith("/key")) {
            String next = Json.LENIENT.readTree(body).path("publicKey").asText();
            edgeKey = VerifyingKey.parse(next);
            return loseKeyAnswers
                    ? Answer.of(502, "text/html", "<html>bad gateway</html>")
                    : Answer.of(200, "application/json", "{\"publicKey\":\"" + next + "\"}");
        }
        if (path.endsWith("/journal")) {
            return takeJournal("zstd".equals(exchange.getRequestHeaders().getFirst("Content-Encoding")), body);
        }
        return path.endsWith("/snapshot")
                ? piece(exchange.getRequestHeaders().getFirst("Range"))
                : feed(exchange.getRequestURI().getQuery());
    }

    private synchronized Answer takeJournal(boolean zstd, byte[] body) throws IOException {
        byte[] plain = zstd ? new ZstdInputStream(new ByteArrayInputStream(body)).readAllBytes() : body;
        List<String> lines = new String(plain, StandardCharsets.UTF_8).lines().toList();
        int first = Json.LENIENT.readTree(lines.get(0)).path("sequence").asInt();
        if (first > journal.size() + 1) {
            return Answer.of(
                    409,
                    "application/problem+json",
                    "{\"type\":\"https://q/gap\",\"expected\":" + (journal.size() + 1) + "}");
        }
        for (int i = 0; i < lines.size(); i++) {
            int at = first - 1 + i;
            if (at >= journal.size()) {
                journal.add(lines.get(i));
            } else if (!journal.get(at).equals(lines.get(i))) {
                return Answer.of(409, "application/problem+json", "{\"type\":\"https://q/forked-journal\"}");
            }
        }
        return receipt(journal, journal.size(), key);
    }

    /** A receipt for that journal, by that key. */
    public static Answer receipt(List<String> lines, int through, SigningKey by) {
        LogHead head = new LogHead("quaymark/journal/edge-1", through, chain(lines, through), Instant.now());
        try {
            return Answer.of(
                    200,
                    "application/json",
                    Json.LENIENT.writeValueAsString(
                            Map.of("acceptedThrough", through, "receipt", by.signNote(head.toNoteText()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer feed(String query) {
        int after = number(query, "after=(\\d+)");
        int end = Math.min(changes.size(), after + number(query, "limit=(\\d+)"));
        if (after > changes.size()) {
            return Answer.of(409, "application/problem+json", "{}");
        }
        StringBuilder body = new StringBuilder();
        changes.subList(after, end).forEach(line -> body.append(line).append('\n'));
        return new Answer(
                200,
                "application/x-ndjson",
                body.toString().getBytes(StandardCharsets.UTF_8),
                Map.of("Quaymark-Head", head(end), "Quaymark-Latest", Integer.toString(changes.size())));
    }

    private Answer piece(String range) {
        byte[] all = Objects.requireNonNull(snapshot);
        int from = number(range, "bytes=(\\d+)-");
        int to = Math.min(all.length, from + PIECE);
        return new Answer(
                206,
                "application/vnd.sqlite3",
                Arrays.copyOfRange(all, from, to),
                Map.of(
                        "Content-Range",
                        "bytes " + from + "-" + (to - 1) + "/" + all.length,
                        "ETag",
                        "\"" + sha256(all) + "\"",
                        "Quaymark-Head",
                        head(snapshotAt)));
    }

    private String head(int sequence) {
        LogHead head = new LogHead("quaymark/registry/" + epoch, sequence, chainAt(sequence), Instant.now());
        return Base64.getEncoder()
                .encodeToString(signer.signNote(head.toNoteText()).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] chain(List<String> lines, int through) {
        HashChain chain = HashChain.empty();
        lines.subList(0, through).forEach(line -> chain.append(line.getBytes(StandardCharsets.UTF_8)));
        return chain.head();
    }

    private static int number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
