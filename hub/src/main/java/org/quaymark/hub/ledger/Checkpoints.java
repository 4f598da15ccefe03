package org.quaymark.hub.ledger;

import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.identity.HubKey;
import org.quaymark.inspection.log.MerkleTree;
import org.quaymark.inspection.log.Proofs;

/** The ledger's signed checkpoints (C2SP tlog-checkpoint) and proofs. Of one size there is only ever one checkpoint. */
@Singleton
public final class Checkpoints {
    private final Ledger ledger;
    private final HubKey hubKey;
    private volatile @Nullable Signed last;

    Checkpoints(Ledger ledger, HubKey hubKey) {
        this.ledger = ledger;
        this.hubKey = hubKey;
    }

    private record Signed(long size, String note) {}

    /** The checkpoint of the ledger as it is committed now, a signed note. */
    public String latest() {
        long size = ledger.size();
        Signed known = last;
        if (known != null && known.size() == size) {
            return known.note();
        }
        String root = Base64.getEncoder().encodeToString(MerkleTree.root(size, ledger.nodes()));
        String note = hubKey.signing().signNote("quaymark/ledger/" + hubKey.epoch() + "\n" + size + "\n" + root + "\n");
        last = new Signed(size, note);
        return note;
    }

    /** RFC 6962 audit path of a leaf in the tree of that size. */
    public List<byte[]> inclusion(long leaf, long size) {
        requireSize(size);
        return Proofs.inclusion(leaf, size, ledger.nodes());
    }

    /** RFC 6962 consistency proof. */
    public List<byte[]> consistency(long older, long newer) {
        requireSize(newer);
        return Proofs.consistency(older, newer, ledger.nodes());
    }

    private void requireSize(long size) {
        if (size > ledger.size()) {
            throw new IllegalArgumentException("the ledger is not that long yet: " + size);
        }
    }
}
