package org.quaymark.inspection.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The chain that both logs are tied by: {@code chain(0)} is 32 zero bytes, {@code chain(n) = SHA-256(chain(n-1) ‖
 * SHA-256(entry bytes))}. Not thread-safe.
 */
public final class HashChain {
    /** Bytes of a link. */
    public static final int LENGTH = 32;

    private final MessageDigest sha256 = sha256();
    private byte[] head;

    private HashChain(byte[] head) {
        if (head.length != LENGTH) {
            throw new IllegalArgumentException("a chain's head is 32 bytes, not " + head.length);
        }
        this.head = head.clone();
    }

    /** A chain without an entry. */
    public static HashChain empty() {
        return new HashChain(new byte[LENGTH]);
    }

    /** A chain taken up where it was left. */
    public static HashChain from(byte[] head) {
        return new HashChain(head);
    }

    /** Ties an entry on and returns the new head. */
    public byte[] append(byte[] entry) {
        byte[] entryHash = sha256.digest(entry);
        sha256.update(head);
        head = sha256.digest(entryHash);
        return head.clone();
    }

    /** The last link. */
    public byte[] head() {
        return head.clone();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
