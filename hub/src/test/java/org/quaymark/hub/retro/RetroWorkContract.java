package org.quaymark.hub.retro;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quaymark.hub.Hub;
import org.quaymark.hub.registry.RegistryAuthority;
import org.quaymark.hub.storage.Database;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.registry.InterceptionStatus;

/** What is decided again, and that it comes to an end. */
abstract class RetroWorkContract extends RetroHub {
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
}
