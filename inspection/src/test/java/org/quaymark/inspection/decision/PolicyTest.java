package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.label;
import static org.quaymark.inspection.decision.Dock.shipment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.quaymark.inspection.decision.Policy.Exemption;

class PolicyTest {
    private static final FindingCode CODE = FindingCode.SERIAL_NOT_ISSUED;

    private final Dock dock = new Dock();

    @Test
    void theStandardIsTheRulesOwn() {
        for (FindingCode code : FindingCode.values()) {
            assertEquals(code, FindingCode.named(code.name()));
        }
        assertEquals(Effect.HOLD, verdict());
    }

    @Test
    void theFirstExceptionThatFitsCounts() {
        exceptions(exemption("HAM1", null, null, Effect.PASS), exemption("HAM1", null, null, Effect.REVIEW));
        assertEquals(Effect.PASS, verdict());
        exceptions(
                new Exemption(FindingCode.SERIAL_VOID, Effect.PASS, "HAM1", null, null),
                exemption("HAM1", null, null, Effect.REVIEW));
        assertEquals(Effect.REVIEW, verdict());
    }

    @Test
    void anExceptionFitsInAllItsParts() {
        exceptions(exemption("HAM2", "DE", "64", Effect.PASS));
        assertEquals(Effect.HOLD, verdict());
        exceptions(exemption("HAM1", "FR", "64", Effect.PASS));
        assertEquals(Effect.HOLD, verdict());
        exceptions(exemption("HAM1", "DE", "65", Effect.PASS));
        assertEquals(Effect.HOLD, verdict());
        exceptions(exemption("HAM1", "DE", "64", Effect.PASS));
        assertEquals(Effect.PASS, verdict());
    }

    @Test
    void aDestinationMayBeTheUnion() {
        exceptions(exemption(null, "EU", null, Effect.REVIEW));
        assertEquals(Effect.REVIEW, verdict());
        dock.shipment = shipment("NO", null);
        assertEquals(Effect.HOLD, verdict());
        exceptions(exemption(null, "EEA", null, Effect.REVIEW));
        assertEquals(Effect.REVIEW, verdict());
    }

    @Test
    void whereTheDestinationIsNotKnownNoneFits() {
        dock.site = "NOWHERE";
        exceptions(exemption(null, "EU", null, Effect.REVIEW));
        assertEquals(Effect.HOLD, verdict());
    }

    @Test
    void refusesNamesThatNobodyKnows() {
        assertTrue(reason(() -> FindingCode.named("SERIAL_NOT_ISUED"))
                .startsWith("unknown finding 'SERIAL_NOT_ISUED'; findings are READING_REPAIRED, "));
        assertEquals(
                "unknown effect 'STOP'; effects are PASS, UNCHECKED, RESCAN, REVIEW, HOLD",
                reason(() -> Effect.named("STOP")));
        assertEquals(Effect.RESCAN, Effect.named("RESCAN"));
    }

    @Test
    void refusesAnUnknownCountry() {
        assertEquals(
                "destination is an unknown country 'XX'; it takes two capital letters (ISO 3166-1), EU or EEA",
                reason(() -> exemption(null, "XX", null, Effect.PASS)));
        assertTrue(reason(() -> exemption(null, "de", null, Effect.PASS))
                .startsWith("destination is an unknown country 'de'"));
    }

    @Test
    void refusesWhatIsNoSiteOrCategory() {
        assertTrue(reason(() -> exemption("HAM 1", null, null, Effect.PASS)).startsWith("site is no site id"));
        assertTrue(reason(() -> exemption(null, null, "shoes", Effect.PASS)).startsWith("category is not 2 to 10"));
        assertTrue(reason(() -> exemption(null, null, "6", Effect.PASS)).startsWith("category is not 2 to 10"));
        assertEquals(
                "an exception names a site, a destination or a category",
                reason(() -> exemption(null, null, null, Effect.PASS)));
    }

    @Test
    void refusesToDecideOverInterceptions() {
        String reason = "INTERCEPTION has the effect that its interception names, no policy's";
        assertEquals(
                reason,
                reason(() -> new Policy(
                        "p", Map.of(FindingCode.INTERCEPTION, Effect.PASS), List.of(), Thresholds.STANDARD)));
        assertEquals(reason, reason(() -> new Exemption(FindingCode.INTERCEPTION, Effect.PASS, "HAM1", null, null)));
    }

    @Test
    void hasAVersionThatFitsIntoAVerdict() {
        assertEquals("a policy has a version", reason(() -> version(" ")));
        assertEquals("version is longer than 64 characters", reason(() -> version("v".repeat(65))));
        assertEquals("v".repeat(64), version("v".repeat(64)).version());
    }

    private static Policy version(String version) {
        return new Policy(version, Map.of(), List.of(), Thresholds.STANDARD);
    }

    private static Exemption exemption(
            @Nullable String site, @Nullable String destination, @Nullable String hsCode, Effect effect) {
        return new Exemption(CODE, effect, site, destination, hsCode);
    }

    private void exceptions(Exemption... exceptions) {
        dock.policy = new Policy("p", Map.of(), List.of(exceptions), Thresholds.STANDARD);
    }

    private Effect verdict() {
        return dock.scan(label(SHOE, "XYZW9999", null)).verdict();
    }

    private static String reason(Executable refused) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, refused).getMessage());
    }
}
