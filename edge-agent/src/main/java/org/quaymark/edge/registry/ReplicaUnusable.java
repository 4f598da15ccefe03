package org.quaymark.edge.registry;

/** The replica on disk cannot be read or written. It can be thrown away: the hub has it all. */
public final class ReplicaUnusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    ReplicaUnusable(String message) {
        super(message);
    }

    ReplicaUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
