package org.quaymark.hub.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.intake.ReadEntry.ReadSighting;
import org.quaymark.hub.storage.Sql;

/**
 * Writes the new entries of one batch: each as it came, and what can be asked for in tables of its own. An entry that cannot
 * be read is stored all the same and set aside with the reason; the journal goes on behind it.
 */
final class EntryWriter {
    private static final String SIGHTING =
            "INSERT INTO sighting (edge, generation, sequence, scan, site, dock, device, at, verdict, findings,"
                    + " gtin, lot, serial, parcel, consignor, sscc, registry_sequence, origin, destination, off_seconds,"
                    + " clean, again) VALUES ("
                    + Sql.marks(20);

    private final Connection connection;
    private final String edge;
    private final int generation;
    private final Instant now;
    private final List<ReadEntry> entries = new ArrayList<>();
    private final List<byte[]> links = new ArrayList<>();
    private int again;

    EntryWriter(Connection connection, String edge, int generation, Instant now) {
        this.connection = connection;
        this.edge = edge;
        this.generation = generation;
        this.now = now;
    }

    void add(ReadEntry entry, byte[] link) {
        entries.add(entry);
        links.add(link);
    }

    /** How many scans were known from another journal already; after {@link #flush}. */
    int again() {
        return again;
    }

    int quarantined() {
        return (int)
                entries.stream().filter(entry -> entry.quarantine() != null).count();
    }

    /** When the entries were written by the edge's clock, in their order. */
    List<Instant> times() {
        List<Instant> times = new ArrayList<>(entries.size());
        for (ReadEntry entry : entries) {
            if (entry.at() != null) {
                times.add(entry.at());
            }
        }
        return times;
    }

    /**
     * Writes everything down.
     *
     * @param offSeconds by how much the edge's clock may have been off
     */
    void flush(long offSeconds) throws SQLException {
        List<@Nullable Object[]> sightings = new ArrayList<>();
        List<@Nullable Object[]> stored = new ArrayList<>(entries.size());
        List<@Nullable Object[]> quarantined = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            ReadEntry entry = entries.get(i);
            Instant at = entry.at() == null ? now : entry.at();
            stored.add(row(edge, generation, entry.sequence(), entry.kind(), at, entry.line(), links.get(i)));
            if (entry.quarantine() != null) {
                quarantined.add(row(edge, generation, entry.sequence(), now, entry.quarantine()));
            }
            if (entry.sighting() != null) {
                sightings.add(row(entry.sequence(), entry.sighting(), offSeconds));
            }
        }
        Sql.batch(
                connection,
                "INSERT INTO journal_entry (edge, generation, sequence, kind, at, body, chain) VALUES (" + Sql.marks(7)
                        + ")",
                stored);
        store(sightings);
        Sql.batch(
                connection,
                "INSERT INTO journal_quarantine (edge, generation, sequence, at, reason) VALUES (" + Sql.marks(5) + ")",
                quarantined);
        Sql.batch(connection, ReadDevice.UPSERT, devices());
    }

    private @Nullable Object[] row(long sequence, ReadSighting s, long offSeconds) {
        return row(
                edge,
                generation,
                sequence,
                s.scan(),
                s.site(),
                s.dock(),
                s.device(),
                s.at(),
                s.verdict(),
                s.findings(),
                s.gtin(),
                s.lot(),
                s.serial(),
                s.parcel(),
                s.consignor(),
                s.sscc(),
                s.registrySequence(),
                s.origin(),
                s.destination(),
                Math.addExact(offSeconds, s.apartSeconds()),
                s.clean() ? 1 : 0);
    }

    private List<@Nullable Object[]> devices() {
        // in one order for all: two edges of one site then never lock the same devices crosswise
        Map<String, ReadDevice> last = new TreeMap<>();
        for (ReadEntry entry : entries) {
            entry.devices().forEach((place, device) -> last.merge(place, device, (before, now) -> now.after(before)));
        }
        return last.values().stream().map(device -> device.row(edge)).toList();
    }

    /** A scan whose sighting is there already, of whatever edge, is noted as the same scan. */
    private void store(List<@Nullable Object[]> sightings) throws SQLException {
        // in one order for all: two edges of one site then never wait for one another crosswise
        sightings.sort(Comparator.comparing(row -> row[6] + "/" + row[5] + "/" + row[4] + "/" + row[3]));
        int[] stored = Sql.batch(
                connection,
                SIGHTING + ", ?, 0) ON CONFLICT (scan, device, dock, site) WHERE again = 0 DO NOTHING",
                sightings);
        List<@Nullable Object[]> known = new ArrayList<>();
        for (int i = 0; i < stored.length; i++) {
            if (stored[i] == 0) {
                @Nullable Object[] row = sightings.get(i);
                known.add(Arrays.copyOf(row, row.length - 1));
            }
        }
        // the sighting itself is what is compared with others, and not the same scan once more
        Sql.batch(connection, SIGHTING + ", 0, 1)", known);
        again = known.size();
    }

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }
}
