package org.quaymark.inspection.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * An Ed25519 key pair with the name it signs notes under (C2SP {@code signed-note}). Its private half leaves it only by
 * {@link #encodedPrivateKey}, for its keeper's own file. Immutable and thread-safe.
 */
public final class SigningKey {
    private final String name;
    private final PrivateKey privateKey;
    private final VerifyingKey verifyingKey;

    private SigningKey(String name, PrivateKey privateKey, VerifyingKey verifyingKey) {
        this.name = name;
        this.privateKey = privateKey;
        this.verifyingKey = verifyingKey;
    }

    /** A new key pair from the platform's secure random source. */
    public static SigningKey generate(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(name, pair.getPrivate(), VerifyingKey.ofPublicKey(name, pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    /**
     * The pair that was stored.
     *
     * @param encodedPrivateKey PKCS #8, as {@link #encodedPrivateKey} gave it
     * @param verifyingKey its public half
     * @throws IllegalArgumentException where the bytes are no Ed25519 key
     */
    public static SigningKey of(byte[] encodedPrivateKey, VerifyingKey verifyingKey) {
        try {
            PrivateKey key =
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encodedPrivateKey));
            return new SigningKey(verifyingKey.name(), key, verifyingKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 private key", e);
        }
    }

    /** The name it signs under. */
    public String name() {
        return name;
    }

    /** The public half. */
    public VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    /** The private half, PKCS #8. */
    public byte[] encodedPrivateKey() {
        return privateKey.getEncoded();
    }

    /** An Ed25519 signature over the message, 64 bytes. */
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing as " + name, e);
        }
    }

    /**
     * A signed note: the text, an empty line, and the signature line.
     *
     * @param text ends with a line feed
     */
    public String signNote(String text) {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("a note's text ends with a line feed");
        }
        byte[] signature = sign(text.getBytes(StandardCharsets.UTF_8));
        byte[] line = ByteBuffer.allocate(4 + signature.length)
                .putInt(verifyingKey.noteKeyId())
                .put(signature)
                .array();
        return text + "\n\u2014 " + name + " " + Base64.getEncoder().encodeToString(line) + "\n";
    }
}
