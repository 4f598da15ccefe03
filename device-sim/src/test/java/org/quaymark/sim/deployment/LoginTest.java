package org.quaymark.sim.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginTest {
    /** RFC 6238 appendix B, the last six of the eight digits. */
    @Test
    void givesTheOneTimePasswordsOfTheRfc() {
        Login login = new Login("officer", "x", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertEquals("287082", login.totp(Instant.ofEpochSecond(59)));
        assertEquals("081804", login.totp(Instant.ofEpochSecond(1_111_111_109)));
        assertEquals("005924", login.totp(Instant.ofEpochSecond(1_234_567_890)));
    }
}
