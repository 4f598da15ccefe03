package org.quaymark.hub.detection;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.HttpCaller;
import org.quaymark.hub.Hub;
import org.quaymark.hub.edges.Enrolments;
import org.quaymark.hub.registry.RegistryAuthority;
import org.quaymark.inspection.log.HashChain;
import org.quaymark.inspection.log.LogHead;
import org.quaymark.inspection.log.RequestSignature;
import org.quaymark.inspection.log.SigningKey;
import org.quaymark.process.json.Json;

/** An edge at a dock as its hub sees it: a key of its own, a chained journal, signed batches. Keeps none of what it sent. */
final class SimulatedDock {
    /** GTIN whose units the registry tells apart by serial. */
    static final String GTIN = "09506000134352";

    final String edge;
    final String site;
    private final SigningKey key;
    private final HashChain chain = HashChain.empty();
    private final StringBuilder waiting = new StringBuilder();
    private long sequence;
    private @Nullable Instant last;

    /** It has the registry as it was when it was enrolled. */
    private final long registry;

    private SimulatedDock(String edge, String site, SigningKey key, long registry) {
        this.registry = registry;
        this.edge = edge;
        this.site = site;
        this.key = key;
    }

    static SimulatedDock enrolled(Hub hub, String edge, String site) throws Exception {
        SigningKey key = SigningKey.generate(edge);
        String code = hub.part(Enrolments.class).issue(edge, site);
        String body = Json.STRICT.writeValueAsString(
                Map.of("code", code, "publicKey", key.verifyingKey().toString()));
        HttpResponse<String> answer = HttpCaller.nobody(hub).send("POST", "/api/v1/edges/" + edge + "/enrolment", body);
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
        return new SimulatedDock(
                edge, site, key, hub.part(RegistryAuthority.class).head().sequence());
    }

    /** What a scan says and came to; what is null is left out. */
    record Seen(
            String scan,
            Instant at,
            Instant written,
            String gtin,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String parcel,
            @Nullable String shipment,
            String verdict,
            List<String> findings,
            List<String> repaired) {
        /** A clean reading of a unit that passed. */
        static Seen passing(String scan, Instant at, String serial, @Nullable String parcel) {
            return new Seen(scan, at, at, GTIN, null, serial, parcel, null, "PASS", List.of(), List.of());
        }

        /** A unit of a lot without serials. */
        static Seen ofLot(String scan, Instant at, String gtin, String lot, @Nullable String parcel) {
            return new Seen(scan, at, at, gtin, lot, null, parcel, null, "PASS", List.of(), List.of());
        }

        Seen written(Instant time) {
            return new Seen(scan, at, time, gtin, lot, serial, parcel, shipment, verdict, findings, repaired);
        }

        Seen found(String effect, String code) {
            return new Seen(scan, at, written, gtin, lot, serial, parcel, shipment, effect, List.of(code), repaired);
        }

        Seen shipped(String json) {
            return new Seen(scan, at, written, gtin, lot, serial, parcel, json, verdict, findings, repaired);
        }

        Seen repaired(String fault) {
            return new Seen(scan, at, written, gtin, lot, serial, parcel, shipment, verdict, findings, List.of(fault));
        }
    }

    SimulatedDock sees(Seen seen) {
        StringBuilder code = new StringBuilder("01").append(seen.gtin());
        if (seen.lot() != null) {
            code.append("10").append(seen.lot());
        }
        if (seen.serial() != null) {
            code.append(seen.lot() == null ? "21" : "\\u001d21").append(seen.serial());
        }
        StringBuilder line = new StringBuilder(800)
                .append("{\"kind\":\"sighting\",\"sequence\":")
                .append(sequence + 1)
                .append(",\"at\":\"")
                .append(seen.written())
                .append("\",\"scan\":{\"id\":\"")
                .append(seen.scan())
                .append("\",\"at\":\"")
                .append(seen.at())
                .append("\",\"site\":\"")
                .append(site)
                .append("\",\"dock\":\"d1\",\"device\":\"hand-1\",\"codes\":[{\"data\":\"")
                .append(code)
                .append("\",\"symbology\":\"]d2\"}]");
        text(line, ",\"parcel\":", seen.parcel());
        if (seen.shipment() != null) {
            line.append(",\"shipment\":").append(seen.shipment());
        }
        line.append("},\"verdict\":{\"scan\":\"")
                .append(seen.scan())
                .append("\",\"verdict\":\"")
                .append(seen.verdict())
                .append("\",\"findings\":[");
        for (String finding : seen.findings()) {
            line.append("{\"code\":\"").append(finding).append("\",\"effect\":\"");
            line.append(seen.verdict()).append("\"}");
        }
        line.append("],\"identified\":{\"gtin\":\"").append(seen.gtin()).append('"');
        text(line, ",\"lot\":", seen.lot());
        text(line, ",\"serial\":", seen.serial());
        text(line, ",\"parcel\":", seen.parcel());
        line.append("},\"reading\":{\"repaired\":[");
        seen.repaired().forEach(fault -> line.append('"').append(fault).append('"'));
        line.append("],\"hypotheses\":1},\"instruction\":\"Put it on the belt.\",\"locale\":\"en\",\"registry\":")
                .append("{\"sequence\":")
                .append(registry)
                .append(",\"ageSeconds\":1},\"policy\":\"standard-1\",\"at\":\"")
                .append(seen.written())
                .append("\",\"elapsedMicros\":180}}");
        return write(line.toString(), seen.written());
    }

    /** A worker scanned {@code QM:RELEASED} after a scan. */
    SimulatedDock release(String scan, Instant at) {
        return write(
                "{\"kind\":\"action\",\"sequence\":" + (sequence + 1) + ",\"at\":\"" + at + "\",\"id\":\"w-" + scan
                        + "\",\"site\":\"" + site + "\",\"dock\":\"d1\",\"device\":\"hand-1\",\"action\":\"RELEASED\","
                        + "\"scan\":\"" + scan + "\"}",
                at);
    }

    private SimulatedDock write(String line, Instant at) {
        sequence++;
        last = at;
        chain.append(line.getBytes(StandardCharsets.UTF_8));
        waiting.append(line).append('\n');
        return this;
    }

    private static void text(StringBuilder line, String name, @Nullable String value) {
        if (value != null) {
            line.append(name).append('"').append(value).append('"');
        }
    }

    int waitingBytes() {
        return waiting.length();
    }

    /** Sends what waits as one batch, signed a second after its newest entry. */
    void send(Hub hub) {
        Instant newest = last;
        if (newest != null) {
            send(hub, newest.plusSeconds(1));
        }
    }

    /** Sends what waits as one batch, signed at that time of the hub's. */
    void send(Hub hub, Instant signed) {
        if (waiting.isEmpty()) {
            return;
        }
        byte[] body = waiting.toString().getBytes(StandardCharsets.UTF_8);
        waiting.setLength(0);
        post(hub, body, signed);
    }

    private void post(Hub hub, byte[] body, Instant signed) {
        String path = "/api/v1/edges/" + edge + "/journal";
        LogHead head = new LogHead("quaymark/journal/" + edge, sequence, chain.head(), signed);
        String note = key.signNote(head.toNoteText());
        HttpRequest.Builder request = HttpCaller.nobody(hub)
                .request(path)
                .header("Content-Encoding", "identity")
                .header("Quaymark-Head", Base64.getEncoder().encodeToString(note.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        RequestSignature.sign(key, edge, "POST", path, null, body, Instant.now())
                .forEach(request::header);
        HttpResponse<String> answer = HttpCaller.send(request);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(edge + ": " + answer.statusCode() + " " + answer.body());
        }
    }
}
