package org.quaymark.edge.uplink;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.SqliteJournal;
import org.quaymark.inspection.log.SigningKey;
import org.quaymark.inspection.log.VerifyingKey;
import org.quaymark.process.json.Json;

/**
 * The edge's key pair and what the hub said when it was enrolled, both kept in the journal's file: journal and key share
 * their fate.
 */
public final class Enrolment {
    private static final String EDGE = "edge";
    static final String PRIVATE_KEY = "key.private";
    static final String PUBLIC_KEY = "key.public";
    private static final String HUB_KEY = "hub.key";
    private static final String SITE = "hub.site";
    private static final String USED_CODE = "enrol.used";
    private static final String NEXT_CODE = "enrol.next";
    private static final String NEXT_PRIVATE_KEY = "key.next.private";
    private static final String NEXT_PUBLIC_KEY = "key.next.public";

    private final SqliteJournal journal;
    private final String edge;

    /** The enrolment of that edge. */
    public Enrolment(SqliteJournal journal, String edge) {
        this.journal = journal;
        this.edge = edge;
    }

    /**
     * Makes sure the journal is this edge's, and makes its key pair where there is none yet.
     *
     * @throws EnrolmentRefused where it is another edge's
     */
    public void bind() {
        String owner = text(EDGE);
        if (owner == null) {
            put(EDGE, edge);
        } else if (!owner.equals(edge)) {
            throw new EnrolmentRefused("the data directory belongs to edge " + owner + ", not to " + edge
                    + "; give each edge its own --data");
        }
        if (journal.setting(PRIVATE_KEY) == null) {
            SigningKey key = SigningKey.generate(edge);
            put(PUBLIC_KEY, key.verifyingKey().toString());
            journal.putSetting(PRIVATE_KEY, key.encodedPrivateKey()).join();
        }
    }

    /** Who this edge is to the hub, null where it is not enrolled yet. */
    public @Nullable EdgeIdentity identity() {
        String hubKey = text(HUB_KEY);
        String site = text(SITE);
        return hubKey == null || site == null ? null : new EdgeIdentity(edge, site, key(), VerifyingKey.parse(hubKey));
    }

    /** Whether that code was not used or refused yet: a setting usually stays where it is after its first start. */
    public boolean isNew(String code) {
        return !fingerprint(code).equals(text(USED_CODE));
    }

    /** The hub does not want that code: it is not tried again. */
    public void forget(String code) {
        put(USED_CODE, fingerprint(code));
    }

    /**
     * Enrols with a one-time code. An edge that is enrolled already gets a new key, and its journal the next generation: what no
     * hub has confirmed is carried over. The new key is on disk before the hub hears of it, so that an answer that is lost on the
     * way is asked for again with the same key.
     *
     * @throws EnrolmentRefused where the hub refuses the code
     * @throws IOException where the hub cannot be reached or does not answer as a hub; to be tried again
     */
    public EdgeIdentity enrol(HubClient client, String code) throws IOException, InterruptedException {
        SigningKey key = identity() == null ? key() : nextKey(code);
        byte[] body = Json.LENIENT.writeValueAsBytes(
                Map.of("code", code, "publicKey", key.verifyingKey().toString()));
        HubAnswer answer = client.send(
                null,
                HubRequest.post(
                        "/api/v1/edges/" + edge + "/enrolment", Map.of("Content-Type", "application/json"), body));
        if (answer.status() == 403 && answer.isJson()) {
            throw new EnrolmentRefused("the hub refuses the enrolment code of edge " + edge + ": " + answer);
        }
        JsonNode json = answer.json();
        if (answer.status() / 100 != 2 || !json.path("hubKey").isTextual()) {
            throw new IOException("enrolling at the hub: " + answer);
        }
        VerifyingKey hubKey;
        try {
            hubKey = VerifyingKey.parse(json.path("hubKey").asText());
        } catch (IllegalArgumentException e) {
            throw new IOException("the hub's key is not valid: " + e.getMessage(), e);
        }
        // A change of key that was begun is of the key before this one.
        journal.beginGeneration(Map.of(
                        KeyChange.PRIVATE_KEY,
                        new byte[0],
                        PRIVATE_KEY,
                        key.encodedPrivateKey(),
                        PUBLIC_KEY,
                        bytes(key.verifyingKey().toString()),
                        SITE,
                        bytes(json.path("site").asText("")),
                        HUB_KEY,
                        bytes(hubKey.toString()),
                        USED_CODE,
                        bytes(fingerprint(code)),
                        NEXT_CODE,
                        new byte[0],
                        NEXT_PRIVATE_KEY,
                        new byte[0]))
                .join();
        return Objects.requireNonNull(identity());
    }

    private SigningKey nextKey(String code) {
        String fingerprint = fingerprint(code);
        if (!fingerprint.equals(text(NEXT_CODE))) {
            SigningKey key = SigningKey.generate(edge);
            put(NEXT_PUBLIC_KEY, key.verifyingKey().toString());
            journal.putSetting(NEXT_PRIVATE_KEY, key.encodedPrivateKey()).join();
            put(NEXT_CODE, fingerprint);
        }
        return SigningKey.of(
                Objects.requireNonNull(journal.setting(NEXT_PRIVATE_KEY)),
                VerifyingKey.parse(Objects.requireNonNull(text(NEXT_PUBLIC_KEY))));
    }

    private static String fingerprint(String code) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private SigningKey key() {
        return SigningKey.of(
                Objects.requireNonNull(journal.setting(PRIVATE_KEY)),
                VerifyingKey.parse(Objects.requireNonNull(text(PUBLIC_KEY))));
    }

    private @Nullable String text(String key) {
        byte[] value = journal.setting(key);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    private void put(String key, String value) {
        journal.putSetting(key, value.getBytes(StandardCharsets.UTF_8)).join();
    }
}
