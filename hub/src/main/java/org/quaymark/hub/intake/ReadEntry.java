package org.quaymark.hub.intake;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says, as the tables take it. Read before its batch's transaction begins: that is held shortly.
 *
 * @param kind null where the entry could not be read
 * @param at by the edge's clock; null where the entry could not be read
 * @param sighting null where it is none
 * @param devices what it says of devices, by their place
 * @param quarantine why it could not be read, null where it could
 */
record ReadEntry(
        long sequence,
        byte[] line,
        @Nullable String kind,
        @Nullable Instant at,
        @Nullable ReadSighting sighting,
        Map<String, ReadDevice> devices,
        @Nullable String quarantine) {
    static ReadEntry unreadable(long sequence, byte[] line, String reason) {
        return new ReadEntry(sequence, line, null, null, null, Map.of(), reason);
    }

    /**
     * A sighting's columns.
     *
     * @param clean whether the item was read without doubt and without repair
     * @param apartSeconds between what the device says and when the edge wrote it down
     */
    record ReadSighting(
            String scan,
            String site,
            String dock,
            String device,
            Instant at,
            String verdict,
            String findings,
            @Nullable String gtin,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String parcel,
            @Nullable String consignor,
            @Nullable String sscc,
            @Nullable Long registrySequence,
            @Nullable String origin,
            @Nullable String destination,
            boolean clean,
            long apartSeconds) {}
}
