package org.quaymark.edge.scanner;

import org.jspecify.annotations.Nullable;

/** A message to publish at QoS 1. */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Outgoing(String topic, byte[] payload, boolean retained, byte @Nullable [] correlationData) {
    static Outgoing of(String topic, byte[] payload) {
        return new Outgoing(topic, payload, false, null);
    }
}
