package org.quaymark.sim.deployment;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a person logs in.
 *
 * @param totpSecret base32
 */
public record Login(String name, String password, String totpSecret) {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;

    /** The one-time password of that instant, as an authenticator app shows it (RFC 6238). */
    public String totp(Instant at) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret(), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(at.getEpochSecond() / STEP_SECONDS)
                    .array());
            int offset = hash[hash.length - 1] & 15;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }

    private byte[] secret() {
        ByteBuffer bytes = ByteBuffer.allocate(totpSecret.length() * 5 / 8);
        int buffer = 0;
        int bits = 0;
        for (char c : totpSecret.toUpperCase(Locale.ROOT).toCharArray()) {
            buffer = buffer << 5 | Math.max(0, ALPHABET.indexOf(c));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (buffer >> bits));
            }
        }
        return bytes.array();
    }

    @Override
    public String toString() {
        return "Login[" + name + "]";
    }
}
