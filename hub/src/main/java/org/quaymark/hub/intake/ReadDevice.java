package org.quaymark.hub.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says of a device. Counts, since when, and the notice come together, with an entry on the device's health; a
 * profile comes and goes with entries of its own. What is not said stays as it was.
 *
 * @param counts JSON, null where the entry does not speak of the device's health
 * @param notice JSON, null where there is none
 * @param calibratedMicros when it was calibrated, 0 where its profile was forgotten, null where neither was said
 */
record ReadDevice(
        String site,
        String dock,
        String device,
        Instant at,
        String state,
        @Nullable String counts,
        @Nullable Instant since,
        @Nullable String notice,
        @Nullable Long calibratedMicros) {
    static final String UPSERT = "INSERT INTO device (site, dock, device, edge, seen_at, state, counts, since, notice,"
            + " calibrated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (site, dock, device) DO UPDATE SET"
            + " edge = excluded.edge, seen_at = excluded.seen_at, state = excluded.state,"
            + " counts = CASE WHEN excluded.counts = '{}' THEN device.counts ELSE excluded.counts END,"
            + " since = COALESCE(excluded.since, device.since),"
            + " notice = CASE WHEN excluded.counts = '{}' THEN device.notice ELSE excluded.notice END,"
            + " calibrated_at = COALESCE(excluded.calibrated_at, device.calibrated_at)";
    private static final String NO_COUNTS = "{}";

    /** This one, with what only an entry before it said. */
    ReadDevice after(ReadDevice before) {
        boolean health = counts != null;
        return new ReadDevice(
                site,
                dock,
                device,
                at,
                state,
                health ? counts : before.counts,
                health ? since : before.since,
                health ? notice : before.notice,
                calibratedMicros == null ? before.calibratedMicros : calibratedMicros);
    }

    /** The parameters of {@link #UPSERT}. */
    @Nullable
    Object[] row(String edge) {
        return new @Nullable Object[] {
            site, dock, device, edge, at, state, counts == null ? NO_COUNTS : counts, since, notice, calibratedMicros
        };
    }
}
