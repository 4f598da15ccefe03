package org.quaymark.hub.casework;

import jakarta.inject.Singleton;
import java.util.Objects;
import org.quaymark.hub.storage.Database;

/** Cases about a whole lot: more of it was seen than was made. */
@Singleton
public final class LotCases {
    private final Database database;
    private final CaseStore store;
    private final Casework casework;

    LotCases(Database database, CaseStore store, Casework casework) {
        this.database = database;
        this.store = store;
        this.casework = casework;
    }

    /**
     * Opens the case of a lot, or adds to the one that is open.
     *
     * @param by the sighting that was one too many, with product and lot and no parcel: it is no worse than those before it
     */
    public void overrun(Suspicion by) {
        String lot = Objects.requireNonNull(by.lot(), "an overrun is of a lot");
        String gtin = Objects.requireNonNull(by.gtin(), "a lot is of a product");
        // a sighting that is in a case of its own already stays there, and is named here by what was found
        database.transact(connection -> casework.gather(
                by,
                GatherKey.hash("lot-overrun", gtin, lot),
                CaseKind.GOODS,
                file -> store.join(connection, file.id(), by) ? 1 : 0));
    }
}
