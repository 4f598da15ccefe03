package org.quaymark.hub.retro;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quaymark.hub.Hub;
import org.quaymark.hub.OnBothDatabases;
import org.quaymark.hub.casework.CaseAction;
import org.quaymark.hub.casework.CaseFile;
import org.quaymark.hub.casework.CaseFilter;
import org.quaymark.hub.casework.CaseStatus;
import org.quaymark.hub.casework.Cases;
import org.quaymark.hub.casework.Casework;
import org.quaymark.hub.casework.Request;
import org.quaymark.hub.casework.RetroCases;
import org.quaymark.hub.ledger.Ledger;
import org.quaymark.hub.registry.Records;
import org.quaymark.hub.registry.RegistryAuthority;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.InterceptionStatus;
import org.quaymark.inspection.registry.RecordType;
import org.quaymark.process.json.InvalidLine;
import org.quaymark.process.json.RegistryJson;

/** What the registry's changes do to that which was seen already. */
abstract class RetroContract extends OnBothDatabases {
    private static final String PARCEL = "RR473124829GB";
    private Hub hub = unset();
    private Dock dock = unset();

    @SuppressWarnings("NullAway") // set before each test
    private static <T> T unset() {
        return null;
    }

    @BeforeEach
    void openDock() {
        hub = serve();
        say(
                "{\"type\":\"party\",\"id\":\"acme\",\"name\":\"Acme\",\"roles\":[\"rights-holder\"],\"status\":\"active\"}",
                "{\"type\":\"site\",\"id\":\"HAM1\",\"country\":\"DE\",\"timezone\":\"Europe/Berlin\"}",
                "{\"type\":\"product\",\"gtin\":\"" + Dock.GTIN
                        + "\",\"brand\":\"Acme\",\"name\":\"Boot\",\"holder\":\"acme\",\"serialisation\":\"serial\"}",
                lot("R1", "released"),
                serials("R1", "00010000", "00019999"));
        dock = new Dock(hub, "edge-1", Policy.standard());
    }

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
    void whatTouchesNoVerdictDoesNothing() {
        seen("s1", 10_001, PARCEL);
        awaitIdle();
        say(
                "{\"type\":\"party\",\"id\":\"other\",\"name\":\"Other\",\"roles\":[\"licensee\"],\"status\":\"active\"}",
                lot("R9", "recalled"),
                serials("R9", "00090000", "00099999"),
                "{\"type\":\"manifest\",\"parcel\":\"NEVER-SEEN\",\"consignor\":\"acme\"}");
        Planner planner = hub.part(Planner.class);
        await().until(() -> planner.behind() == 0);
        // labels without a lot may be of any lot; there is none
        assertEquals(0, hub.part(Tasks.class).left().tasks());
        assertEquals(List.of(), texts("SELECT verdict FROM retro_verdict"));
    }

    @Test
    void aChangeOfNothingThatCountsTouchesNothing() {
        Touches touches = new Touches();
        touches.changed(
                record("{\"type\":\"party\",\"id\":\"a\",\"name\":\"A\",\"roles\":[],\"status\":\"active\"}"),
                record("{\"type\":\"party\",\"id\":\"a\",\"name\":\"B\",\"roles\":[],\"status\":\"active\"}"));
        touches.changed(record(lot("R1", "released")), record(lot("R1", "released")));
        assertTrue(touches.consignors.isEmpty() && touches.lots.isEmpty());
        touches.changed(
                record("{\"type\":\"party\",\"id\":\"a\",\"name\":\"A\",\"roles\":[],\"status\":\"active\"}"),
                record("{\"type\":\"party\",\"id\":\"a\",\"name\":\"A\",\"roles\":[],\"status\":\"suspended\"}"));
        assertFalse(touches.consignors.isEmpty());
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

    @Test
    void whatAnEdgeDecidedByAnOlderRegistryIsDecidedAgainWhenItArrives() {
        Verdict passed = dock.scan("s1", Dock.label("00010001", "R1"), PARCEL, null);
        say(lot("R1", "recalled"));
        await().until(() -> hub.part(Planner.class).behind() == 0);
        dock.report();
        assertEquals(Effect.PASS, passed.verdict());
        awaitInterception(PARCEL, "HOLD", InterceptionStatus.ACTIVE);
    }

    @Test
    void itEndsAndDoesNotFeedItself() {
        for (int i = 0; i < 60; i++) {
            dock.scan("s" + i, Dock.label("%08d".formatted(10_000 + i), "R1"), "P-" + i % 20, null);
        }
        dock.report();
        say(lot("R1", "recalled"));
        await().until(() -> cases().size() == 20);
        awaitIdle();
        long head = hub.part(RegistryAuthority.class).head().sequence();
        assertEquals(60, texts("SELECT verdict FROM retro_verdict").size());
        assertEquals(20, cases().size());
        // a change that touches all of them again and says nothing new
        say(lot("R1", "withdrawn"));
        awaitIdle();
        assertEquals(head + 1, hub.part(RegistryAuthority.class).head().sequence());
        assertEquals(60, texts("SELECT verdict FROM retro_verdict").size());
    }

    @Test
    void workLeftByADeadHubIsTakenUpWhereItWas() {
        for (int i = 0; i < 30; i++) {
            dock.scan("s" + i, Dock.label("%08d".formatted(10_000 + i), "R1"), "P-" + i, null);
        }
        dock.report();
        awaitIdle();
        Hub idle = openHub();
        Tasks tasks = idle.part(Tasks.class);
        hub.part(RetroWork.class).stop();
        say(lot("R1", "recalled"));
        assertTrue(idle.part(Planner.class).step());
        Task claimed = tasks.claim();
        assertNotNull(claimed);
        assertNull(tasks.claim(), "nobody else has it meanwhile");
        idle.part(Database.class).transact(connection -> {
            // as if it had died after ten of them, long ago
            tasks.advance(connection, claimed, new SightingKey("edge-1", 1, 10), 10);
        });
        RetroWork work = idle.part(RetroWork.class);
        while (work.step()) {
            assertTrue(cases().size() <= 30);
        }
        assertEquals(20, cases().size(), "it went on from the eleventh");
    }

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

    private Verdict seen(String scan, int serial, String parcel) {
        return dock.seen(scan, Dock.label("%08d".formatted(serial), "R1"), parcel);
    }

    private void act(CaseAction action) {
        hub.part(Casework.class).act(cases().get(0).id(), new Request(action, "officer:ann", "because", Map.of()));
    }

    private boolean noWorkLeft() {
        return hub.part(RetroProgress.class).now().isDone()
                && texts("SELECT id FROM journal_batch WHERE redecided_at IS NULL")
                        .isEmpty();
    }

    private void awaitIdle() {
        await().until(this::noWorkLeft);
    }

    private List<CaseFile> cases() {
        return hub.part(Cases.class).list(new CaseFilter(List.of(), null, null, null, null, null, 1_000));
    }

    private @Nullable Interception interception(String parcel) {
        return hub.part(Records.class).list(RecordType.INTERCEPTION, "", 1_000).stream()
                .map(listed -> (Interception) record(listed.line()))
                .filter(i -> parcel.equals(i.parcel()))
                .findFirst()
                .orElse(null);
    }

    private Interception awaitInterception(String parcel, String effect, InterceptionStatus status) {
        await().until(() -> {
            Interception found = interception(parcel);
            return found != null && found.effect().equals(effect) && found.status() == status;
        });
        Interception found = interception(parcel);
        assertNotNull(found);
        return found;
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

    private List<String> texts(String query) {
        return hub.part(Database.class).read(connection -> Sql.list(connection, query, row -> row.getString(1)));
    }

    private void say(String... lines) {
        hub.part(RegistryAuthority.class)
                .apply(List.of(lines).stream().map(RetroContract::record).toList(), "key:brand");
    }

    private static org.quaymark.inspection.registry.RegistryRecord record(String line) {
        try {
            return (org.quaymark.inspection.registry.RegistryRecord) RegistryJson.read(line);
        } catch (InvalidLine e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    private static String lot(String lot, String status) {
        return "{\"type\":\"batch\",\"gtin\":\"" + Dock.GTIN + "\",\"lot\":\"" + lot
                + "\",\"markets\":[\"EEA\"],\"quantity\":1000,\"status\":\"" + status + "\"}";
    }

    private static String serials(String lot, String from, String to) {
        return "{\"type\":\"serials\",\"gtin\":\"" + Dock.GTIN + "\",\"lot\":\"" + lot + "\",\"from\":\"" + from
                + "\",\"to\":\"" + to + "\",\"status\":\"issued\"}";
    }
}
