package org.quaymark.hub.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.inspection.reading.Identification;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.process.json.Json;

/**
 * Writes the new entries of one batch: each as it came, and what can be asked for in tables of its own. An entry that cannot
 * be read is stored all the same and set aside with the reason; the journal goes on behind it.
 */
final class EntryWriter {
    private final Connection connection;
    private final String edge;
    private final int generation;
    private final Instant now;
    private final List<@Nullable Object[]> entries = new ArrayList<>();
    private final List<@Nullable Object[]> sightings = new ArrayList<>();
    private final List<@Nullable Object[]> quarantined = new ArrayList<>();
    private final Map<String, @Nullable Object[]> devices = new LinkedHashMap<>();

    EntryWriter(Connection connection, String edge, int generation, Instant now) {
        this.connection = connection;
        this.edge = edge;
        this.generation = generation;
        this.now = now;
    }

    void add(long sequence, byte[] line, byte[] link) {
        @Nullable String kind = null;
        Instant at = now;
        try {
            JournalEntry entry = read(sequence, line);
            kind = note(entry);
            at = entry.at();
        } catch (UnreadableEntry e) {
            quarantined.add(row(edge, generation, sequence, now, e.reason()));
        }
        entries.add(row(edge, generation, sequence, kind, at, line, link));
    }

    int quarantined() {
        return quarantined.size();
    }

    private static final class UnreadableEntry extends Exception {
        private static final long serialVersionUID = 1;

        UnreadableEntry(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            String reason = String.valueOf(getMessage());
            return reason.length() > 500 ? reason.substring(0, 500) : reason.replace('\u0000', ' ');
        }
    }

    private static JournalEntry read(long sequence, byte[] line) throws UnreadableEntry {
        JournalEntry entry;
        try {
            entry = Json.LENIENT.readValue(line, JournalEntry.class);
        } catch (JsonProcessingException e) {
            throw new UnreadableEntry(e.getOriginalMessage());
        } catch (IOException | RuntimeException e) {
            throw new UnreadableEntry(String.valueOf(e.getMessage()));
        }
        if (entry == null || entry.at() == null) {
            throw new UnreadableEntry("no entry, or one without a time");
        }
        if (entry.sequence() != sequence) {
            throw new UnreadableEntry("it calls itself " + entry.sequence());
        }
        return entry;
    }

    /** Notes what the entry says in the tables' rows and returns its kind. */
    private String note(JournalEntry entry) throws UnreadableEntry {
        try {
            if (entry instanceof JournalEntry.Sighting sighting) {
                sighting(sighting);
                return "sighting";
            }
            if (entry instanceof JournalEntry.DeviceHealth health) {
                device(
                        health.site(),
                        health.dock(),
                        health.device(),
                        health.at(),
                        health.state(),
                        json(health.counts()));
                return "health";
            }
            if (entry instanceof JournalEntry.PolicyInForce inForce) {
                if (inForce.policy() == null) {
                    throw new UnreadableEntry("a policy entry without a policy");
                }
                return "policy";
            }
            return entry instanceof JournalEntry.WorkerAction ? "action" : "retro";
        } catch (RuntimeException e) {
            throw new UnreadableEntry("a field is missing or out of range: " + e.getMessage());
        }
    }

    private void sighting(JournalEntry.Sighting sighting) throws UnreadableEntry {
        Scan scan = sighting.scan();
        Verdict verdict = sighting.verdict();
        if (scan == null || verdict == null || verdict.verdict() == null) {
            throw new UnreadableEntry("a sighting without scan or verdict");
        }
        Identification item = verdict.identified() == null ? Identification.NONE : verdict.identified();
        @Nullable String parcel = item.parcel() == null ? scan.parcel() : item.parcel();
        @Nullable
        Object[] row = row(
                edge,
                generation,
                sighting.sequence(),
                text(scan.id()),
                text(scan.site()),
                text(scan.dock()),
                text(scan.device()),
                scan.at() == null ? sighting.at() : scan.at(),
                verdict.verdict().name(),
                json(verdict.findings()),
                optional(item.gtin()),
                optional(item.lot()),
                optional(item.serial()),
                optional(parcel),
                optional(scan.shipment() == null ? null : scan.shipment().consignor()),
                optional(item.sscc()),
                verdict.registry() == null ? null : verdict.registry().sequence());
        sightings.add(row);
        device(scan.site(), scan.dock(), scan.device(), sighting.at(), "online", null);
    }

    private void device(String site, String dock, String device, Instant at, String state, @Nullable String counts) {
        String key = site + "/" + dock + "/" + device;
        @Nullable Object[] before = devices.get(key);
        @Nullable Object known = before == null ? null : before[6];
        devices.put(
                key, row(text(site), text(dock), text(device), edge, at, text(state), counts == null ? known : counts));
    }

    void flush() throws SQLException {
        batch(
                "INSERT INTO journal_entry (edge, generation, sequence, kind, at, body, chain)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                entries);
        batch(
                "INSERT INTO sighting (edge, generation, sequence, scan, site, dock, device, at, verdict, findings,"
                        + " gtin, lot, serial, parcel, consignor, sscc, registry_sequence) VALUES (" + Sql.marks(17)
                        + ")",
                sightings);
        batch(
                "INSERT INTO journal_quarantine (edge, generation, sequence, at, reason) VALUES (?, ?, ?, ?, ?)",
                quarantined);
        batch(
                "INSERT INTO device (site, dock, device, edge, seen_at, state, counts)"
                        + " VALUES (?, ?, ?, ?, ?, ?, COALESCE(?, '{}')) ON CONFLICT (site, dock, device) DO UPDATE SET"
                        + " edge = excluded.edge, seen_at = excluded.seen_at, state = excluded.state,"
                        + " counts = CASE WHEN excluded.counts = '{}' THEN device.counts ELSE excluded.counts END",
                // in one order for all: two edges of one site then never lock the same devices crosswise
                devices.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .toList());
    }

    private void batch(String sql, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                Sql.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    /** Text that both engines can store: PostgreSQL has no U+0000. */
    private static String text(@Nullable String value) {
        if (value == null || value.isEmpty() || value.length() > 1_024) {
            throw new IllegalArgumentException("a text of 1 to 1,024 characters is missing");
        }
        return clean(value);
    }

    private static @Nullable String optional(@Nullable String value) {
        return value == null || value.isEmpty() ? null : text(value);
    }

    private static String clean(String value) {
        String text = value.indexOf('\u0000') < 0 ? value : value.replace('\u0000', '\uFFFD');
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String json(Object value) {
        try {
            return Json.LENIENT.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written again as JSON", e);
        }
    }
}
