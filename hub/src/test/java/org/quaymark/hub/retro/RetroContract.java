package org.quaymark.hub.retro;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quaymark.hub.casework.CaseAction;
import org.quaymark.hub.casework.CaseFile;
import org.quaymark.hub.casework.CaseStatus;
import org.quaymark.hub.casework.Cases;
import org.quaymark.hub.casework.Casework;
import org.quaymark.hub.casework.Request;
import org.quaymark.hub.casework.RetroCases;
import org.quaymark.hub.ledger.Ledger;
import org.quaymark.hub.registry.Records;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.InterceptionStatus;
import org.quaymark.inspection.registry.RecordType;

/** What the registry's changes do to that which was seen already. */
abstract class RetroContract extends RetroHub {
    @Test
    void aRecallHoldsTheParcelsThatPassed() {
        for (int i = 0; i < 3; i++) {
            assertEquals(Effect.PASS, seen("s" + i, 10_000 + i, "P-" + i).verdict());
        }
        say(lot("R1", "recalled"));
        for (int i = 0; i < 3; i++) {
            Interception held = awaitInterception("P-" + i, "HOLD", InterceptionStatus.ACTIVE);
            assertEquals(RetroCases.ACTOR, held.requestedBy());
            assertTrue(String.valueOf(held.reason()).contains("BATCH_BLOCKED (recalled)"), held::toString);
        }
        assertEquals(3, cases().size());
        assertEquals(
                3,
                ledger("retro-verdict").stream()
                        .filter(entry -> entry.contains("\"was\":\"PASS\"") && entry.contains("\"verdict\":\"HOLD\""))
                        .count());
        assertEquals(List.of("PASS"), texts("SELECT DISTINCT verdict FROM sighting"), "what was said stays said");
    }

    @Test
    void aRecallReachesLabelsWithoutALotAndUnitsOnNoParcel() {
        dock.seen("s1", Dock.label("00010001", null), null);
        say(lot("R1", "recalled"));
        await().until(() -> !cases().isEmpty());
        Interception held = hub.part(Records.class)
                .record(RecordType.INTERCEPTION, String.valueOf(cases().get(0).interception()), Interception.class);
        assertNotNull(held);
        assertEquals("00010001", held.serial());
        assertNull(held.parcel());
    }

    @Test
    void aRecallTakenBackReleasesWithTheReasonAndLiftsTheHold() {
        seen("s1", 10_001, PARCEL);
        say(lot("R1", "recalled"));
        awaitInterception(PARCEL, "HOLD", InterceptionStatus.ACTIVE);
        say(lot("R1", "released"));
        awaitInterception(PARCEL, "HOLD", InterceptionStatus.LIFTED);
        await().until(() -> cases().get(0).status() == CaseStatus.RELEASED);
        var steps = hub.part(Cases.class).steps(cases().get(0).id());
        assertEquals(RetroCases.ACTOR, steps.get(steps.size() - 1).actor());
        assertNotNull(steps.get(steps.size() - 1).reason());
    }

    @Test
    void aLateUploadReleasesAndNeverClears() {
        assertEquals(Effect.HOLD, seen("s1", 20_001, PARCEL).verdict());
        await().until(() -> cases().size() == 1);
        say(serials("R1", "00020000", "00029999"));
        await().until(() -> cases().get(0).status() == CaseStatus.RELEASED);
        assertNull(interception(PARCEL), "the registry says nothing of the parcel");
    }

    @Test
    void whatAPersonHasInHandIsLeftToThem() {
        assertEquals(Effect.HOLD, seen("s1", 20_001, PARCEL).verdict());
        await().until(() -> cases().size() == 1);
        act(CaseAction.DETAIN);
        say(serials("R1", "00020000", "00029999"));
        await().until(() -> texts("SELECT verdict FROM retro_verdict").contains("HOLD") || noWorkLeft());
        awaitIdle();
        assertEquals(CaseStatus.DETAINED, cases().get(0).status());
        assertEquals(
                "HOLD",
                awaitInterception(PARCEL, "HOLD", InterceptionStatus.ACTIVE).effect());
    }

    @Test
    void whatAnAuthorityClearedIsNotHeldAgain() {
        assertEquals(Effect.HOLD, seen("s1", 20_001, PARCEL).verdict());
        await().until(() -> cases().size() == 1);
        act(CaseAction.RELEASE);
        seen("s2", 10_002, PARCEL);
        say(lot("R1", "recalled"));
        awaitIdle();
        assertEquals(
                "PASS",
                awaitInterception(PARCEL, "PASS", InterceptionStatus.ACTIVE).effect());
        assertEquals(1, cases().size());
    }

    @Test
    void anOfficersReleaseOfAHoldFromARecallStands() {
        seen("s1", 10_001, PARCEL);
        say(lot("R1", "recalled"));
        awaitInterception(PARCEL, "HOLD", InterceptionStatus.ACTIVE);
        act(CaseAction.RELEASE);
        awaitIdle();
        say(lot("R1", "withdrawn"));
        awaitIdle();
        assertEquals(
                "PASS",
                awaitInterception(PARCEL, "PASS", InterceptionStatus.ACTIVE).effect());
        assertEquals(
                List.of(CaseStatus.RELEASED),
                cases().stream().map(CaseFile::status).toList());
    }

    @Test
    void aSuspendedConsignorIsFoundByDeviceAndByManifest() {
        say(
                "{\"type\":\"party\",\"id\":\"seller\",\"name\":\"Seller\",\"roles\":[\"licensee\"],\"status\":\"active\"}",
                "{\"type\":\"manifest\",\"parcel\":\"P-2\",\"consignor\":\"seller\"}");
        dock.scan("s1", Dock.label("00010001", "R1"), "P-1", "seller");
        dock.scan("s2", Dock.label("00010002", "R1"), "P-2", null);
        dock.scan("s3", Dock.label("00010003", "R1"), "P-3", null);
        dock.report();
        say(
                "{\"type\":\"party\",\"id\":\"seller\",\"name\":\"Seller\",\"roles\":[\"licensee\"],\"status\":\"suspended\"}");
        await().until(() -> cases().size() == 2);
        assertEquals(
                List.of("P-1", "P-2"),
                cases().stream().map(c -> String.valueOf(c.parcel())).sorted().toList());
        assertEquals(
                FindingCode.CONSIGNOR_SUSPENDED,
                cases().get(0).findings().get(0).code());
        assertNull(cases().get(0).interception(), "what is to be reviewed is not stopped");
    }

    private void act(CaseAction action) {
        hub.part(Casework.class).act(cases().get(0).id(), new Request(action, "officer:ann", "because", Map.of()));
    }

    private List<String> ledger(String kind) {
        Ledger ledger = hub.part(Ledger.class);
        List<String> entries = new ArrayList<>();
        IntStream.range(0, (int) ledger.size())
                .mapToObj(n -> String.valueOf(ledger.entry(n)))
                .filter(entry -> entry.contains("\"kind\":\"" + kind + "\""))
                .forEach(entries::add);
        return entries;
    }
}
