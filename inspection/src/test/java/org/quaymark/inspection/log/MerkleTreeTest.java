package org.quaymark.inspection.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The leaves and roots of certificate-transparency's and transparency-dev/merkle's reference trees. */
class MerkleTreeTest {
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final Map<String, byte[]> stored = new HashMap<>();
    private final MerkleTree.Nodes nodes = (level, number) -> {
        byte[] hash = stored.get(level + "/" + number);
        if (hash == null) throw new AssertionError("asked for node " + number + " of level " + level);
        return hash;
    };

    private void grow(int size) {
        stored.clear();
        for (int i = 0; i < size; i++) {
            byte[] entry = HexFormat.of().parseHex(LEAVES.get(i));
            MerkleTree.append(i, MerkleTree.leafHash(entry), nodes)
                    .forEach(node -> stored.put(node.level() + "/" + node.number(), node.hash()));
        }
    }

    private static byte[] root(int size) {
        return HexFormat.of().parseHex(ROOTS.get(size));
    }

    @Test
    void hasTheRootsOfTheReferenceTrees() {
        for (int size = 0; size <= 8; size++) {
            grow(size);
            assertEquals(ROOTS.get(size), HexFormat.of().formatHex(MerkleTree.root(size, nodes)), "size " + size);
        }
    }

    @Test
    void provesEachLeafInEachTreeAndNoOther() {
        grow(8);
        for (int size = 1; size <= 8; size++) {
            for (int leaf = 0; leaf < size; leaf++) {
                byte[] hash = MerkleTree.leafHash(HexFormat.of().parseHex(LEAVES.get(leaf)));
                List<byte[]> path = Proofs.inclusion(leaf, size, nodes);
                assertTrue(Proofs.includes(leaf, size, hash, path, root(size)), leaf + " in " + size);
                assertFalse(Proofs.includes(leaf + 1, size, hash, path, root(size)));
                List<byte[]> longer = new ArrayList<>(path);
                longer.add(hash);
                assertFalse(Proofs.includes(leaf, size, hash, longer, root(size)));
            }
        }
    }

    @Test
    void provesThatEachTreeIsTheBeginningOfEachLater() {
        grow(8);
        for (int older = 1; older <= 8; older++) {
            for (int newer = older; newer <= 8; newer++) {
                List<byte[]> path = Proofs.consistency(older, newer, nodes);
                assertTrue(Proofs.isConsistent(older, newer, root(older), root(newer), path), older + " to " + newer);
                assertFalse(Proofs.isConsistent(older, newer, root(older - 1), root(newer), path));
            }
        }
    }
}
