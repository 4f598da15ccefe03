package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.CREAM;
import static org.quaymark.inspection.decision.Dock.NOW;
import static org.quaymark.inspection.decision.Dock.PARCEL;
import static org.quaymark.inspection.decision.Dock.SERIAL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.codes;
import static org.quaymark.inspection.decision.Dock.detail;
import static org.quaymark.inspection.decision.Dock.label;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Serialisation;

class SerialReusedTest {
    private static final String OTHER = "RR473124830GB";
    private static final String UNIT = "106141412345678908";
    private static final String OTHER_UNIT = "106141412345678915";

    private final Dock dock = new Dock();

    SerialReusedTest() {
        dock.parcel = PARCEL;
    }

    @Test
    void reviewsAUnitThatWasInAnotherParcel() {
        dock.saw(seen("s-0", OTHER, 3, false));
        Verdict verdict = dock.scanShoe();
        assertEquals(Effect.REVIEW, verdict.verdict());
        assertEquals(
                Map.of(
                        "gtin",
                        SHOE,
                        "lot",
                        "ABC123",
                        "serial",
                        SERIAL,
                        "parcel",
                        PARCEL,
                        "otherParcel",
                        OTHER,
                        "otherScan",
                        "s-0",
                        "otherSite",
                        "HAM1",
                        "otherAt",
                        NOW.minus(Duration.ofDays(3)).toString()),
                detail(verdict, FindingCode.SERIAL_REUSED));
    }

    @Test
    void theSameParcelAgainIsNoReuse() {
        dock.saw(seen("s-0", PARCEL, 3, false));
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void aReleaseOrReturnBetweenMakesItFreeAgain() {
        dock.saw(seen("s-0", OTHER, 3, true));
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.saw(seen("s-0", OTHER, 5, false), seen("s-1", null, 3, true), seen("s-2", PARCEL, 1, false));
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void aReleaseBeforeItDoesNotHelp() {
        dock.saw(seen("s-0", PARCEL, 5, true), seen("s-1", OTHER, 3, false));
        assertEquals(List.of(FindingCode.SERIAL_REUSED), codes(dock.scanShoe()));
    }

    @Test
    void namesTheLatestOtherParcel() {
        dock.saw(seen("s-0", OTHER, 5, false), seen("s-1", "RR473124843GB", 4, false), seen("s-2", PARCEL, 1, false));
        assertEquals("s-1", detail(dock.scanShoe(), FindingCode.SERIAL_REUSED).get("otherScan"));
    }

    @Test
    void withoutAParcelHereOrThereNothingIsSaid() {
        dock.saw(seen("s-0", null, 3, false));
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.saw(seen("s-0", OTHER, 3, false));
        dock.parcel = null;
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void aParcelMayGoByThePostsNumberAndByItsLogisticUnits() {
        dock.saw(seen("s-0", UNIT, 3, false));
        assertEquals(List.of(), dock.scanShoe().findings());
        assertEquals(
                List.of(),
                dock.scan("]C100" + UNIT, label(SHOE, SERIAL, "ABC123")).findings());
        assertEquals(
                List.of(FindingCode.SERIAL_REUSED),
                codes(dock.scan("]C100" + OTHER_UNIT, label(SHOE, SERIAL, "ABC123"))));
    }

    @Test
    void goodsWithoutSerialsOfTheirOwnCannotBeReused() {
        dock.saw(seen("s-0", OTHER, 3, false));
        dock.know(new Product(SHOE, null, null, "acme", List.of(), Serialisation.NONE, null, null, null));
        assertEquals(List.of(), dock.scanShoe().findings());
        assertEquals(List.of(), dock.scan(label(CREAM, SERIAL, "L7")).findings());
    }

    private static History.Seen seen(String scan, @Nullable String parcel, int daysAgo, boolean closed) {
        return new History.Seen(scan, NOW.minus(Duration.ofDays(daysAgo)), "HAM1", "hand-1", parcel, 0, closed);
    }
}
