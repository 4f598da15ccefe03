package org.quaymark.hub.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a person is here for. */
public enum Role {
    DOCK(Scope.EDGES_READ),
    OFFICER(
            Scope.CASES_READ,
            Scope.CASES_WRITE,
            Scope.GAPS_WRITE,
            Scope.SIGHTINGS_READ,
            Scope.REGISTRY_READ,
            Scope.EDGES_READ),
    ANALYST(Scope.CASES_READ, Scope.SIGHTINGS_READ, Scope.REGISTRY_READ, Scope.EDGES_READ, Scope.PERFORMANCE_READ),
    REGISTRAR(Scope.REGISTRY_READ, Scope.REGISTRY_WRITE, Scope.CASES_READ, Scope.GAPS_WRITE),
    ADMIN(Scope.values()),
    AUDITOR(Scope.LEDGER_READ, Scope.CASES_READ, Scope.SIGHTINGS_READ, Scope.REGISTRY_READ, Scope.PERFORMANCE_READ);

    private final Set<Scope> scopes;

    Role(Scope... scopes) {
        this.scopes = Set.of(scopes);
    }

    /** What it may do. */
    public Set<Scope> scopes() {
        return scopes;
    }

    /** As it is written: {@code officer}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Roles from a comma-separated list.
     *
     * @throws IllegalArgumentException where one of them does not exist
     */
    public static Set<Role> parse(String list) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : list.split(",")) {
            roles.add(ofWireName(name.strip()));
        }
        return roles;
    }

    private static Role ofWireName(String name) {
        for (Role role : values()) {
            if (role.wireName().equals(name)) {
                return role;
            }
        }
        throw new IllegalArgumentException("no such role: " + name);
    }
}
