package org.quaymark.hub.retro;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.Hub;
import org.quaymark.hub.intake.TestEdge;
import org.quaymark.hub.registry.RegistryViews;
import org.quaymark.inspection.decision.History;
import org.quaymark.inspection.decision.Inspector;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.inspection.reading.Code;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.reading.Shipment;
import org.quaymark.process.json.Json;

/** A dock whose edge has the hub's registry as it is when it scans, and reports when it is told to. */
final class Dock {
    static final String GTIN = "09506000134369";
    private static final Instant SCANNED = Instant.parse("2026-11-24T10:15:30.123Z");
    private static final long MODEL = 999_999_999;
    private static final char GS = '\u001d';

    private final Hub hub;
    private final TestEdge edge;
    private final Inspector inspector;
    private final Map<String, String> models = new HashMap<>();
    private int sent;

    Dock(Hub hub, String edge, Policy policy) {
        this.hub = hub;
        this.edge = TestEdge.enrolled(hub, edge);
        this.inspector = new Inspector(policy);
    }

    static String label(String serial, @Nullable String lot) {
        return "]d201" + GTIN + "21" + serial + (lot == null ? "" : GS + "10" + lot);
    }

    /** Scans, and keeps the entry. */
    Verdict scan(String id, String label, @Nullable String parcel, @Nullable String consignor) {
        Shipment shipment = consignor == null ? null : new Shipment(null, null, consignor, null, null, null, null);
        Scan scan = new Scan(
                id, SCANNED, "HAM1", "dock-3", "hand-7", List.of(new Code(label, null)), parcel, shipment, null);
        Verdict verdict = hub.part(RegistryViews.class)
                .atHead((connection, registry) -> inspector.inspect(scan, registry, History.none(), Locale.ENGLISH));
        write(new JournalEntry.Sighting(edge.length() + 1, SCANNED, scan, verdict.answered(SCANNED, 7), null));
        return verdict;
    }

    /** Scans a genuine item and reports at once. */
    Verdict seen(String id, String label, @Nullable String parcel) {
        Verdict verdict = scan(id, label, parcel, null);
        report();
        return verdict;
    }

    /** Sees so many units of lot R1, each on a parcel of its own, and reports them. */
    void many(int from, int count) {
        copies(from, count, "R1");
    }

    /** The same of a lot that nobody asks about, so that it is only taken in. */
    void others(int from, int count) {
        copies(from, count, "R2");
    }

    private void copies(int from, int count, String lot) {
        String model = models.computeIfAbsent(lot, this::model);
        for (int n = from; n < from + count; n++) {
            edge.write(model.replace("\"sequence\":" + MODEL + ",", "\"sequence\":" + (edge.length() + 1) + ",")
                    .replace("MODEL", "m" + n)
                    .replace("10000000", String.valueOf(10_000_000 + n)));
        }
        report();
    }

    /** A sighting of that lot, decided once, with its number, scan, parcel and serial to be replaced. */
    private String model(String lot) {
        Scan scan = new Scan(
                "MODEL",
                SCANNED,
                "HAM1",
                "dock-3",
                "hand-7",
                List.of(new Code(label("10000000", lot), null)),
                "P-MODEL",
                null,
                null);
        Verdict verdict = hub.part(RegistryViews.class)
                .atHead((connection, registry) -> inspector.inspect(scan, registry, History.none(), Locale.ENGLISH));
        // of a registry that is not yet: nothing is to be decided again only because it came late
        Verdict current = new Verdict(
                verdict.scan(),
                verdict.verdict(),
                verdict.findings(),
                verdict.identified(),
                new Verdict.ReadingReport(null, List.of(), 1),
                verdict.product(),
                verdict.instruction(),
                verdict.locale(),
                new Verdict.RegistryState(1_000_000_000, 0),
                verdict.policy(),
                SCANNED,
                7);
        return json(new JournalEntry.Sighting(MODEL, SCANNED, scan, lot.equals("R1") ? verdict : current, null));
    }

    void write(JournalEntry entry) {
        edge.write(json(entry));
    }

    private static String json(JournalEntry entry) {
        try {
            return Json.STRICT.writerFor(JournalEntry.class).writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void report() {
        int status = edge.send(hub, sent + 1, edge.length()).statusCode();
        if (status != 200) {
            throw new IllegalStateException("the journal was answered with " + status);
        }
        sent = edge.length();
    }

    int length() {
        return edge.length();
    }
}
