package org.quaymark.edge.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Believes the other end that has a certain public key (RFC 7469 calls that a pin), and whose chain besides is believed by
 * the authorities where there are any. A plain trust manager on purpose: Java then checks the other end's name itself.
 */
final class PinnedTrust implements X509TrustManager {
    private static final String PREFIX = "sha256/";
    private static final int DIGEST_BYTES = 32;

    private final @Nullable X509TrustManager chain;
    private final byte[] pin;

    PinnedTrust(@Nullable X509TrustManager chain, String pin) {
        this.chain = chain;
        byte[] digest = new byte[0];
        if (pin.startsWith(PREFIX)) {
            try {
                digest = Base64.getDecoder().decode(pin.substring(PREFIX.length()));
            } catch (IllegalArgumentException notBase64) {
                digest = new byte[0];
            }
        }
        if (digest.length != DIGEST_BYTES) {
            throw new IllegalArgumentException("a pin is sha256/ and the base64 SHA-256 of a public key");
        }
        this.pin = digest;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] certificates, String method) throws CertificateException {
        if (chain != null) {
            chain.checkServerTrusted(certificates, method);
        } else {
            certificates[0].checkValidity();
        }
        // Only the other end's own key counts: anybody can put a foreign certificate behind his own.
        if (!MessageDigest.isEqual(sha256(certificates[0].getPublicKey().getEncoded()), pin)) {
            throw new CertificateException("the other end does not have the pinned key");
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] certificates, String method) throws CertificateException {
        throw new CertificateException("nobody comes to us by this");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return chain == null ? new X509Certificate[0] : chain.getAcceptedIssuers();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
