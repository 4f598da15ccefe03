package org.quaymark.sim.counterparts;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.quaymark.process.settings.BadUsage;

/** The vector of Standard Webhooks 1.0.0. */
class WebhookSecretTest {
    private static final WebhookSecret SECRET =
            WebhookSecret.parse("--customs-secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String AT = "1614265330";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.ofEpochSecond(1614265330);

    @Test
    void takesTheStandardsOwnMessage() {
        assertNull(SECRET.refusal(ID, AT, SIGNATURE, BODY, NOW));
    }

    @Test
    void takesAMessageWhereOneOfSeveralSignaturesIsRight() {
        assertNull(SECRET.refusal(ID, AT, "v1,AAAA v1a,xyz " + SIGNATURE, BODY, NOW));
    }

    @Test
    void refusesAnotherBodyIdOrSignature() {
        assertNotNull(SECRET.refusal(ID, AT, SIGNATURE, new byte[0], NOW));
        assertNotNull(SECRET.refusal("msg_other", AT, SIGNATURE, BODY, NOW));
        assertNotNull(SECRET.refusal(ID, AT, "v1,AAAA", BODY, NOW));
        assertNotNull(SECRET.refusal(ID, AT, SIGNATURE.replace("v1,", "v2,"), BODY, NOW));
        assertNotNull(SECRET.refusal(ID, AT, "v1,not base64!", BODY, NOW));
        assertNotNull(SECRET.refusal(ID, AT, null, BODY, NOW));
    }

    @Test
    void refusesAMessageThatIsPlayedAgainLater() {
        assertNotNull(SECRET.refusal(ID, AT, SIGNATURE, BODY, NOW.plusSeconds(301)));
        assertNotNull(SECRET.refusal(ID, AT, SIGNATURE, BODY, NOW.minusSeconds(301)));
    }

    @Test
    void refusesASecretThatIsNone() {
        assertThrows(BadUsage.class, () -> WebhookSecret.parse("--customs-secret", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        assertThrows(BadUsage.class, () -> WebhookSecret.parse("--customs-secret", "whsec_?"));
        assertThrows(BadUsage.class, () -> WebhookSecret.parse("--customs-secret", "whsec_AAAA"));
    }
}
