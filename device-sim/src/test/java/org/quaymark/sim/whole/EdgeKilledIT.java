package org.quaymark.sim.whole;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quaymark.sim.deployment.Waiting;
import org.quaymark.sim.mqtt.Broker;
import org.quaymark.sim.replay.Plan;
import org.quaymark.sim.replay.Progress;
import org.quaymark.sim.replay.Replay;
import org.quaymark.sim.scenario.ScanLine;
import org.quaymark.sim.score.VerdictLine;

/**
 * SIGKILL of the edge, its broker with it, while devices repeat each scan until it has its verdict. As often as
 * {@code -Dquaymark.kills=20} says during {@code -Dquaymark.scans=5000} scans.
 */
class EdgeKilledIT {
    private static final int KILLS = Integer.getInteger("quaymark.kills", 4);
    private static final int SCANS = Integer.getInteger("quaymark.scans", 1_000);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int DEVICES = 6;
    private static final double RATE = 250;

    @Test
    void everyScanIsAtTheHubExactlyOnceHoweverOftenTheEdgeIsKilled() throws Exception {
        try (Deployment deployment = Deployment.withExamples("killed")) {
            Counter counter = new Counter();
            Plan plan = Plan.atRate(new Broker(deployment.edge().broker(), null, null), RATE)
                    .givingUpAfter(Duration.ofMinutes(20));
            CompletableFuture<Replay.Result> playing = CompletableFuture.supplyAsync(() -> {
                try {
                    return new Replay(plan).play(scans(), counter);
                } catch (InterruptedException e) {
                    throw new IllegalStateException("interrupted", e);
                }
            });
            for (int kill = 1; kill <= KILLS; kill++) {
                int due = kill * SCANS / (KILLS + 1);
                assertTrue(
                        Waiting.until(PATIENCE, () -> counter.answered.get() >= due || playing.isDone()),
                        () -> counter.answered.get() + " of " + due + " answered\n"
                                + deployment.edge().child().tail());
                deployment.edge().killAndStartAgain();
            }
            Replay.Result result = playing.get(5, TimeUnit.MINUTES);
            assertEquals(0, result.contradictions());
            for (VerdictLine line : result.verdicts()) {
                assertEquals("PASS", line.verdict(), () -> line.scan() + " " + line.findings());
            }
            Map<String, Integer> wanted = new HashMap<>();
            result.verdicts().forEach(line -> wanted.put(line.scan(), 1));
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
                Map<String, Integer> seen = new HashMap<>();
                deployment
                        .api()
                        .all("/sightings")
                        .forEach(sighting -> seen.merge(sighting.path("scan").asText(), 1, Integer::sum));
                assertEquals(wanted.size(), seen.size());
                assertEquals(wanted, seen);
            });
        }
    }

    private static List<ScanLine> scans() {
        List<ScanLine> scans = new ArrayList<>();
        for (int i = 0; i < SCANS; i++) {
            String id = "K-" + i;
            scans.add(new ScanLine(
                    id,
                    Instant.EPOCH,
                    Deployment.SITE,
                    "dock-" + i % DEVICES,
                    "hand-" + i % DEVICES,
                    Labels.json(id, Labels.court(10_000 + i)),
                    null,
                    0));
        }
        return scans;
    }

    private static final class Counter implements Progress {
        private final AtomicInteger answered = new AtomicInteger();

        @Override
        public void step() {
            answered.incrementAndGet();
        }

        @Override
        public void close() {
            // nothing is shown
        }
    }
}
