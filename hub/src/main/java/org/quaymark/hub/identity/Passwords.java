package org.quaymark.hub.identity;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Passwords as PBKDF2-HMAC-SHA512 with 210,000 rounds (OWASP's figure) and a salt of 16 bytes. */
final class Passwords {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int ROUNDS = 210_000;
    private static final int MAX_ROUNDS = 2_000_000;
    private static final int BITS = 512;
    /** Checked where nobody of that name is there, so that a wrong name takes as long as a wrong password. */
    private static final String NOBODY = hash("nobody has this password");

    private Passwords() {}

    static String hash(String password) {
        byte[] salt = Secrets.bytes(16);
        return "pbkdf2-sha512$" + ROUNDS + "$" + base64(salt) + "$" + base64(derive(password, salt, ROUNDS));
    }

    static boolean matches(String password, String hash) {
        String[] parts = hash.split("\\$");
        if (parts.length != 4 || !parts[0].equals("pbkdf2-sha512")) {
            throw new IllegalStateException("a stored password is of an unknown form");
        }
        int rounds = Math.min(Integer.parseInt(parts[1]), MAX_ROUNDS);
        byte[] derived = derive(password, Base64.getDecoder().decode(parts[2]), rounds);
        return MessageDigest.isEqual(derived, Base64.getDecoder().decode(parts[3]));
    }

    @SuppressWarnings("UnusedVariable")
    static void matchNobody(String password) {
        boolean ignored = matches(password, NOBODY);
    }

    private static byte[] derive(String password, byte[] salt, int rounds) {
        try {
            return SecretKeyFactory.getInstance(ALGORITHM)
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, rounds, BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
