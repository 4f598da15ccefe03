package org.quaymark.edge.uplink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.quaymark.edge.journal.SqliteJournal;
import org.quaymark.inspection.log.SigningKey;
import org.quaymark.inspection.log.VerifyingKey;
import org.quaymark.process.json.Json;

/**
 * The change of an enrolled edge's key. The next key is on disk before the hub hears of it, and the present one stays until
 * the hub's answer: whenever the edge ends in between, one of the two is the one the hub knows, and asking again finds out.
 */
public final class KeyChange {
    static final String PRIVATE_KEY = "key.change.private";
    private static final String PUBLIC_KEY = "key.change.public";

    private final SqliteJournal journal;
    private final Enrolment enrolment;

    /** The change of that enrolment's key. */
    public KeyChange(SqliteJournal journal, Enrolment enrolment) {
        this.journal = journal;
        this.enrolment = enrolment;
    }

    /** Whether one was begun and is not done. */
    public boolean isBegun() {
        byte[] next = journal.setting(PRIVATE_KEY);
        return next != null && next.length > 0;
    }

    /** Makes the next key and keeps it; one that was begun goes on. On disk when this returns. */
    public void begin(String edge) {
        if (!isBegun()) {
            SigningKey next = SigningKey.generate(edge);
            journal.putSettings(Map.of(
                            PRIVATE_KEY, next.encodedPrivateKey(),
                            PUBLIC_KEY, bytes(next.verifyingKey().toString())))
                    .join();
        }
    }

    /**
     * Tells the hub the next key, and takes it as the present one.
     *
     * @return who the edge is from now on
     * @throws IOException where the hub has not answered, or refuses both keys; the present key stays, to be tried again
     */
    public EdgeIdentity finish(HubClient client) throws IOException, InterruptedException {
        EdgeIdentity present = Objects.requireNonNull(enrolment.identity());
        SigningKey next = SigningKey.of(
                Objects.requireNonNull(journal.setting(PRIVATE_KEY)),
                VerifyingKey.parse(
                        new String(Objects.requireNonNull(journal.setting(PUBLIC_KEY)), StandardCharsets.UTF_8)));
        HubRequest request = request(present.edge(), next);
        HubAnswer answer = client.send(present, request);
        if (answer.status() == 401 || answer.status() == 403) {
            // It may have the next one already, and its answer was lost on the way.
            answer = client.send(new EdgeIdentity(present.edge(), present.site(), next, present.hubKey()), request);
        }
        if (answer.status() != 200
                || !next.verifyingKey()
                        .toString()
                        .equals(answer.json().path("publicKey").asText())) {
            throw new IOException("the hub has not taken the next key: " + answer);
        }
        journal.putSettings(Map.of(
                        Enrolment.PRIVATE_KEY,
                        next.encodedPrivateKey(),
                        Enrolment.PUBLIC_KEY,
                        bytes(next.verifyingKey().toString()),
                        PRIVATE_KEY,
                        new byte[0]))
                .join();
        return Objects.requireNonNull(enrolment.identity());
    }

    /** The next key proves itself by signing a note that names the edge. */
    private static HubRequest request(String edge, SigningKey next) throws IOException {
        String key = next.verifyingKey().toString();
        String proof = next.signNote("quaymark/key/" + edge + "\n" + key + "\n");
        return HubRequest.post(
                "/api/v1/edges/" + edge + "/key",
                Map.of("Content-Type", "application/json"),
                Json.LENIENT.writeValueAsBytes(Map.of("publicKey", key, "proof", proof)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
