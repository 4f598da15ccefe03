package org.quaymark.inspection.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An edge's requests, signed as RFC 9421 says, in one fixed profile: Ed25519 over {@code @method}, {@code @path}, {@code
 * @query} and {@code content-digest} (RFC 9530, SHA-256), with {@code created} and {@code keyid}, the edge's id. The body
 * is the one on the wire, after any content encoding.
 */
public final class RequestSignature {
    /** Header with the digest of the body. */
    public static final String CONTENT_DIGEST = "Content-Digest";
    /** Header with what is signed. */
    public static final String SIGNATURE_INPUT = "Signature-Input";
    /** Header with the signature. */
    public static final String SIGNATURE = "Signature";

    private static final String COMPONENTS = "(\"@method\" \"@path\" \"@query\" \"content-digest\")";
    private static final Pattern INPUT = Pattern.compile("edge=(" + Pattern.quote(COMPONENTS)
            + ";created=([0-9]{1,12});keyid=\"([A-Za-z0-9_-]{1,64})\";alg=\"ed25519\")");

    private RequestSignature() {}

    /**
     * The three headers to send with a request.
     *
     * @param path as sent, without the query: {@code /api/v1/edges/edge-1/journal}
     * @param query as sent without the question mark, null where there is none
     */
    public static Map<String, String> sign(
            SigningKey key, String keyId, String method, String path, @Nullable String query, byte[] body, Instant at) {
        String digest = contentDigest(body);
        String parameters = COMPONENTS + ";created=" + at.getEpochSecond() + ";keyid=\"" + keyId + "\";alg=\"ed25519\"";
        byte[] signature = key.sign(base(method, path, query, digest, parameters));
        return Map.of(
                CONTENT_DIGEST, digest,
                SIGNATURE_INPUT, "edge=" + parameters,
                SIGNATURE, "edge=:" + Base64.getEncoder().encodeToString(signature) + ":");
    }

    /**
     * What a request's headers claim, before anything is verified: whose key to look up and how old it is.
     *
     * @param keyId the edge's id
     * @param created when it says it was signed, to the second
     */
    public record Claim(String keyId, Instant created) {}

    /** The claim in a {@code Signature-Input} header, null where it is not of our profile. */
    public static @Nullable Claim claim(@Nullable String signatureInput) {
        if (signatureInput == null) {
            return null;
        }
        Matcher matcher = INPUT.matcher(signatureInput);
        return matcher.matches()
                ? new Claim(matcher.group(3), Instant.ofEpochSecond(Long.parseLong(matcher.group(2))))
                : null;
    }

    /** Whether the headers are this key's signature over this very request. */
    public static boolean verifies(
            VerifyingKey key,
            String method,
            String path,
            @Nullable String query,
            byte[] body,
            @Nullable String contentDigest,
            @Nullable String signatureInput,
            @Nullable String signature) {
        if (contentDigest == null || signatureInput == null || signature == null) {
            return false;
        }
        Matcher input = INPUT.matcher(signatureInput);
        if (!input.matches() || !signature.startsWith("edge=:") || !signature.endsWith(":") || signature.length() < 7) {
            return false;
        }
        if (!MessageDigest.isEqual(
                contentDigest.getBytes(StandardCharsets.UTF_8),
                contentDigest(body).getBytes(StandardCharsets.UTF_8))) {
            return false;
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(signature.substring(6, signature.length() - 1));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        return key.verifies(base(method, path, query, contentDigest, input.group(1)), bytes);
    }

    private static String contentDigest(byte[] body) {
        return "sha-256=:"
                + Base64.getEncoder().encodeToString(HashChain.sha256().digest(body)) + ":";
    }

    private static byte[] base(String method, String path, @Nullable String query, String digest, String parameters) {
        String base = "\"@method\": " + method + "\n"
                + "\"@path\": " + path + "\n"
                + "\"@query\": ?" + (query == null ? "" : query) + "\n"
                + "\"content-digest\": " + digest + "\n"
                + "\"@signature-params\": " + parameters;
        return base.getBytes(StandardCharsets.UTF_8);
    }
}
