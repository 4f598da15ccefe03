package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.MARK;
import static org.quaymark.inspection.decision.Dock.PARCEL;
import static org.quaymark.inspection.decision.Dock.SERIAL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.licence;
import static org.quaymark.inspection.decision.Dock.lotFor;
import static org.quaymark.inspection.decision.Dock.right;
import static org.quaymark.inspection.decision.Dock.serials;
import static org.quaymark.inspection.decision.Dock.shipment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
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

/** What of a registry changes no verdict. */
class RegistryPropertiesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    // Adding an unrelated record changes no verdict.

    @Property(tries = 200)
    void anUnrelatedRecordChangesNoVerdict(
            @ForAll(supplier = PrintedLabels.class) String printed, @ForAll("unrelated") List<RegistryLine> unrelated) {
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
            @ForAll(supplier = PrintedLabels.class) String printed,
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        List<RegistryLine> shuffled = new ArrayList<>(records());
        Collections.shuffle(shuffled, new Random(seed));
        Dock dock = new Dock();
        shuffled.forEach(dock::know);
        dock.parcel = PARCEL;
        dock.shipment = shipment(null, "trader");
        assertEquals(everything().scan(printed), dock.scan(printed));
    }
}
