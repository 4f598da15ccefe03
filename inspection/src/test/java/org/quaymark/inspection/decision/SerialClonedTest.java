package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.NOW;
import static org.quaymark.inspection.decision.Dock.SERIAL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.codes;
import static org.quaymark.inspection.decision.Dock.detail;
import static org.quaymark.inspection.decision.Dock.right;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.RightStatus;
import org.quaymark.inspection.registry.Serialisation;
import org.quaymark.inspection.registry.Site;

class SerialClonedTest {
    /** Degrees of a meridian that are 900 km long. */
    private static final double HOUR_BY_AIR = Math.toDegrees(900 / GreatCircle.RADIUS);

    private final Dock dock = new Dock();

    SerialClonedTest() {
        dock.know(site("HAM1", 0.0, 10.0));
        dock.know(site("FAR1", HOUR_BY_AIR, 10.0));
        dock.know(site("FAR2", -2 * HOUR_BY_AIR, 10.0));
    }

    @Test
    void holdsAUnitThatCannotHaveComeThatFar() {
        Instant before = NOW.minus(Duration.ofMinutes(59));
        dock.saw(seen("s-0", before, "FAR1", 0));
        Verdict verdict = dock.scanShoe();
        assertEquals(Effect.HOLD, verdict.verdict());
        assertEquals(
                Map.of(
                        "gtin",
                        SHOE,
                        "lot",
                        "ABC123",
                        "serial",
                        SERIAL,
                        "site",
                        "HAM1",
                        "otherScan",
                        "s-0",
                        "otherSite",
                        "FAR1",
                        "otherAt",
                        before.toString(),
                        "kilometres",
                        "900",
                        "seconds",
                        "3540"),
                detail(verdict, FindingCode.SERIAL_CLONED));
    }

    @Test
    void nineHundredKilometresAnHourIsFastEnough() {
        dock.saw(seen("s-0", NOW.minus(Duration.ofHours(1)), "FAR1", 0));
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.saw(seen("s-0", NOW.minus(Duration.ofHours(1)).plusMillis(10), "FAR1", 0));
        assertEquals(List.of(FindingCode.SERIAL_CLONED), codes(dock.scanShoe()));
        dock.saw(seen("s-0", NOW.minus(Duration.ofHours(2)), "FAR2", 0));
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void aSightingThatArrivesLateCountsTheSame() {
        dock.saw(seen("s-9", NOW.plus(Duration.ofMinutes(59)), "FAR1", 0));
        assertEquals(List.of(FindingCode.SERIAL_CLONED), codes(dock.scanShoe()));
        dock.saw(seen("s-9", NOW.plus(Duration.ofMinutes(61)), "FAR1", 0));
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void clocksAreOffInTheGoodsFavour() {
        History.Seen early = seen("s-0", NOW.minus(Duration.ofMinutes(50)), "FAR1", 300);
        dock.saw(early);
        assertEquals(List.of(FindingCode.SERIAL_CLONED), codes(dock.scanShoe()));
        dock.history = withClock(300, early);
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.history = withClock(299, early);
        assertEquals(List.of(FindingCode.SERIAL_CLONED), codes(dock.scanShoe()));
        dock.saw(seen("s-0", NOW.minus(Duration.ofMinutes(50)), "FAR1", 600));
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.saw(seen("s-0", NOW.minus(Duration.ofMinutes(60)), "FAR1", -600));
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void oneSiteIsNoDistance() {
        dock.saw(seen("s-0", NOW, "HAM1", 0));
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void aSiteWithoutAPlaceSaysNothing() {
        dock.saw(seen("s-0", NOW, "NOWHERE", 0));
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.know(site("FAR1", null, 10.0));
        dock.saw(seen("s-0", NOW, "FAR1", 0));
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.know(site("FAR1", 0.0, null));
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.know(site("FAR1", 50.0, 0.0));
        dock.know(site("HAM1", null, 10.0));
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.know(site("HAM1", 0.0, null));
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.site = "NOWHERE";
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void aPairOfSitesIsFoundOnceByTheSightingsNearestInTime() {
        dock.saw(
                seen("s-1", NOW.minus(Duration.ofMinutes(40)), "FAR2", 0),
                seen("s-2", NOW.minus(Duration.ofMinutes(30)), "FAR1", 0),
                seen("s-3", NOW.minus(Duration.ofMinutes(5)), "FAR1", 0),
                seen("s-4", NOW.minus(Duration.ofMinutes(20)), "FAR1", 0));
        List<String> others = dock.scanShoe().findings().stream()
                .map(f -> f.detail().get("otherScan"))
                .toList();
        assertEquals(List.of("s-3", "s-1"), others);
    }

    @Test
    void goodsWithoutSerialsOfTheirOwnCannotBeCloned() {
        dock.saw(seen("s-0", NOW, "FAR1", 0));
        dock.know(new Product(SHOE, null, null, "acme", List.of(), Serialisation.BATCH, null, null, null));
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void thePolicySaysHowFastGoodsAre() {
        dock.policy = new Policy(
                "p",
                Map.of(),
                List.of(),
                new Thresholds(Duration.ofHours(24), Duration.ofDays(7), 15, 50, 1_800, 3, 2));
        dock.saw(seen("s-0", NOW.minus(Duration.ofMinutes(30)), "FAR1", 0));
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.saw(seen("s-0", NOW.minus(Duration.ofMinutes(29)), "FAR1", 0));
        assertEquals(List.of(FindingCode.SERIAL_CLONED), codes(dock.scanShoe()));
    }

    @Test
    void withoutARightInForceItIsForReview() {
        dock.withMark().know(right(RightStatus.EXPIRED, null, null, "EU"));
        dock.saw(seen("s-0", NOW, "FAR1", 0));
        assertEquals(Effect.REVIEW, dock.scanShoe().verdict());
    }

    private static Site site(String id, @Nullable Double latitude, @Nullable Double longitude) {
        return new Site(id, null, "DE", latitude, longitude, null);
    }

    private static History.Seen seen(String scan, Instant at, String site, long uncertainty) {
        return new History.Seen(scan, at, site, "hand-1", null, uncertainty, false);
    }

    private static History withClock(long seconds, History.Seen seen) {
        return new History() {
            @Override
            public List<Seen> sightingsOf(String gtin, String serial) {
                return List.of(seen);
            }

            @Override
            public long clockUncertaintySeconds(Scan scan) {
                return seconds;
            }
        };
    }
}
