package org.quaymark.hub.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TotpTest {
    private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238 appendix B, SHA-1. */
    @Test
    void givesThePasswordsOfTheStandard() {
        assertEquals("94287082", Totp.digits(KEY, 59 / 30, 8));
        assertEquals("07081804", Totp.digits(KEY, 1111111109L / 30, 8));
        assertEquals("89005924", Totp.digits(KEY, 1234567890L / 30, 8));
        assertEquals("65353130", Totp.digits(KEY, 20000000000L / 30, 8));
    }

    @Test
    void takesAStepOnceAndOneStepToEitherSide() {
        String secret = Totp.newSecret();
        Instant now = Instant.ofEpochSecond(1_700_000_010);
        long step = now.getEpochSecond() / 30;
        String password = Totp.passwordAt(secret, now);
        assertEquals(step, Totp.stepOf(secret, password, now, 0));
        assertEquals(step, Totp.stepOf(secret, password, now.plusSeconds(30), 0));
        assertEquals(-1, Totp.stepOf(secret, password, now.plusSeconds(60), 0));
        assertEquals(-1, Totp.stepOf(secret, password, now, step));
    }

    @Test
    void knowsAPasswordByItsHashAlone() {
        String hash = Passwords.hash("correct horse");
        assertTrue(Passwords.matches("correct horse", hash));
        assertFalse(Passwords.matches("wrong horse", hash));
    }
}
