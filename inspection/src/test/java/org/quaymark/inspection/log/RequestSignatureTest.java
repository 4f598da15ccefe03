package org.quaymark.inspection.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestSignatureTest {
    private static final String PATH = "/api/v1/edges/edge-1/journal";
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
    private static final Instant AT = Instant.parse("2026-11-21T10:15:30Z");

    private final SigningKey key = SigningKey.generate("edge-1");
    private final Map<String, String> headers = RequestSignature.sign(key, "edge-1", "POST", PATH, "a=1", BODY, AT);

    @Test
    void verifiesWhatWasSigned() {
        assertTrue(verifies("POST", PATH, BODY, headers));
        RequestSignature.Claim claim = RequestSignature.claim(headers.get(RequestSignature.SIGNATURE_INPUT));
        assertNotNull(claim);
        assertEquals("edge-1", claim.keyId());
        assertEquals(AT, claim.created());
    }

    @Test
    void refusesEveryTampering() {
        assertFalse(verifies("PUT", PATH, BODY, headers));
        assertFalse(verifies("POST", PATH + "x", BODY, headers));
        assertFalse(verifies("POST", PATH, "{} ".getBytes(StandardCharsets.UTF_8), headers));
        assertFalse(RequestSignature.verifies(
                key.verifyingKey(),
                "POST",
                PATH,
                "a=2",
                BODY,
                headers.get(RequestSignature.CONTENT_DIGEST),
                headers.get(RequestSignature.SIGNATURE_INPUT),
                headers.get(RequestSignature.SIGNATURE)));
        assertFalse(RequestSignature.verifies(
                SigningKey.generate("edge-1").verifyingKey(),
                "POST",
                PATH,
                "a=1",
                BODY,
                headers.get(RequestSignature.CONTENT_DIGEST),
                headers.get(RequestSignature.SIGNATURE_INPUT),
                headers.get(RequestSignature.SIGNATURE)));
    }

    @Test
    void refusesEveryChangedHeader() {
        for (String header : headers.keySet()) {
            String value = headers.get(header);
            for (int i = 0; i < value.length(); i++) {
                char other = value.charAt(i) == 'A' ? 'B' : 'A';
                Map<String, String> changed = new java.util.HashMap<>(headers);
                changed.put(header, value.substring(0, i) + other + value.substring(i + 1));
                // The last characters of base64 may hold bits that carry nothing.
                if (!header.equals(RequestSignature.SIGNATURE) || i < value.length() - 4) {
                    assertFalse(verifies("POST", PATH, BODY, changed), header + " at " + i);
                }
            }
        }
    }

    @Test
    void readsNoClaimInAnotherProfile() {
        assertNull(RequestSignature.claim(null));
        assertNull(RequestSignature.claim("sig1=(\"@method\");created=1;keyid=\"edge-1\";alg=\"ed25519\""));
        assertNull(RequestSignature.claim(headers.get(RequestSignature.SIGNATURE_INPUT) + "x"));
    }

    private boolean verifies(String method, String path, byte[] body, Map<String, String> sent) {
        return RequestSignature.verifies(
                key.verifyingKey(),
                method,
                path,
                "a=1",
                body,
                sent.get(RequestSignature.CONTENT_DIGEST),
                sent.get(RequestSignature.SIGNATURE_INPUT),
                sent.get(RequestSignature.SIGNATURE));
    }
}
