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
import org.quaymark.inspection.registry.Licence;
import org.quaymark.inspection.registry.LicenceStatus;
import org.quaymark.inspection.registry.Prefix;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.RegistryLine;
import org.quaymark.inspection.registry.Right;
import org.quaymark.inspection.registry.RightKind;
import org.quaymark.inspection.registry.RightStatus;
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
    static final String MARK = "EUTM-018123456";
    static final String PARCEL = "RR473124829GB";

    final InMemoryRegistry registry = new InMemoryRegistry(NOW.minusSeconds(5));
    Policy policy = Policy.standard();
    History history = History.none();
    Locale locale = Locale.ENGLISH;

    Instant at = NOW;
    String site = "HAM1";

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

    /** A mark of the shoe's maker. */
    static Right right(RightStatus status, @Nullable LocalDate from, @Nullable LocalDate to, String... territories) {
        return new Right(
                MARK,
                RightKind.TRADEMARK,
                "EUIPO",
                "018123456",
                "ACME",
                "acme",
                List.of(territories),
                List.of("25"),
                from,
                to,
                status);
    }

    /** A licence of that mark in the EEA, in force. */
    static Licence licence(String id, String licensor, String licensee, boolean sublicensable) {
        return licence(id, licensor, licensee, sublicensable, null, null, LicenceStatus.ACTIVE);
    }

    static Licence licence(
            String id,
            String licensor,
            String licensee,
            boolean sublicensable,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            LicenceStatus status) {
        return new Licence(
                id,
                licensor,
                licensee,
                List.of(),
                List.of(),
                List.of(MARK),
                List.of("EEA"),
                from,
                to,
                sublicensable,
                status);
    }

    /** The shoe's lot, for these markets. */
    static Batch lotFor(String... markets) {
        return new Batch(
                SHOE,
                "ABC123",
                LocalDate.of(2027, 12, 31),
                "VN",
                "viet-shoe",
                List.of(markets),
                1000L,
                BatchStatus.RELEASED);
    }

    static Shipment shipment(@Nullable String destination, @Nullable String consignor) {
        return new Shipment(null, destination, consignor, null, null, null, null);
    }

    /** The shoe bears a mark, in force in the Union. */
    Dock withMark() {
        know(new Product(
                SHOE,
                "Acme",
                "Trail Runner 3",
                "acme",
                List.of(MARK),
                Serialisation.SERIAL,
                "[A-Z0-9]{8}",
                640,
                "640411"));
        return know(right(RightStatus.REGISTERED, LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1), "EU"));
    }

    /** That unit was seen before. */
    Dock saw(History.Seen... sightings) {
        history = new History() {
            @Override
            public List<Seen> sightingsOf(String gtin, String serial) {
                return gtin.equals(SHOE) && serial.equals(SERIAL) ? List.of(sightings) : List.of();
            }
        };
        return this;
    }

    /** The shoe that is scanned in most tests. */
    Verdict scanShoe() {
        return scan(label(SHOE, SERIAL, "ABC123"));
    }

    Dock know(RegistryLine line) {
        registry.apply(line);
        return this;
    }

    Verdict scan(String... data) {
        return new Inspector(policy).inspect(asScan(data), registry, history, locale);
    }

    Explanation explain(String... data) {
        return new Inspector(policy).explain(asScan(data), registry, history, locale);
    }

    Scan asScan(String... data) {
        List<Code> codes = new ArrayList<>();
        for (String each : data) {
            codes.add(new Code(each, null));
        }
        return new Scan("s-1", at, site, "dock-3", "hand-7", codes, parcel, shipment, null);
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
