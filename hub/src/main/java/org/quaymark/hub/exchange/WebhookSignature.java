package org.quaymark.hub.exchange;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures of Standard Webhooks 1.0.0: {@code v1} is HMAC-SHA256 over {@code id.timestamp.body}. With several secrets,
 * as while one is being replaced, each gives a signature and any of them is enough for the receiver.
 */
final class WebhookSignature {
    static final String PREFIX = "whsec_";
    /** Sizes of a secret that the specification allows, in bytes. */
    private static final int MIN_BYTES = 24;

    private static final int MAX_BYTES = 64;

    private WebhookSignature() {}

    /** The value of the header {@code webhook-signature}. */
    static String header(List<String> secrets, String id, long timestampSeconds, byte[] body) {
        byte[] head = (id + "." + timestampSeconds + ".").getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(hmac(bytes(secret), head, body)))
                .collect(Collectors.joining(" "));
    }

    /** A new secret of 32 random bytes. */
    static String newSecret(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The bytes of a secret.
     *
     * @throws IllegalArgumentException where it is no {@code whsec_} with 24 to 64 bytes in base64; never names the secret
     */
    static byte[] bytes(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("secret does not start with " + PREFIX);
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("secret is not base64 after " + PREFIX);
        }
        if (bytes.length < MIN_BYTES || bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "secret has " + bytes.length + " bytes, not " + MIN_BYTES + " to " + MAX_BYTES);
        }
        return bytes;
    }

    private static byte[] hmac(byte[] key, byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(head);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
