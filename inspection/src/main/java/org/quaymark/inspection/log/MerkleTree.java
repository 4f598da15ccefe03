package org.quaymark.inspection.log;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The arithmetic of an RFC 6962 Merkle tree over its complete nodes: the hash of node {@code n} of level {@code l} covers
 * the leaves {@code n·2^l} to {@code (n+1)·2^l - 1}. Pure; where the nodes are kept is the caller's.
 */
public final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    /** Where complete nodes are read. */
    @FunctionalInterface
    public interface Nodes {
        /** The hash of a complete node. Only asked for nodes whose leaves are all there. */
        byte[] hash(int level, long number);
    }

    /** A complete node. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Node(int level, long number, byte[] hash) {}

    /** A leaf's hash: {@code SHA-256(0x00 ‖ entry)} (RFC 6962 section 2.1). */
    public static byte[] leafHash(byte[] entry) {
        MessageDigest sha256 = HashChain.sha256();
        sha256.update(LEAF);
        return sha256.digest(entry);
    }

    /** An inner node's hash: {@code SHA-256(0x01 ‖ left ‖ right)}. */
    public static byte[] nodeHash(byte[] left, byte[] right) {
        MessageDigest sha256 = HashChain.sha256();
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    /**
     * The nodes that become complete with a new leaf, from the leaf upwards: one, and one more for each trailing one bit of
     * {@code size}.
     *
     * @param size leaves before it, and so its number
     */
    public static List<Node> append(long size, byte[] leafHash, Nodes nodes) {
        List<Node> added = new ArrayList<>();
        Node node = new Node(0, size, leafHash);
        added.add(node);
        while ((node.number & 1) == 1) {
            byte[] left = nodes.hash(node.level, node.number - 1);
            node = new Node(node.level + 1, node.number >> 1, nodeHash(left, node.hash));
            added.add(node);
        }
        return added;
    }

    /** The root over the first {@code size} leaves; of an empty tree SHA-256 of nothing. */
    public static byte[] root(long size, Nodes nodes) {
        return size == 0 ? HashChain.sha256().digest() : range(0, size, nodes);
    }

    /**
     * The hash over the leaves from {@code first} to before {@code end}, which must be a subtree of the tree: {@code first} a
     * multiple of the least power of two that is not below {@code end - first}.
     */
    static byte[] range(long first, long end, Nodes nodes) {
        long count = end - first;
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return nodes.hash(level, first >> level);
        }
        long split = Long.highestOneBit(count);
        return nodeHash(range(first, first + split, nodes), range(first + split, end, nodes));
    }
}
