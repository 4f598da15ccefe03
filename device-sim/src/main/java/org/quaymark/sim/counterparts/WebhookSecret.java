package org.quaymark.sim.counterparts;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.settings.BadUsage;

/** A receiver's secret of Standard Webhooks 1.0.0, and what is refused by it. */
final class WebhookSecret {
    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final int MAX_SIGNATURES = 16;

    /** How far a message's time may be off: older ones may be played again by somebody else. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final SecretKeySpec key;

    private WebhookSecret(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /**
     * Reads {@code whsec_} and base64.
     *
     * @throws BadUsage where it is not of that form
     */
    static WebhookSecret parse(String option, String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "!");
            if (key.length >= 16 && key.length <= 64) {
                return new WebhookSecret(key);
            }
        } catch (IllegalArgumentException e) {
            throw new BadUsage(option + " is not whsec_ followed by base64", e);
        }
        throw new BadUsage(option + " is not whsec_ followed by base64 of 16 to 64 bytes");
    }

    /** Why a message is refused, or null where it is the sender's own and fresh. */
    @Nullable
    String refusal(
            @Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body, Instant now) {
        if (id == null || id.isBlank() || timestamp == null || signatures == null) {
            return "webhook-id, webhook-timestamp or webhook-signature is missing";
        }
        long seconds;
        try {
            seconds = Long.parseLong(timestamp);
        } catch (NumberFormatException e) {
            return "webhook-timestamp is not in seconds";
        }
        if (Math.abs(now.getEpochSecond() - seconds) > TOLERANCE.toSeconds()) {
            return "webhook-timestamp is more than five minutes off";
        }
        byte[] right = sign(id, timestamp, body);
        String[] given = signatures.split(" ", MAX_SIGNATURES);
        for (String signature : given) {
            if (signature.startsWith(VERSION) && MessageDigest.isEqual(right, decoded(signature))) {
                return null;
            }
        }
        return "no webhook-signature is right";
    }

    /** HMAC-SHA256 over {@code id.timestamp.body}. */
    byte[] sign(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static byte[] decoded(String signature) {
        try {
            return Base64.getDecoder().decode(signature.substring(VERSION.length()));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
