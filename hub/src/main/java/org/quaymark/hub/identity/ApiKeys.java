package org.quaymark.hub.identity;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Ids;

/** Bearer keys of systems. Only a hash of each is stored: a key is 256 random bits, so a plain SHA-256 is enough. */
@Singleton
public final class ApiKeys {
    private static final String PREFIX = "qm_";

    private final Database database;
    private final ApiKeyRows rows;
    private final Ids ids;
    private final Clock clock;

    ApiKeys(Database database, ApiKeyRows rows, Ids ids, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes a key and returns it: it is shown once and never again. */
    public String create(String name, Set<Scope> scopes) {
        if (name.isBlank() || name.length() > 100 || scopes.isEmpty()) {
            throw new IllegalArgumentException("a key has a name of at most 100 characters and at least one scope");
        }
        String key = PREFIX + Secrets.token();
        String list = scopes.stream().map(Scope::wireName).sorted().collect(Collectors.joining(","));
        ApiKeyRow row = new ApiKeyRow(ids.next(), name, Secrets.hash(key), list, clock.instant(), null);
        database.transact(connection -> rows.insert(row));
        return key;
    }

    /** Whose key it is, null where it is nobody's or was revoked. */
    public Caller.@Nullable System find(String key) {
        if (!key.startsWith(PREFIX) || key.length() > 100) {
            return null;
        }
        return rows.findByHashAndRevokedAtIsNull(Secrets.hash(key))
                .map(row -> new Caller.System(row.name(), Scope.parse(row.scopes())))
                .orElse(null);
    }
}
