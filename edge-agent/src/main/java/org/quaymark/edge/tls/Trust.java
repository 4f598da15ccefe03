package org.quaymark.edge.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom to believe at the other end of a TLS connection, and as whom to come. The other end's name is checked in every case.
 * Immutable.
 */
public final class Trust {
    /** The certificate authorities this Java knows. */
    public static final Trust SYSTEM = new Trust(null, null);

    private final @Nullable TrustManager trusted;
    private final KeyManager @Nullable [] own;

    private Trust(@Nullable TrustManager trusted, KeyManager @Nullable [] own) {
        this.trusted = trusted;
        this.own = own;
    }

    /**
     * Trust as a person set it.
     *
     * @param authorities PEM file of the only authorities believed; null for those this Java knows
     * @param pin {@code sha256/} and the base64 SHA-256 of the other end's public key; where it is given without authorities,
     *     it is enough
     * @param certificate PEM file of our own certificate and its chain, null where we come without
     * @param key PEM file of its PKCS #8 key
     * @throws IllegalArgumentException where a file cannot be read or used; names the file and nothing of its content
     */
    public static Trust of(
            @Nullable Path authorities, @Nullable String pin, @Nullable Path certificate, @Nullable Path key) {
        if ((certificate == null) != (key == null)) {
            throw new IllegalArgumentException("a certificate and its key go together");
        }
        try {
            X509TrustManager chain = authorities == null && pin != null ? null : chain(authorities);
            TrustManager trusted = pin == null ? chain : new PinnedTrust(chain, pin);
            return new Trust(
                    authorities == null && pin == null ? null : trusted,
                    certificate == null || key == null ? null : own(certificate, key));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("certificates or key cannot be used: " + e.getMessage(), e);
        }
    }

    /** A context for sockets of either kind. */
    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManager one = trusted;
            context.init(own, one == null ? null : new TrustManager[] {one}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("setting TLS up", e);
        }
    }

    private static X509TrustManager chain(@Nullable Path authorities) throws GeneralSecurityException {
        KeyStore store = null;
        if (authorities != null) {
            store = empty();
            int number = 0;
            for (X509Certificate authority : read(authorities, Pem::certificates)) {
                store.setCertificateEntry("authority-" + number++, authority);
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    private static KeyManager[] own(Path certificate, Path key) throws GeneralSecurityException {
        List<X509Certificate> chain = read(certificate, Pem::certificates);
        PrivateKey secret = read(key, Pem::privateKey);
        KeyStore store = empty();
        store.setKeyEntry("own", secret, new char[0], chain.toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new IllegalStateException("an empty key store", e);
        }
        return store;
    }

    private static <T> T read(Path file, Reading<T> how) throws GeneralSecurityException {
        try {
            return how.of(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private interface Reading<T> {
        T of(Path file) throws IOException, GeneralSecurityException;
    }
}
