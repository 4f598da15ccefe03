package org.quaymark.hub.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    @Test
    void signsAsTheSpecificationsVector() {
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                WebhookSignature.header(List.of(SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, BODY));
    }

    @Test
    void signsWithBothSecretsWhileOneIsReplaced() {
        String fresh = WebhookSignature.newSecret(new SecureRandom());
        String[] signatures = WebhookSignature.header(
                        List.of(fresh, SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, BODY)
                .split(" ");
        assertEquals(2, signatures.length);
        assertEquals("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signatures[1]);
    }

    @Test
    void refusesASecretOfAnotherFormWithoutRepeatingIt() {
        for (String secret : List.of("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_%%", "whsec_c2hvcnQ=")) {
            String message = assertThrows(IllegalArgumentException.class, () -> WebhookSignature.bytes(secret))
                    .getMessage();
            assertFalse(String.valueOf(message).contains(secret));
        }
    }
}
