package org.quaymark.hub.retro;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.log.JournalEntry;

/**
 * A sighting and the journal entry that it is.
 *
 * @param entry null where it cannot be read any more
 */
record Sighted(
        SightingKey key,
        String scan,
        String site,
        String dock,
        String device,
        Instant at,
        @Nullable String parcel,
        @Nullable String gtin,
        @Nullable String lot,
        @Nullable String serial,
        @Nullable String consignor,
        JournalEntry.@Nullable Sighting entry) {}
