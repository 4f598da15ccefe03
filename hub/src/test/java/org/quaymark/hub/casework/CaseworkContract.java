package org.quaymark.hub.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quaymark.hub.Hub;
import org.quaymark.hub.OnBothDatabases;
import org.quaymark.hub.http.Problem;
import org.quaymark.hub.ledger.Ledger;
import org.quaymark.hub.registry.Records;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.InterceptionStatus;
import org.quaymark.inspection.registry.RecordType;

abstract class CaseworkContract extends OnBothDatabases {
    Hub hub;
    Casework casework;
    Cases cases;

    @BeforeEach
    void openParts() {
        hub = openHub();
        casework = hub.part(Casework.class);
        cases = hub.part(Cases.class);
    }

    @Test
    void gathersByParcelThenUnitThenProductAndSite() {
        casework.suspect(Suspicions.unissued(1, Suspicions.PARCEL, "S1"));
        casework.suspect(Suspicions.unissued(2, Suspicions.PARCEL, "S2"));
        casework.suspect(Suspicions.unissued(3, null, "S1"));
        casework.suspect(Suspicions.unissued(4, null, "S1"));
        casework.suspect(Suspicions.unissued(5, null, null));
        assertEquals(
                List.of(1, 2, 2),
                all().stream().map(CaseFile::sightings).toList(),
                "newest first: product and site, unit, parcel");
    }

    @Test
    void aSightingJoinsItsCaseOnce() {
        for (int again = 0; again < 3; again++) {
            casework.suspect(Suspicions.unissued(1, Suspicions.PARCEL, "S1"));
        }
        assertEquals(1, only().sightings());
        assertEquals(1, cases.events(0, 10).size());
    }

    @Test
    void manyAtOnceOpenOneCase() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> sightings = IntStream.rangeClosed(1, 24)
                    .<Future<?>>mapToObj(n ->
                            threads.submit(() -> casework.suspect(Suspicions.unissued(n, Suspicions.PARCEL, "S" + n))))
                    .toList();
            for (Future<?> sighting : sightings) {
                sighting.get();
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(24, only().sightings());
        assertEquals(
                IntStream.rangeClosed(1, 24).mapToObj(n -> (long) n).toList(),
                cases.events(0, 100).stream().map(CaseEvent::sequence).toList());
    }

    @Test
    void aCaseTakesTheStrongestVerdictOfItsSightings() {
        casework.suspect(Suspicions.of(1, Suspicions.PARCEL, null, "L1", Effect.REVIEW, FindingCode.BATCH_UNKNOWN));
        assertEquals(2, only().priority());
        casework.suspect(Suspicions.unissued(2, Suspicions.PARCEL, "S2"));
        assertEquals(Effect.HOLD, only().verdict());
        assertEquals(1, only().priority());
        assertEquals(FindingCode.SERIAL_NOT_ISSUED, only().findings().get(0).code());
    }

    @Test
    void detainingHoldsTheParcelAndReleasingClearsIt() {
        casework.suspect(Suspicions.unissued(1, Suspicions.PARCEL, "S1"));
        String id = only().id();
        act(id, CaseAction.DETAIN, "ann");
        Interception held = interception(id);
        assertEquals("HOLD", held.effect());
        assertEquals(Suspicions.PARCEL, held.parcel());
        assertNull(held.gtin());
        act(id, CaseAction.RELEASE, "ann");
        assertEquals("PASS", interception(id).effect());
        assertEquals(InterceptionStatus.ACTIVE, interception(id).status());
        assertEquals(CaseStatus.RELEASED, only().status());
    }

    @Test
    void releasingALotLiftsItsHoldAndClearsNothing() {
        casework.suspect(Suspicions.unissued(1, null, null));
        String id = only().id();
        act(id, CaseAction.DETAIN, "ann");
        assertEquals("ABC123", interception(id).lot());
        act(id, CaseAction.RELEASE, "ann");
        assertEquals(InterceptionStatus.LIFTED, interception(id).status());
    }

    @Test
    void aScannerFaultLiftsTheHold() {
        casework.suspect(Suspicions.unissued(1, Suspicions.PARCEL, "S1"));
        String id = only().id();
        act(id, CaseAction.DETAIN, "ann");
        act(id, CaseAction.CLOSE_SCANNER_FAULT, "ann");
        assertEquals(InterceptionStatus.LIFTED, interception(id).status());
    }

    @Test
    void aDecidedCaseGathersNoMore() {
        casework.suspect(Suspicions.unissued(1, Suspicions.PARCEL, "S1"));
        act(only().id(), CaseAction.CLOSE_SCANNER_FAULT, "ann");
        casework.suspect(Suspicions.unissued(2, Suspicions.PARCEL, "S1"));
        assertEquals(2, all().size());
    }

    @Test
    void destructionNeedsTwoOfficers() {
        casework.suspect(Suspicions.unissued(1, Suspicions.PARCEL, "S1"));
        String id = only().id();
        act(id, CaseAction.DETAIN, "ann");
        act(id, CaseAction.CONFIRM_INFRINGEMENT, "ann");
        act(id, CaseAction.DESTROY, "ann");
        assertEquals(CaseStatus.INFRINGEMENT_CONFIRMED, only().status());
        assertEquals(
                409,
                assertThrows(Problem.class, () -> act(id, CaseAction.DESTROY, "ann"))
                        .status());
        act(id, CaseAction.DESTROY, "bob");
        assertEquals(CaseStatus.DESTROYED, only().status());
    }

    @Test
    void refusesAStepThatTheStatusDoesNotAllowAndChangesNothing() {
        casework.suspect(Suspicions.unissued(1, Suspicions.PARCEL, "S1"));
        String id = only().id();
        act(id, CaseAction.RELEASE, "ann");
        long ledger = hub.part(Ledger.class).size();
        Problem refused = assertThrows(Problem.class, () -> act(id, CaseAction.DETAIN, "ann"));
        assertEquals(409, refused.status());
        assertEquals(
                404,
                assertThrows(Problem.class, () -> act("no-such", CaseAction.NOTE, "ann"))
                        .status());
        assertEquals(ledger, hub.part(Ledger.class).size());
        assertEquals("PASS", interception(id).effect());
    }

    @Test
    void everyStepIsOnTheLedger() {
        casework.suspect(Suspicions.unissued(1, Suspicions.PARCEL, "S1"));
        act(only().id(), CaseAction.NOTE, "ann");
        String last = hub.part(Ledger.class).entry(hub.part(Ledger.class).size() - 1);
        assertNotNull(last);
        assertEquals(true, last.contains("case-action") && last.contains("person:ann"), last);
    }

    @Test
    void whatAWorkerSaysIsOnTheTimeLineOnce() {
        casework.suspect(Suspicions.unissued(1, Suspicions.PARCEL, "S1"));
        JournalEntry.WorkerAction held = new JournalEntry.WorkerAction(
                2, Instant.parse("2026-11-21T10:16:00Z"), "w1", "HAM1", "dock-3", "hand-7", "HELD", "scan-1", null);
        casework.heard("edge-1", 1, held);
        casework.heard("edge-1", 1, held);
        List<CaseStep> steps = cases.steps(only().id());
        assertEquals(1, steps.size());
        assertEquals("worker-held", steps.get(0).action());
    }

    @Test
    void listsByFilterAndPage() {
        for (int n = 1; n <= 5; n++) {
            casework.suspect(Suspicions.unissued(n, "PARCEL-" + n, "S" + n));
        }
        CaseFilter two = new CaseFilter(List.of(CaseStatus.NEW), null, null, null, "HAM1", null, 2);
        List<CaseFile> first = cases.list(two);
        List<CaseFile> second = cases.list(new CaseFilter(
                List.of(CaseStatus.NEW),
                null,
                null,
                null,
                "HAM1",
                null,
                false,
                first.get(1).id(),
                2));
        assertEquals(
                List.of("PARCEL-5", "PARCEL-4"),
                first.stream().map(CaseFile::parcel).toList());
        assertEquals(
                List.of("PARCEL-3", "PARCEL-2"),
                second.stream().map(CaseFile::parcel).toList());
        assertEquals(
                1,
                cases.list(new CaseFilter(List.of(), null, Suspicions.GTIN, "S3", null, null, 10))
                        .size());
        assertEquals(Map.of(CaseStatus.NEW, 5L), cases.counts(CaseKind.GOODS));
    }

    private void act(String id, CaseAction action, String who) {
        casework.act(id, new Request(action, "person:" + who, "because", Map.of()));
    }

    private List<CaseFile> all() {
        return cases.list(CaseFilter.newest(100));
    }

    private CaseFile only() {
        List<CaseFile> all = all();
        assertEquals(1, all.size());
        return all.get(0);
    }

    private Interception interception(String caseId) {
        Interception found =
                hub.part(Records.class).record(RecordType.INTERCEPTION, "CASE-" + caseId, Interception.class);
        assertNotNull(found);
        return found;
    }
}
