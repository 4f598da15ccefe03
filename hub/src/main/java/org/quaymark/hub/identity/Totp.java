package org.quaymark.hub.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords (RFC 6238): HMAC-SHA-1, steps of 30 s, six digits, as every authenticator app has it. */
final class Totp {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;
    /** A clock may be one step off to either side. */
    private static final int WINDOW = 1;

    private Totp() {}

    /** A new secret of 160 bits, base32 (RFC 4648). */
    static String newSecret() {
        byte[] bytes = Secrets.bytes(20);
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = buffer << 8 | b & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt(buffer >> bits & 31));
            }
        }
        return text.toString();
    }

    /**
     * The step whose password this is.
     *
     * @param after steps up to this one are used up
     * @return -1 where it is of no step near {@code now}
     */
    static long stepOf(String secret, String password, Instant now, long after) {
        long current = now.getEpochSecond() / STEP_SECONDS;
        long found = -1;
        for (long step = current - WINDOW; step <= current + WINDOW; step++) {
            boolean same = MessageDigest.isEqual(
                    password(secret, step).getBytes(StandardCharsets.US_ASCII),
                    password.getBytes(StandardCharsets.UTF_8));
            if (same && step > after) {
                found = step;
            }
        }
        return found;
    }

    /** The password of the step at an instant. */
    static String passwordAt(String secret, Instant at) {
        return password(secret, at.getEpochSecond() / STEP_SECONDS);
    }

    private static String password(String secret, long step) {
        return digits(decode(secret), step, 6);
    }

    /** RFC 4226 section 5.3. */
    static String digits(byte[] key, long counter, int count) {
        byte[] mac;
        try {
            Mac hmac = Mac.getInstance("HmacSHA1");
            hmac.init(new SecretKeySpec(key, "HmacSHA1"));
            mac = hmac.doFinal(ByteBuffer.allocate(8).putLong(counter).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
        int offset = mac[mac.length - 1] & 15;
        int number = ByteBuffer.wrap(mac).getInt(offset) & 0x7fffffff;
        int modulus = 1;
        for (int i = 0; i < count; i++) {
            modulus *= 10;
        }
        return String.format(Locale.ROOT, "%0" + count + "d", number % modulus);
    }

    private static byte[] decode(String secret) {
        ByteBuffer bytes = ByteBuffer.allocate(secret.length() * 5 / 8);
        int buffer = 0;
        int bits = 0;
        for (char c : secret.toCharArray()) {
            buffer = buffer << 5 | ALPHABET.indexOf(c);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (buffer >> bits));
            }
        }
        return bytes.array();
    }
}
