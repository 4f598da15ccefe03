package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.quaymark.inspection.decision.Dock.NOW;
import static org.quaymark.inspection.decision.Dock.PARCEL;
import static org.quaymark.inspection.decision.Dock.SERIAL;
import static org.quaymark.inspection.decision.Dock.licence;
import static org.quaymark.inspection.decision.Dock.lotFor;
import static org.quaymark.inspection.decision.Dock.right;
import static org.quaymark.inspection.decision.Dock.serials;
import static org.quaymark.inspection.decision.Dock.shipment;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quaymark.inspection.registry.Licence;
import org.quaymark.inspection.registry.LicenceStatus;
import org.quaymark.inspection.registry.Right;
import org.quaymark.inspection.registry.RightStatus;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Site;

/** Whom rights stop, whatever the registry and the policy say: nobody where the right has lapsed, nor where its holder sold the goods. */
class RightsPropertiesTest {
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

    // A right that lapsed never leads to HOLD by a mark or serial.

    @Property(tries = 300)
    void aLapsedRightHoldsNothingByAMarkOrSerial(
            @ForAll("lapsedRights") Right lapsed,
            @ForAll(supplier = PrintedLabels.class) String printed,
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
}
