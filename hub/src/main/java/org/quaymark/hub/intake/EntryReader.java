package org.quaymark.hub.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.intake.ReadEntry.ReadSighting;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.inspection.reading.Identification;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.reading.Shipment;
import org.quaymark.process.json.Json;

/** Reads the lines of a journal. What cannot be read becomes an entry with the reason. */
final class EntryReader {
    private static final Set<FindingCode> DOUBT = EnumSet.of(
            FindingCode.READING_REPAIRED,
            FindingCode.READING_DOUBTFUL,
            FindingCode.WRONG_CODE,
            FindingCode.IDENTIFIER_MISSING,
            FindingCode.CODES_DISAGREE);
    private static final int MAX_REASON = 500;
    /** Seconds from 1970, some ten thousand years: the database counts microseconds. */
    private static final long FARTHEST = 300_000_000_000L;

    private EntryReader() {}

    static ReadEntry read(long sequence, byte[] line) {
        try {
            return tell(entry(sequence, line), line);
        } catch (Unreadable e) {
            return ReadEntry.unreadable(sequence, line, e.reason());
        } catch (RuntimeException e) {
            String reason = "a field is missing or out of range: " + e.getMessage();
            return ReadEntry.unreadable(sequence, line, new Unreadable(reason).reason());
        }
    }

    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            String reason = String.valueOf(getMessage()).replace('\u0000', ' ');
            return reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason;
        }
    }

    private static JournalEntry entry(long sequence, byte[] line) throws Unreadable {
        JournalEntry entry;
        try {
            entry = Json.LENIENT.readValue(line, JournalEntry.class);
        } catch (JsonProcessingException e) {
            throw new Unreadable(e.getOriginalMessage());
        } catch (IOException | RuntimeException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
        if (entry == null || entry.at() == null) {
            throw new Unreadable("no entry, or one without a time");
        }
        if (Math.abs(entry.at().getEpochSecond()) > FARTHEST) {
            throw new Unreadable("its time is no time: " + entry.at());
        }
        if (entry.sequence() != sequence) {
            throw new Unreadable("it calls itself " + entry.sequence());
        }
        return entry;
    }

    private static ReadEntry tell(JournalEntry entry, byte[] line) throws Unreadable {
        if (entry instanceof JournalEntry.Sighting sighting) {
            Scan scan = sighting.scan();
            Verdict verdict = sighting.verdict();
            if (scan == null || verdict == null || verdict.verdict() == null) {
                throw new Unreadable("a sighting without scan or verdict");
            }
            return of(
                    entry,
                    line,
                    "sighting",
                    sighting(sighting, scan, verdict),
                    device(scan.site(), scan.dock(), scan.device(), entry.at(), null));
        }
        if (entry instanceof JournalEntry.DeviceHealth health) {
            ReadDevice device = new ReadDevice(
                    text(health.site()),
                    text(health.dock()),
                    text(health.device()),
                    health.at(),
                    text(health.state()),
                    json(health.counts()),
                    health.since(),
                    health.notice() == null ? null : json(health.notice()),
                    null);
            return of(entry, line, "health", null, device);
        }
        if (entry instanceof JournalEntry.Calibrated change) {
            long micros = change.profile() == null ? 0 : Sql.micros(change.at());
            return of(
                    entry,
                    line,
                    "calibration",
                    null,
                    device(change.site(), change.dock(), change.device(), change.at(), micros));
        }
        if (entry instanceof JournalEntry.PolicyInForce inForce) {
            if (inForce.policy() == null) {
                throw new Unreadable("a policy entry without a policy");
            }
            return of(entry, line, "policy", null, null);
        }
        return of(entry, line, entry instanceof JournalEntry.WorkerAction ? "action" : "retro", null, null);
    }

    private static ReadEntry of(
            JournalEntry entry,
            byte[] line,
            String kind,
            @Nullable ReadSighting sighting,
            @Nullable ReadDevice device) {
        Map<String, ReadDevice> devices =
                device == null ? Map.of() : Map.of(device.site() + "/" + device.dock() + "/" + device.device(), device);
        return new ReadEntry(entry.sequence(), line, kind, entry.at(), sighting, devices, null);
    }

    private static ReadSighting sighting(JournalEntry.Sighting entry, Scan scan, Verdict verdict) {
        Identification item = verdict.identified() == null ? Identification.NONE : verdict.identified();
        Instant at = scan.at() == null ? entry.at() : scan.at();
        if (Math.abs(at.getEpochSecond()) > FARTHEST) {
            throw new IllegalArgumentException("the scan's time is no time: " + at);
        }
        Shipment shipment = scan.shipment();
        return new ReadSighting(
                text(scan.id()),
                text(scan.site()),
                text(scan.dock()),
                text(scan.device()),
                at,
                verdict.verdict().name(),
                json(verdict.findings()),
                optional(item.gtin()),
                optional(item.lot()),
                optional(item.serial()),
                optional(item.parcel() == null ? scan.parcel() : item.parcel()),
                optional(shipment == null ? null : shipment.consignor()),
                optional(item.sscc()),
                verdict.registry() == null ? null : verdict.registry().sequence(),
                country(shipment == null ? null : shipment.origin()),
                country(shipment == null ? null : shipment.destination()),
                isClean(verdict),
                Duration.between(at, entry.at()).abs().toSeconds());
    }

    /** Nothing is said of two sightings where one of them was put right or guessed. */
    private static boolean isClean(Verdict verdict) {
        Verdict.ReadingReport reading = verdict.reading();
        return verdict.verdict() != Effect.RESCAN
                && reading != null
                && reading.repaired().isEmpty()
                && reading.hypotheses() <= 1
                && verdict.findings().stream().noneMatch(finding -> DOUBT.contains(finding.code()));
    }

    private static ReadDevice device(
            String site, String dock, String device, Instant at, @Nullable Long calibratedMicros) {
        return new ReadDevice(text(site), text(dock), text(device), at, "online", null, null, null, calibratedMicros);
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

    private static @Nullable String country(@Nullable String value) {
        String country = value == null ? "" : value.strip().toUpperCase(Locale.ROOT);
        return country.matches("[A-Z]{2}") ? country : null;
    }

    private static String clean(String value) {
        String text = value.indexOf('\u0000') < 0 ? value : value.replace('\u0000', '\uFFFD');
        // a lone surrogate is no text on either engine
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
