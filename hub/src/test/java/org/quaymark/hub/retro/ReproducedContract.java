package org.quaymark.hub.retro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.inspection.log.JournalEntry;

/** Every verdict can be given once more from what its journal entry tells. */
abstract class ReproducedContract extends RetroHub {
    @Test
    void everyEntryDecidedAgainFromItsInputsHasItsVerdict() {
        seen("s1", 10_001, PARCEL);
        seen("s2", 20_001, "P-2");
        dock.seen("s3", "]d20109506000999990" + "21X", "P-3");
        say(lot("R1", "recalled"), serials("R1", "00020000", "00029999"));
        awaitIdle();
        seen("s4", 10_001, PARCEL);
        Explanations explanations = hub.part(Explanations.class);
        for (int n = 1; n <= dock.length(); n++) {
            Explained explained = explanations.of("edge-1", n);
            assertNotNull(explained);
            assertTrue(explained.reproduced(), explained::toString);
            assertTrue(explained.policyKnown());
        }
        Explained first = explanations.of("edge-1", 1);
        assertNotNull(first);
        assertEquals(Effect.HOLD, first.again().get(0).verdict().verdict());
        assertEquals(27, first.explanation().rules().size(), "every rule is told of");
        assertTrue(first.explanation().facts().stream()
                .anyMatch(fact -> fact.question().equals("unit")
                        && Long.valueOf(5).equals(fact.answers().get(0).changed())));
        assertNull(explanations.of("edge-1", 99));
    }

    @Test
    void aPolicyTheHubDoesNotHaveIsSaidToBeUnknownAndItsEffectsAreKept() {
        Policy own = new Policy(
                "ours-7",
                Map.of(FindingCode.SERIAL_NOT_ISSUED, Effect.PASS),
                List.of(),
                Policy.standard().thresholds());
        Dock lenient = new Dock(hub, "edge-2", own);
        assertEquals(
                Effect.PASS,
                lenient.seen("x1", Dock.label("00020001", "R1"), PARCEL).verdict());
        say(lot("R1", "withdrawn"));
        say(lot("R1", "released"));
        awaitIdle();
        Explained explained = hub.part(Explanations.class).of("edge-2", 1);
        assertNotNull(explained);
        assertFalse(explained.policyKnown());
        assertTrue(explained.reproduced());
    }

    @Test
    void aPolicyThatTheJournalTellsOfIsDecidedByAgain() {
        Policy own = new Policy(
                "ours-7",
                Map.of(FindingCode.BATCH_BLOCKED, Effect.PASS, FindingCode.SERIAL_NOT_ISSUED, Effect.REVIEW),
                List.of(new Policy.Exemption(FindingCode.SERIAL_VOID, Effect.REVIEW, "HAM1", null, null)),
                Policy.standard().thresholds());
        Dock lenient = new Dock(hub, "edge-2", own);
        lenient.write(new JournalEntry.PolicyInForce(1, Instant.EPOCH, own));
        assertEquals(
                Effect.PASS,
                lenient.seen("x1", Dock.label("00010001", "R1"), PARCEL).verdict());
        say(lot("R1", "recalled"));
        awaitIdle();
        assertEquals(List.of(), texts("SELECT verdict FROM retro_verdict"), "this policy lets blocked lots pass");
        Explained explained = hub.part(Explanations.class).of("edge-2", 2);
        assertNotNull(explained);
        assertTrue(explained.policyKnown() && explained.reproduced());
    }
}
