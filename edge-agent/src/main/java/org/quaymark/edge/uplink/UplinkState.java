package org.quaymark.edge.uplink;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the way to the hub is.
 *
 * @param connected whether the last exchange went well
 * @param lastReceiptAt when the last receipt was taken in, null where none was since the start
 * @param problem what the last failure was, null where there is none
 * @param alarm what a person has to look into, such as a forked journal; null where there is nothing
 */
public record UplinkState(
        boolean connected,
        @Nullable Instant lastReceiptAt,
        @Nullable String problem,
        @Nullable String alarm) {
    static final UplinkState BEGIN = new UplinkState(false, null, null, null);
}
