package org.quaymark.inspection.log;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** RFC 6962 proofs: made from a tree's complete nodes, and verified without it (RFC 9162 section 2.1.3.2 and 2.1.4.2). */
public final class Proofs {
    private Proofs() {}

    /**
     * Proves that a leaf is in the tree of the first {@code size} leaves: the sibling hashes from the leaf to the root.
     *
     * @throws IllegalArgumentException where the leaf is not below {@code size}
     */
    public static List<byte[]> inclusion(long leaf, long size, MerkleTree.Nodes nodes) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("leaf " + leaf + " is not in a tree of " + size);
        }
        List<byte[]> path = new ArrayList<>();
        inclusion(leaf, 0, size, nodes, path);
        return path;
    }

    private static void inclusion(long leaf, long first, long end, MerkleTree.Nodes nodes, List<byte[]> path) {
        if (end - first == 1) {
            return;
        }
        long split = first + splitOf(end - first);
        if (leaf < split) {
            inclusion(leaf, first, split, nodes, path);
            path.add(MerkleTree.range(split, end, nodes));
        } else {
            inclusion(leaf, split, end, nodes, path);
            path.add(MerkleTree.range(first, split, nodes));
        }
    }

    /**
     * Proves that the tree of the first {@code older} leaves is the beginning of that of the first {@code newer}.
     *
     * @throws IllegalArgumentException where {@code older} is not between 1 and {@code newer}
     */
    public static List<byte[]> consistency(long older, long newer, MerkleTree.Nodes nodes) {
        if (older < 1 || older > newer) {
            throw new IllegalArgumentException("no consistency from " + older + " to " + newer);
        }
        List<byte[]> path = new ArrayList<>();
        if (older < newer) {
            consistency(older, 0, newer, true, nodes, path);
        }
        return path;
    }

    private static void consistency(
            long older, long first, long end, boolean whole, MerkleTree.Nodes nodes, List<byte[]> path) {
        if (older == end) {
            if (!whole) {
                path.add(MerkleTree.range(first, end, nodes));
            }
            return;
        }
        long split = first + splitOf(end - first);
        if (older <= split) {
            consistency(older, first, split, whole, nodes, path);
            path.add(MerkleTree.range(split, end, nodes));
        } else {
            consistency(older, split, end, false, nodes, path);
            path.add(MerkleTree.range(first, split, nodes));
        }
    }

    /** The largest power of two below {@code count}. */
    private static long splitOf(long count) {
        return Long.highestOneBit(count - 1);
    }

    /** Whether the path proves the leaf's place in the tree of that size and root. */
    public static boolean includes(long leaf, long size, byte[] leafHash, List<byte[]> path, byte[] root) {
        if (leaf < 0 || leaf >= size) {
            return false;
        }
        long place = leaf;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = MerkleTree.nodeHash(sibling, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = MerkleTree.nodeHash(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }

    /** Whether the path proves that the older tree is the beginning of the newer. */
    public static boolean isConsistent(long older, long newer, byte[] olderRoot, byte[] newerRoot, List<byte[]> path) {
        if (older == newer) {
            return path.isEmpty() && MessageDigest.isEqual(olderRoot, newerRoot);
        }
        if (older < 1 || older > newer || path.isEmpty()) {
            return false;
        }
        List<byte[]> rest = new ArrayList<>(path);
        if (Long.bitCount(older) == 1) {
            rest.add(0, olderRoot);
        }
        long place = older - 1;
        long last = newer - 1;
        while ((place & 1) == 1) {
            place >>= 1;
            last >>= 1;
        }
        byte[] fromOlder = rest.get(0);
        byte[] fromNewer = rest.get(0);
        for (byte[] sibling : rest.subList(1, rest.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                fromOlder = MerkleTree.nodeHash(sibling, fromOlder);
                fromNewer = MerkleTree.nodeHash(sibling, fromNewer);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                fromNewer = MerkleTree.nodeHash(fromNewer, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(fromOlder, olderRoot) && MessageDigest.isEqual(fromNewer, newerRoot);
    }
}
