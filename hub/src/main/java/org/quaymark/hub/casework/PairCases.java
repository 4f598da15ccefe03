package org.quaymark.hub.casework;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Ids;

/**
 * Reports pairs of sightings: each once, in the case of their unit. Thread-safe, over all hub processes: the keys of a pair
 * are rows, and only who writes them reports it.
 */
@Singleton
public final class PairCases {
    private final Database database;
    private final PairStore pairs;
    private final Casework casework;
    private final Ids ids;

    PairCases(Database database, PairStore pairs, Casework casework, Ids ids) {
        this.database = database;
        this.pairs = pairs;
        this.casework = casework;
        this.ids = ids;
    }

    /** Reports a pair; false where it was reported before. */
    public boolean report(SightingPair pair) {
        return database.inTransaction(connection -> {
            if (!pairs.isNew(connection, pair)) {
                return false;
            }
            casework.gather(
                    pair.by(),
                    GatherKey.unit(pair.gtin(), pair.serial()),
                    CaseKind.GOODS,
                    file -> add(connection, file, pair));
            return true;
        });
    }

    private int add(Connection connection, CaseFile file, SightingPair pair) throws SQLException {
        if (pairs.count(connection, file.id()) >= PairStore.MAX_OF_CASE) {
            return 0;
        }
        int added = 0;
        for (SightingRef side : new SightingRef[] {pair.earlier(), pair.later()}) {
            added += pairs.names(connection, file.id(), side) ? 0 : 1;
        }
        pairs.insert(connection, ids.next(), file.id(), pair, file.updated());
        return added;
    }
}
