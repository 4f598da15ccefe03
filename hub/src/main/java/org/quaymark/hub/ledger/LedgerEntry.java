package org.quaymark.hub.ledger;

import java.time.Instant;
import java.util.Map;

/**
 * Something the audit log keeps.
 *
 * @param kind what happened: {@code registry}, {@code journal}, {@code case-action}, {@code denial} …
 * @param actor who did it: {@code person:ann}, {@code system:bazaar}, {@code edge:edge-1}, {@code hub}
 * @param detail what it is about, as JSON values; digests in place of anything large
 */
public record LedgerEntry(String kind, Instant at, String actor, Map<String, Object> detail) {
    public LedgerEntry {
        detail = Map.copyOf(detail);
    }
}
