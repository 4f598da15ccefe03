package org.quaymark.hub.identity;

import java.util.Set;

/** Who makes a request, as far as it was proved. */
public sealed interface Caller {
    /** As the ledger names it: {@code person:ann}, {@code system:bazaar}, {@code edge:edge-1}. */
    String actor();

    /** Whether it may. */
    boolean may(Scope scope);

    /** Somebody with a session. */
    record Person(String name, Set<Role> roles) implements Caller {
        public Person {
            roles = Set.copyOf(roles);
        }

        @Override
        public String actor() {
            return "person:" + name;
        }

        @Override
        public boolean may(Scope scope) {
            return roles.stream().anyMatch(role -> role.scopes().contains(scope));
        }
    }

    /** A program with a bearer key. */
    record System(String key, Set<Scope> scopes) implements Caller {
        public System {
            scopes = Set.copyOf(scopes);
        }

        @Override
        public String actor() {
            return "system:" + key;
        }

        @Override
        public boolean may(Scope scope) {
            return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
        }
    }

    /** An edge by its signature: it may read the registry and, as itself, send its journal. */
    record Edge(String id) implements Caller {
        @Override
        public String actor() {
            return "edge:" + id;
        }

        @Override
        public boolean may(Scope scope) {
            return scope == Scope.REGISTRY_READ;
        }
    }
}
