package org.quaymark.hub.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.quaymark.hub.HttpCaller;
import org.quaymark.hub.Hub;
import org.quaymark.hub.edges.Enrolments;
import org.quaymark.inspection.log.HashChain;
import org.quaymark.inspection.log.LogHead;
import org.quaymark.inspection.log.RequestSignature;
import org.quaymark.inspection.log.SigningKey;
import org.quaymark.process.json.Json;

/** An edge as a hub sees it: a key, a journal and signed requests. */
public final class TestEdge {
    final String id;
    final SigningKey key;
    private final List<byte[]> lines = new ArrayList<>();
    private final List<byte[]> chain = new ArrayList<>(List.of(HashChain.empty().head()));

    TestEdge(String id, SigningKey key) {
        this.id = id;
        this.key = key;
    }

    public static TestEdge enrolled(Hub hub, String id) {
        SigningKey key = SigningKey.generate(id);
        String code = hub.part(Enrolments.class).issue(id, "HAM1");
        try {
            String body = Json.STRICT.writeValueAsString(
                    Map.of("code", code, "publicKey", key.verifyingKey().toString()));
            HttpResponse<String> answer =
                    HttpCaller.nobody(hub).send("POST", "/api/v1/edges/" + id + "/enrolment", body);
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(answer.body());
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return new TestEdge(id, key);
    }

    public void write(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        lines.add(bytes);
        chain.add(HashChain.from(chain.get(chain.size() - 1)).append(bytes));
    }

    void sees(String scan, String serial) {
        long sequence = lines.size() + 1;
        write("{\"kind\":\"sighting\",\"sequence\":" + sequence
                + ",\"at\":\"2026-11-21T10:15:30.123Z\",\"scan\":{\"id\":\""
                + scan + "\",\"at\":\"2026-11-21T10:15:30.100Z\",\"site\":\"HAM1\",\"dock\":\"d1\",\"device\":\"h1\","
                + "\"codes\":[]},\"verdict\":{\"scan\":\"" + scan
                + "\",\"verdict\":\"HOLD\",\"findings\":[{\"code\":\"SERIAL_NOT_ISSUED\",\"effect\":\"HOLD\"}],"
                + "\"identified\":{\"gtin\":\"09506000134352\",\"serial\":\"" + serial
                + "\"},\"reading\":{\"repaired\":[],"
                + "\"hypotheses\":1},\"instruction\":\"x\",\"locale\":\"en\",\"registry\":{\"sequence\":1,\"ageSeconds\":1},"
                + "\"at\":\"2026-11-21T10:15:30.123Z\",\"elapsedMicros\":5}}");
    }

    public HttpResponse<String> send(Hub hub, int first, int last) {
        return send(hub, first, last, chain.get(last), key);
    }

    HttpResponse<String> send(Hub hub, int first, int last, byte[] head, SigningKey with) {
        StringBuilder body = new StringBuilder();
        for (int i = first; i <= last; i++) {
            body.append(new String(lines.get(i - 1), StandardCharsets.UTF_8)).append('\n');
        }
        return send(hub, body.toString().getBytes(StandardCharsets.UTF_8), last, head, with, "identity", Instant.now());
    }

    HttpResponse<String> send(
            Hub hub, byte[] body, int last, byte[] head, SigningKey with, String encoding, Instant at) {
        String path = "/api/v1/edges/" + id + "/journal";
        String note = with.signNote(new LogHead("quaymark/journal/" + id, last, head, Instant.now()).toNoteText());
        HttpRequest.Builder request = HttpCaller.nobody(hub)
                .request(path)
                .header("Content-Encoding", encoding)
                .header("Quaymark-Head", Base64.getEncoder().encodeToString(note.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        RequestSignature.sign(with, id, "POST", path, null, body, at).forEach(request::header);
        return HttpCaller.send(request);
    }

    byte[] head() {
        return chain.get(chain.size() - 1);
    }

    byte[] body() {
        StringBuilder body = new StringBuilder();
        lines.forEach(
                line -> body.append(new String(line, StandardCharsets.UTF_8)).append('\n'));
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    public int length() {
        return lines.size();
    }
}
