package org.quaymark.edge.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecentSightingsTest {
    private static final String GTIN = "09506000134352";

    private final RecentSightings recent = new RecentSightings();

    @Test
    void givesTheLastSightingsOfAUnitOldestFirstAndNoOther() {
        Deque<Sighted> last = new ArrayDeque<>();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 3 * RecentSightings.MOST; i++) {
            Sighted sighted = sighted("S" + random.nextInt(5_000), "scan-" + i, null);
            recent.add(sighted);
            last.add(sighted);
            if (last.size() > RecentSightings.MOST) {
                last.remove();
            }
            if (i % 997 == 0) {
                String asked = "S" + random.nextInt(5_000);
                List<Sighted> expected =
                        last.stream().filter(s -> s.serial().equals(asked)).toList();
                assertEquals(expected, recent.ofUnit(GTIN, asked));
            }
        }
        assertEquals(List.of(), recent.ofUnit("04006381333931", "S1"));
    }

    @Test
    void aReleasedSightingIsClosedUntilItIsForgotten() {
        recent.add(sighted("S1", "scan-1", null));
        recent.add(sighted("S1", "scan-2", null));
        recent.release("HAM1/dock-1/hand-1", "scan-1");
        recent.release("HAM1/dock-1/hand-1", "scan-9");
        assertTrue(recent.ofUnit(GTIN, "S1").get(0).closed());
        assertFalse(recent.ofUnit(GTIN, "S1").get(1).closed());
        for (int i = 0; i < RecentSightings.MOST - 1; i++) {
            recent.add(sighted("T" + i, "other-" + i, null));
        }
        assertEquals(
                List.of("scan-2"),
                recent.ofUnit(GTIN, "S1").stream().map(Sighted::scan).toList());
        recent.add(sighted("S1", "scan-1", null));
        assertFalse(recent.ofUnit(GTIN, "S1").get(0).closed());
    }

    @Test
    void aParcelIsForgottenWithItsSightings() {
        recent.add(sighted("S1", "scan-1", "RR1"));
        assertEquals(1, recent.ofParcel("RR1").size());
        for (int i = 0; i < RecentSightings.MOST; i++) {
            recent.add(sighted("T" + i, "other-" + i, null));
        }
        assertEquals(List.of(), recent.ofParcel("RR1"));
    }

    private static Sighted sighted(String serial, String scan, @Nullable String parcel) {
        return new Sighted(GTIN, serial, null, scan, Instant.EPOCH, "HAM1", "HAM1/dock-1/hand-1", parcel, null, false);
    }
}
