package org.quaymark.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.decision.Verdict.RegistryState;

class FirstReplicaTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final AtomicReference<RegistryState> state = new AtomicReference<>(new RegistryState(0, -1));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

    @Test
    void waitsForTheFirstReplicaOfItsHub() {
        FirstReplica first = new FirstReplica(state::get, true, clock);
        assertEquals("waiting for the first replica of the registry", first.problem());
        state.set(new RegistryState(12, 0));
        assertNull(first.problem());
    }

    @Test
    void doesNotWaitForEverForAHubThatIsNotThere() {
        FirstReplica first = new FirstReplica(state::get, true, clock);
        now.set(START.plus(FirstReplica.PATIENCE).plusMillis(1));
        assertNull(first.problem());
    }

    @Test
    void doesNotWaitWhereThereIsNoHub() {
        assertNull(new FirstReplica(state::get, false, clock).problem());
    }
}
