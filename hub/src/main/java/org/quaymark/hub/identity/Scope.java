package org.quaymark.hub.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a caller may do; on the wire {@code registry:read} and so on. */
public enum Scope {
    REGISTRY_READ,
    REGISTRY_WRITE,
    CASES_READ,
    CASES_WRITE,
    /** To work on cases about gaps of the registry, and on no others. */
    GAPS_WRITE,
    SIGHTINGS_READ,
    EXCHANGE_READ,
    EXCHANGE_WRITE,
    EDGES_READ,
    EDGES_WRITE,
    LEDGER_READ,
    PERFORMANCE_READ,
    /** Everything. */
    ADMIN;

    private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', ':');

    /** As it is written: {@code registry:read}. */
    public String wireName() {
        return wireName;
    }

    /**
     * Scopes from a comma-separated list.
     *
     * @throws IllegalArgumentException where one of them does not exist
     */
    public static Set<Scope> parse(String list) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String name : list.split(",")) {
            scopes.add(ofWireName(name.strip()));
        }
        return scopes;
    }

    private static Scope ofWireName(String name) {
        for (Scope scope : values()) {
            if (scope.wireName.equals(name)) {
                return scope;
            }
        }
        throw new IllegalArgumentException("no such scope: " + name);
    }
}
