package org.quaymark.hub.identity;

import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Database;
import org.quaymark.inspection.log.SigningKey;
import org.quaymark.inspection.log.VerifyingKey;

/**
 * The key all hub processes on one database sign with, and the data-set epoch; both are made at the first start and stored
 * in the database. Thread-safe.
 */
@Singleton
public final class HubKey {
    private final Database database;
    private final SharedValueRows shared;
    private volatile @Nullable SigningKey key;
    private volatile @Nullable String epoch;

    HubKey(Database database, SharedValueRows shared) {
        this.database = database;
        this.shared = shared;
    }

    /** The key. */
    public SigningKey signing() {
        SigningKey known = key;
        if (known == null) {
            SigningKey fresh = SigningKey.generate("quaymark-hub-" + epoch());
            String stored = shared(
                    "hub-key",
                    fresh.verifyingKey() + " " + Base64.getEncoder().encodeToString(fresh.encodedPrivateKey()));
            String[] halves = stored.split(" ");
            known = SigningKey.of(Base64.getDecoder().decode(halves[1]), VerifyingKey.parse(halves[0]));
            key = known;
        }
        return known;
    }

    /** The epoch: eight random bytes, hexadecimal. It tells a hub that was set up anew from its older self. */
    public String epoch() {
        String known = epoch;
        if (known == null) {
            known = shared("epoch", HexFormat.of().formatHex(Secrets.bytes(8)));
            epoch = known;
        }
        return known;
    }

    /** What is stored under the name; the first of all processes to come puts its own there. */
    private String shared(String name, String ours) {
        return database.inTransaction(connection -> {
            shared.offer(new SharedValueRow(name, ours));
            return shared.findById(name).map(SharedValueRow::value).orElseThrow();
        });
    }
}
