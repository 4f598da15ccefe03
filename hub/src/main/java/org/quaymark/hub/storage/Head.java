package org.quaymark.hub.storage;

/**
 * Where a log stands.
 *
 * @param sequence number of its last entry, 0 where there is none
 * @param hash its chain's or tree's hash there; empty where it has none
 */
public record Head(String name, long sequence, byte[] hash) {
    /** The registry's changes. */
    public static final String REGISTRY = "registry";
    /** The audit log. */
    public static final String LEDGER = "ledger";
    /** Counts what was decided about edges: whoever waits on an edge's behalf looks again whether it may. */
    public static final String EDGES = "edges";
}
