package org.quaymark.edge.broker;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A password that cannot be read back: {@code pbkdf2-sha256$iterations$salt$hash}, the last two base64. */
@SuppressWarnings("ArrayRecordComponent") // compared by MessageDigest.isEqual only
record PasswordHash(int iterations, byte[] salt, byte[] hash) {
    private static final String KIND = "pbkdf2-sha256";
    private static final int ITERATIONS = 60_000;
    private static final int MOST_ITERATIONS = 2_000_000;
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static String newPassword() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static PasswordHash of(String password) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return new PasswordHash(ITERATIONS, salt, derive(password, ITERATIONS, salt));
    }

    static PasswordHash parse(String text) {
        String[] parts = text.split("\\$", -1);
        if (parts.length != 4 || !parts[0].equals(KIND) || !parts[1].matches("[0-9]{1,7}")) {
            throw new IllegalArgumentException("the hash is not " + KIND + "$iterations$salt$hash");
        }
        int iterations = Integer.parseInt(parts[1]);
        byte[] hash = Base64.getDecoder().decode(parts[3]);
        if (iterations < 1 || iterations > MOST_ITERATIONS || hash.length != BYTES) {
            throw new IllegalArgumentException("the hash has " + BYTES + " bytes and at most 2,000,000 iterations");
        }
        return new PasswordHash(iterations, Base64.getDecoder().decode(parts[2]), hash);
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(hash, derive(password, iterations, salt));
    }

    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder();
        return KIND + "$" + iterations + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static byte[] derive(String password, int iterations, byte[] salt) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, BYTES * 8))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("deriving a password's hash", e);
        }
    }
}
