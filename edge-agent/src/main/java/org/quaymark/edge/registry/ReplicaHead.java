package org.quaymark.edge.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a replica stands in the feed.
 *
 * @param epoch the data set's epoch, null where the replica is empty
 * @param sequence number of the last change in it
 * @param chain the feed's chain at that number, 32 bytes
 * @param headAt time of the last note of the hub that was verified, null where there was none
 * @param completeAt time of the last one at which nothing was missing, null where there was none: until then the replica
 *     must not be taken for the registry
 */
public record ReplicaHead(
        @Nullable String epoch,
        long sequence,
        byte[] chain,
        @Nullable Instant headAt,
        @Nullable Instant completeAt) {
    public ReplicaHead {
        chain = chain.clone();
    }

    @Override
    public byte[] chain() {
        return chain.clone();
    }
}
