package org.quaymark.inspection.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The public half of a {@link SigningKey}, in the text form of C2SP {@code signed-note}: {@code name+keyid+base64}.
 * Immutable and thread-safe.
 */
public final class VerifyingKey {
    private static final byte ED25519 = 1;
    private static final int RAW_LENGTH = 32;
    /** What stands before the 32 bytes in an X.509 SubjectPublicKeyInfo of Ed25519 (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] raw;
    private final PublicKey publicKey;

    private VerifyingKey(String name, byte[] raw, PublicKey publicKey) {
        if (name.isEmpty() || name.indexOf(' ') >= 0 || name.indexOf('+') >= 0 || name.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a key's name is not empty and has no blank and no plus: " + name);
        }
        this.name = name;
        this.raw = raw;
        this.publicKey = publicKey;
    }

    static VerifyingKey ofPublicKey(String name, PublicKey publicKey) {
        byte[] encoded = publicKey.getEncoded();
        return new VerifyingKey(
                name, Arrays.copyOfRange(encoded, encoded.length - RAW_LENGTH, encoded.length), publicKey);
    }

    /**
     * A key from its 32 bytes (RFC 8032).
     *
     * @throws IllegalArgumentException where they are no key
     */
    public static VerifyingKey ofRaw(String name, byte[] raw) {
        if (raw.length != RAW_LENGTH) {
            throw new IllegalArgumentException("an Ed25519 public key is 32 bytes, not " + raw.length);
        }
        try {
            byte[] encoded = ByteBuffer.allocate(X509_PREFIX.length + RAW_LENGTH)
                    .put(X509_PREFIX)
                    .put(raw)
                    .array();
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            return new VerifyingKey(name, raw.clone(), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key", e);
        }
    }

    /**
     * A key from its text form.
     *
     * @throws IllegalArgumentException where it is not of that form or its key id does not match
     */
    public static VerifyingKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a verifying key is name+keyid+base64");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != RAW_LENGTH + 1 || typed[0] != ED25519) {
            throw new IllegalArgumentException("a verifying key is of type Ed25519");
        }
        VerifyingKey key = ofRaw(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().toHexDigits(key.noteKeyId()).equals(parts[1])) {
            throw new IllegalArgumentException("the key id does not match the key");
        }
        return key;
    }

    /** The name signatures are made under. */
    public String name() {
        return name;
    }

    /** The 32 bytes of the key (RFC 8032). */
    public byte[] raw() {
        return raw.clone();
    }

    /** Whether the signature over the message is this key's. */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /** The text of a note that carries a valid signature of this key, or null where it does not. */
    public @Nullable String openNote(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0) {
            return null;
        }
        String text = note.substring(0, end + 1);
        String start = "\u2014 " + name + " ";
        for (String line : note.substring(end + 2).split("\n")) {
            if (!line.startsWith(start)) {
                continue;
            }
            byte[] bytes;
            try {
                bytes = Base64.getDecoder().decode(line.substring(start.length()));
            } catch (IllegalArgumentException notBase64) {
                continue;
            }
            if (bytes.length > 4
                    && ByteBuffer.wrap(bytes).getInt() == noteKeyId()
                    && verifies(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, 4, bytes.length))) {
                return text;
            }
        }
        return null;
    }

    int noteKeyId() {
        MessageDigest sha256 = HashChain.sha256();
        sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        sha256.update(ED25519);
        return ByteBuffer.wrap(sha256.digest(raw)).getInt();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof VerifyingKey other && name.equals(other.name) && Arrays.equals(raw, other.raw);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + Arrays.hashCode(raw);
    }

    /** The text form: {@code name+keyid+base64}. */
    @Override
    public String toString() {
        byte[] typed = ByteBuffer.allocate(1 + RAW_LENGTH).put(ED25519).put(raw).array();
        return name + "+" + HexFormat.of().toHexDigits(noteKeyId()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }
}
