package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quaymark.inspection.decision.Dock.GS;
import static org.quaymark.inspection.decision.Dock.MARK;
import static org.quaymark.inspection.decision.Dock.NOW;
import static org.quaymark.inspection.decision.Dock.PARCEL;
import static org.quaymark.inspection.decision.Dock.SERIAL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.label;
import static org.quaymark.inspection.decision.Dock.licence;
import static org.quaymark.inspection.decision.Dock.lotFor;
import static org.quaymark.inspection.decision.Dock.right;
import static org.quaymark.inspection.decision.Dock.serials;
import static org.quaymark.inspection.decision.Dock.shipment;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.Carrier;
import org.quaymark.inspection.reading.keyboard.KeyboardLayout;
import org.quaymark.inspection.reading.keyboard.KeyboardLayouts;
import org.quaymark.inspection.registry.BatchStatus;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.InterceptionStatus;
import org.quaymark.inspection.registry.Licence;
import org.quaymark.inspection.registry.LicenceStatus;
import org.quaymark.inspection.registry.Manifest;
import org.quaymark.inspection.registry.Party;
import org.quaymark.inspection.registry.PartyStatus;
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

/** What holds whatever the registry, the policy and the scanner do. */
class DecisionPropertiesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Set<FindingCode> BY_MARK_OR_SERIAL = Set.of(
            FindingCode.PRODUCT_NOT_ISSUED,
            FindingCode.SERIAL_NOT_ISSUED,
            FindingCode.SERIAL_MALFORMED,
            FindingCode.SERIAL_LOT_MISMATCH,
            FindingCode.SERIAL_SPENT,
            FindingCode.SERIAL_VOID,
            FindingCode.SERIAL_CLONED,
            FindingCode.SERIAL_REUSED,
            FindingCode.BATCH_UNKNOWN,
            FindingCode.MARKET_NOT_LICENSED,
            FindingCode.LICENCE_LAPSED);
    private static final List<String> SERIALS = List.of(SERIAL, "XYZW9999", "x", "7Q4M2K9B");
    private static final List<String> LOTS = List.of("ABC123", "OTHER", "");

    // A right that lapsed never leads to HOLD by a mark or serial.

    @Property(tries = 300)
    void aLapsedRightHoldsNothingByAMarkOrSerial(
            @ForAll("lapsedRights") Right lapsed,
            @ForAll("printed") String printed,
            @ForAll SerialStatus status,
            @ForAll boolean seenElsewhere,
            @ForAll boolean strict) {
        Dock dock = new Dock().withMark().know(lapsed).know(lotFor("US")).know(serials(status, "ABC123", SERIAL));
        dock.know(new Site("SYD1", null, "AU", -33.9, 151.2, null));
        dock.parcel = PARCEL;
        if (strict) {
            dock.policy = holdEverything();
        }
        if (seenElsewhere) {
            dock.saw(new History.Seen(
                    "s-0", NOW.minus(Duration.ofMinutes(5)), "SYD1", "hand-1", "RR473124830GB", 0, false));
        }
        for (Finding finding : dock.scan(printed).findings()) {
            assertFalse(
                    BY_MARK_OR_SERIAL.contains(finding.code()) && finding.effect() == Effect.HOLD, finding.toString());
        }
    }

    @Provide
    Arbitrary<Right> lapsedRights() {
        Arbitrary<Right> notRegistered = Arbitraries.of(RightStatus.values())
                .filter(status -> status != RightStatus.REGISTERED)
                .map(status -> right(status, null, null, "WW"));
        Arbitrary<Right> over = Arbitraries.integers()
                .between(1, 4_000)
                .map(days -> right(RightStatus.REGISTERED, null, TODAY.minusDays(days), "EU"));
        Arbitrary<Right> notYet = Arbitraries.integers()
                .between(1, 4_000)
                .map(days -> right(RightStatus.REGISTERED, TODAY.plusDays(days), null, "EU"));
        Arbitrary<Right> elsewhere = countries()
                .filter(country -> !country.equals("DE"))
                .map(country -> right(RightStatus.REGISTERED, null, null, country));
        return Arbitraries.oneOf(notRegistered, over, notYet, elsewhere);
    }

    @Provide
    Arbitrary<String> printed() {
        return Combinators.combine(Arbitraries.of(SERIALS), Arbitraries.of(LOTS))
                .as((serial, lot) -> label(SHOE, serial, lot.isEmpty() ? null : lot));
    }

    private static Policy holdEverything() {
        Map<FindingCode, Effect> effects = new EnumMap<>(FindingCode.class);
        for (FindingCode code : FindingCode.values()) {
            if (code != FindingCode.INTERCEPTION) {
                effects.put(code, Effect.HOLD);
            }
        }
        return new Policy("hold-everything", effects, List.of(), Thresholds.STANDARD);
    }

    // Goods first sold in the EEA never get MARKET_NOT_LICENSED inside it.

    @Property(tries = 300)
    void goodsFirstSoldInTheEconomicAreaAreFreeInIt(
            @ForAll("marketsInTheArea") List<String> markets,
            @ForAll("countriesInTheArea") String destination,
            @ForAll("lapsedOrOthersLicences") List<Licence> licences) {
        Dock dock = new Dock().withMark();
        dock.know(right(RightStatus.REGISTERED, null, null, "WW"));
        dock.know(lotFor(markets.toArray(String[]::new)));
        licences.forEach(dock::know);
        dock.shipment = shipment(destination, "trader");
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Provide
    Arbitrary<List<String>> marketsInTheArea() {
        Arbitrary<String> first = Arbitraries.oneOf(Arbitraries.of("EU", "EEA", "WW"), countriesInTheArea());
        return Combinators.combine(first, countries().list().ofMaxSize(3)).as((one, others) -> {
            List<String> markets = new ArrayList<>(others);
            markets.add(one);
            return markets;
        });
    }

    @Provide
    Arbitrary<String> countriesInTheArea() {
        return countries().filter(country -> Territories.covers("EEA", country, TODAY));
    }

    @Provide
    Arbitrary<List<Licence>> lapsedOrOthersLicences() {
        return Arbitraries.of(
                        licence("LIC-1", "acme", "other", true),
                        licence("LIC-2", "other", "trader", false),
                        licence("LIC-3", "acme", "trader", false, null, null, LicenceStatus.TERMINATED),
                        licence("LIC-4", "trader", "other", true))
                .list()
                .ofMaxSize(4);
    }

    private static Arbitrary<String> countries() {
        return Arbitraries.of(Locale.getISOCountries());
    }

    // Adding an unrelated record changes no verdict.

    @Property(tries = 200)
    void anUnrelatedRecordChangesNoVerdict(
            @ForAll("printed") String printed, @ForAll("unrelated") List<RegistryLine> unrelated) {
        Dock dock = everything();
        Verdict before = dock.scan(printed);
        unrelated.forEach(dock::know);
        Verdict after = dock.scan(printed);
        assertEquals(before.findings(), after.findings());
        assertEquals(before.verdict(), after.verdict());
        assertEquals(before.identified(), after.identified());
        assertEquals(before.instruction(), after.instruction());
    }

    @Provide
    Arbitrary<List<RegistryLine>> unrelated() {
        String gtin = Dock.STRANGER;
        List<RegistryLine> lines = List.of(
                new Product(gtin, "Other", "Acme", "other", List.of("EUTM-2"), Serialisation.SERIAL, null, 1, "1"),
                Dock.batch(gtin, "ABC123", BatchStatus.RECALLED),
                Dock.batch(SHOE, "ABC124", BatchStatus.RECALLED),
                new Serials(gtin, "ABC123", List.of(SERIAL, "XYZW9999", "x"), null, null, SerialStatus.STOLEN),
                new Serials(SHOE, "ABC124", List.of("AAAAAAAA"), null, null, SerialStatus.STOLEN),
                new Right(
                        "EUTM-2",
                        RightKind.TRADEMARK,
                        null,
                        null,
                        "ACME",
                        "other",
                        List.of("WW"),
                        List.of(),
                        null,
                        null,
                        RightStatus.REGISTERED),
                licenceOf("other", "EUTM-2"),
                new Prefix("4006381", "other"),
                new Site("SYD1", null, "AU", -33.9, 151.2, "Australia/Sydney"),
                new Party("other", "Other", List.of(), null, List.of(), PartyStatus.SUSPENDED),
                new Manifest(
                        "RR473124830GB",
                        "other",
                        null,
                        "AU",
                        List.of(new Manifest.Item(gtin, null, null, 1)),
                        1,
                        null,
                        null,
                        null),
                interception("INT-1", "RR473124830GB", null, null),
                interception("INT-2", null, gtin, null),
                interception("INT-3", null, SHOE, "AAAAAAAA"));
        return Arbitraries.of(lines).list().ofMaxSize(20);
    }

    private static Licence licenceOf(String licensee, String right) {
        return new Licence(
                "LIC-" + right,
                "acme",
                licensee,
                List.of(),
                List.of("Other"),
                List.of(right),
                List.of("WW"),
                null,
                null,
                true,
                LicenceStatus.TERMINATED);
    }

    private static Interception interception(
            String id, @Nullable String parcel, @Nullable String gtin, @Nullable String serial) {
        return new Interception(
                id, parcel, gtin, null, serial, null, "HOLD", null, null, null, InterceptionStatus.ACTIVE);
    }

    /** A dock at which every rule has something to say. */
    private static Dock everything() {
        Dock dock = new Dock();
        records().forEach(dock::know);
        dock.parcel = PARCEL;
        dock.shipment = shipment(null, "trader");
        return dock;
    }

    private static List<RegistryLine> records() {
        return List.of(
                new Product(
                        SHOE, "Acme", "Shoe", "acme", List.of(MARK), Serialisation.SERIAL, "[A-Z0-9]{8}", 640, "64"),
                right(RightStatus.REGISTERED, null, null, "EU"),
                lotFor("US"),
                serials(SerialStatus.SOLD, "ABC123", SERIAL),
                licence("LIC-1", "acme", "region", true, null, TODAY.minusDays(1), LicenceStatus.ACTIVE),
                licence("LIC-2", "region", "trader", false),
                licence("LIC-3", "acme", "trader", false, null, null, LicenceStatus.SUSPENDED),
                new Party("trader", "Trader", List.of(), null, List.of(), PartyStatus.SUSPENDED),
                new Manifest(
                        PARCEL,
                        "trader",
                        null,
                        "DE",
                        List.of(new Manifest.Item(Dock.CREAM, null, null, 1)),
                        900,
                        null,
                        null,
                        null),
                interception("INT-7", PARCEL, null, null),
                interception("INT-8", PARCEL, null, null),
                interception("INT-9", null, SHOE, SERIAL));
    }

    // The order of the registry's lines does not matter.

    @Property(tries = 200)
    void theOrderOfTheRegistrysLinesDoesNotMatter(
            @ForAll("printed") String printed, @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        List<RegistryLine> shuffled = new ArrayList<>(records());
        Collections.shuffle(shuffled, new Random(seed));
        Dock dock = new Dock();
        shuffled.forEach(dock::know);
        dock.parcel = PARCEL;
        dock.shipment = shipment(null, "trader");
        assertEquals(everything().scan(printed), dock.scan(printed));
    }

    // PASS stays PASS under any repair: a distorted scan of genuine goods is read right or not at all.

    @Property(tries = 1000)
    void aDistortedScanOfGenuineGoodsIsNeverAccused(
            @ForAll("serialNumbers") String serial, @ForAll("distortions") Distortion distortion) {
        Dock dock = new Dock().withMark().know(serials(SerialStatus.ISSUED, "ABC123", serial));
        String printed = label(SHOE, serial, "ABC123");
        assertEquals(Effect.PASS, dock.scan(printed).verdict());
        Verdict verdict = dock.scan(distortion.of(printed));
        assertTrue(
                verdict.verdict() == Effect.PASS || verdict.verdict() == Effect.RESCAN,
                () -> distortion + " of " + serial + ": " + verdict);
        if (verdict.verdict() == Effect.PASS) {
            assertEquals(serial, verdict.identified().serial());
        }
    }

    @Provide
    Arbitrary<String> serialNumbers() {
        return Arbitraries.strings()
                .withChars("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
                .ofLength(8);
    }

    @Provide
    Arbitrary<Distortion> distortions() {
        List<Distortion> distortions = new ArrayList<>();
        distortions.add(new Distortion("caps lock", DecisionPropertiesTest::capsLock));
        for (String separator : List.of("", "\u0000", "\u001b", "\b", "\u001e", "<GS>", "{gs}", "\u00e8")) {
            distortions.add(new Distortion("separator " + separator, text -> text.replace(GS, separator)));
            distortions.add(
                    new Distortion("caps lock, separator " + separator, text -> capsLock(text.replace(GS, separator))));
        }
        for (KeyboardLayout layout : KeyboardLayouts.all()) {
            if (!leavesATellTale(layout)) {
                continue;
            }
            distortions.add(new Distortion("layout " + layout.name(), layout::distort));
            distortions.add(
                    new Distortion("layout " + layout.name() + " showing dead keys", layout::distortShowingDeadKeys));
        }
        return Arbitraries.of(distortions);
    }

    /**
     * Under a few layouts the identifier arrives whole, or as another symbology's, and the rest as a legal label of other
     * goods: a clean reading stands (scanner faults, rule 5), until a device's profile tells of its layout.
     */
    private static boolean leavesATellTale(KeyboardLayout layout) {
        String identifier = layout.distort("]d2");
        return !identifier.matches("][A-Za-z][0-9]") || Carrier.of(identifier) == Carrier.DISTORTED;
    }

    private static String capsLock(String text) {
        StringBuilder inverted = new StringBuilder();
        text.chars()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .forEach(c -> inverted.append((char) c));
        return inverted.toString();
    }

    private record Distortion(String name, UnaryOperator<String> change) {
        String of(String printed) {
            return change.apply(printed);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
