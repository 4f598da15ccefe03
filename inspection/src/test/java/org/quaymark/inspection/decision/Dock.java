package org.quaymark.inspection.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.Code;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.reading.Shipment;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.BatchStatus;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.InterceptionStatus;
import org.quaymark.inspection.registry.Prefix;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.RegistryLine;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Serialisation;
import org.quaymark.inspection.registry.Serials;
import org.quaymark.inspection.registry.Site;

/** A dock in Hamburg with a registry of three products: what the tests of the rules scan at. */
final class Dock {
    static final Instant NOW = Instant.parse("2026-11-21T10:15:30.123Z");
    static final String GS = "\u001d";
    /** Told apart by serial, pattern {@code [A-Z0-9]{8}}. */
    static final String SHOE = "09506000134352";
    /** Told apart by lot. */
    static final String CREAM = "09506000134369";
    /** Not told apart. */
    static final String SOAP = "09506000134376";
    /** Of an enrolled prefix, but not in the registry. */
    static final String UNLISTED = "09506000134383";
    /** Of nobody's prefix. */
    static final String STRANGER = "04006381333931";

    static final String SERIAL = "7Q4M2K9A";
    static final String PARCEL = "RR473124829GB";

    final InMemoryRegistry registry = new InMemoryRegistry(NOW.minusSeconds(5));
    Policy policy = Policy.standard();
    History history = History.none();
    Locale locale = Locale.ENGLISH;

    @Nullable
    String parcel;

    @Nullable
    Shipment shipment;

    Dock() {
        know(new Site("HAM1", "Hamburg 1", "DE", 53.51, 9.93, "Europe/Berlin"));
        know(new Prefix("9506000", "acme"));
        know(product(SHOE, Serialisation.SERIAL, "[A-Z0-9]{8}"));
        know(product(CREAM, Serialisation.BATCH, null));
        know(product(SOAP, Serialisation.NONE, null));
        know(batch(SHOE, "ABC123", BatchStatus.RELEASED));
        know(batch(CREAM, "L7", BatchStatus.RELEASED));
        know(serials(SerialStatus.ISSUED, "ABC123", SERIAL));
    }

    static Product product(String gtin, Serialisation serialisation, @Nullable String pattern) {
        return new Product(gtin, "Acme", "Trail Runner 3", "acme", List.of(), serialisation, pattern, 640, "640411");
    }

    static Batch batch(String gtin, String lot, BatchStatus status) {
        return new Batch(gtin, lot, LocalDate.of(2027, 12, 31), "VN", "viet-shoe", List.of("EEA"), 1000L, status);
    }

    static Serials serials(SerialStatus status, @Nullable String lot, String... serials) {
        return new Serials(SHOE, lot, List.of(serials), null, null, status);
    }

    static Interception interceptionOfParcel(String id, Effect effect) {
        return new Interception(
                id,
                PARCEL,
                null,
                null,
                null,
                null,
                effect.name(),
                "a reason",
                "customs-de",
                null,
                InterceptionStatus.ACTIVE);
    }

    static Interception interceptionOfProduct(String id, @Nullable String lot, @Nullable String serial, Effect effect) {
        return new Interception(
                id, null, SHOE, lot, serial, null, effect.name(), null, "customs-de", null, InterceptionStatus.ACTIVE);
    }

    Dock know(RegistryLine line) {
        registry.apply(line);
        return this;
    }

    Verdict scan(String... data) {
        List<Code> codes = new ArrayList<>();
        for (String each : data) {
            codes.add(new Code(each, null));
        }
        Scan scan = new Scan("s-1", NOW, "HAM1", "dock-3", "hand-7", codes, parcel, shipment, null);
        return new Inspector(policy).inspect(scan, registry, history, locale);
    }

    /** A GS1 Data Matrix as it should arrive. */
    static String label(String gtin, @Nullable String serial, @Nullable String lot) {
        return "]d201" + gtin + "17271231" + (lot == null ? "" : "10" + lot)
                + (serial == null ? "" : (lot == null ? "" : GS) + "21" + serial);
    }

    static List<FindingCode> codes(Verdict verdict) {
        return verdict.findings().stream().map(Finding::code).toList();
    }

    static Map<String, String> detail(Verdict verdict, FindingCode code) {
        return verdict.findings().stream()
                .filter(f -> f.code() == code)
                .findFirst()
                .orElseThrow()
                .detail();
    }
}
