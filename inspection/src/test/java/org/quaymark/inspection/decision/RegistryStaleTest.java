package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.NOW;
import static org.quaymark.inspection.decision.Dock.PARCEL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.codes;
import static org.quaymark.inspection.decision.Dock.detail;
import static org.quaymark.inspection.decision.Dock.interceptionOfParcel;
import static org.quaymark.inspection.decision.Dock.label;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryStaleTest {
    private final Dock dock = new Dock();

    @Test
    void aDayOldIsFresh() {
        age(Duration.ofHours(24));
        assertEquals(List.of(), dock.scanShoe().findings());
        // In whole seconds, as the verdict tells it: it can be decided again from what is written down.
        age(Duration.ofHours(24).plusMillis(999));
        assertEquals(List.of(), dock.scanShoe().findings());
        age(Duration.ofHours(-1));
        assertEquals(List.of(), dock.scanShoe().findings());
    }

    @Test
    void olderThanADayIsSaid() {
        age(Duration.ofHours(24).plusSeconds(1));
        Verdict verdict = dock.scanShoe();
        assertEquals(Effect.PASS, verdict.verdict());
        assertEquals(Map.of("ageSeconds", "86401"), detail(verdict, FindingCode.REGISTRY_STALE));
    }

    @Test
    void olderThanAWeekNothingPassesUnchecked() {
        age(Duration.ofDays(7));
        assertEquals(Effect.PASS, dock.scanShoe().verdict());
        age(Duration.ofDays(7).plusSeconds(1));
        assertEquals(Effect.UNCHECKED, dock.scanShoe().verdict());
        assertEquals(Effect.UNCHECKED, dock.scan(PARCEL).verdict());
    }

    @Test
    void whatIsFoundAllTheSameStands() {
        age(Duration.ofDays(30));
        assertEquals(Effect.HOLD, dock.scan(label(SHOE, "XYZW9999", null)).verdict());
        assertEquals(Effect.RESCAN, dock.scan("9506000134352").verdict());
    }

    @Test
    void noClearanceMakesAnOldReplicaYoung() {
        age(Duration.ofDays(30));
        dock.know(interceptionOfParcel("INT-1", Effect.PASS));
        assertEquals(Effect.UNCHECKED, dock.scan(PARCEL).verdict());
    }

    @Test
    void aStrongerEffectOfThePolicyStays() {
        dock.policy =
                new Policy("p", Map.of(FindingCode.REGISTRY_STALE, Effect.REVIEW), List.of(), Thresholds.STANDARD);
        age(Duration.ofHours(25));
        assertEquals(Effect.REVIEW, dock.scanShoe().verdict());
        age(Duration.ofDays(30));
        assertEquals(Effect.REVIEW, dock.scanShoe().verdict());
    }

    @Test
    void thePolicySaysWhatIsOld() {
        dock.policy = new Policy(
                "p",
                Map.of(),
                List.of(),
                new Thresholds(Duration.ofMinutes(5), Duration.ofMinutes(10), 15, 50, 900, 3, 2));
        age(Duration.ofMinutes(6));
        assertEquals(List.of(FindingCode.REGISTRY_STALE), codes(dock.scanShoe()));
        age(Duration.ofMinutes(11));
        assertEquals(Effect.UNCHECKED, dock.scanShoe().verdict());
    }

    @Test
    void aControlCodeNeedsNoRegistry() {
        age(Duration.ofDays(30));
        assertEquals(List.of(), dock.scan("QM:HELD").findings());
    }

    private void age(Duration age) {
        dock.registry.vouch(NOW.minus(age));
    }
}
