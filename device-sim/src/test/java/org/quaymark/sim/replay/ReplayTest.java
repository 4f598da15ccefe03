package org.quaymark.sim.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.quaymark.process.settings.BadUsage;
import org.quaymark.process.settings.Failure;
import org.quaymark.sim.deployment.Ports;
import org.quaymark.sim.deployment.Waiting;
import org.quaymark.sim.mqtt.Broker;
import org.quaymark.sim.scenario.ScanLine;

/** Against a real Mosquitto; on a machine without one only what needs none. */
class ReplayTest {
    private static final int SCANS = 200;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    static boolean mosquittoIsInstalled() {
        return Mosquitto.isInstalled();
    }

    private static List<ScanLine> scans() {
        List<ScanLine> scans = new ArrayList<>();
        for (int i = 0; i < SCANS; i++) {
            scans.add(new ScanLine("s" + i, Instant.EPOCH, "HAM1", "dock-1", "hand-" + i % 8, "x", null, 0));
        }
        return scans;
    }

    private static Plan plan(String broker, Faults faults, Duration repeatAfter, Duration giveUpAfter) {
        return new Plan(new Broker(broker, null, null), 500, 0, 1, faults, 2, repeatAfter, giveUpAfter, 20, false, 3);
    }

    private static final class Steps implements Progress {
        private final AtomicInteger done = new AtomicInteger();

        @Override
        public void step() {
            done.incrementAndGet();
        }

        @Override
        public void close() {
            // nothing is shown
        }
    }

    @Test
    @EnabledIf("mosquittoIsInstalled")
    void asksAgainUntilEveryScanHasItsVerdict() throws Exception {
        try (Mosquitto broker = new Mosquitto(directory);
                Responder responder = new Responder(broker.uri(), (scan, times) -> times > 1 ? "PASS" : null)) {
            Replay.Result result = new Replay(
                            plan(broker.uri(), Faults.NONE, Duration.ofMillis(100), Duration.ofSeconds(30)))
                    .play(scans(), new Steps());
            assertTrue(result.verdicts().stream().allMatch(line -> "PASS".equals(line.verdict())));
            assertTrue(result.repeats() >= SCANS);
            assertTrue(responder.asked("s0") >= 2);
            assertEquals(SCANS, result.latencies().getTotalCount());
            // Measured from the time it should have been sent: the wait for the repeat is in it.
            assertTrue(result.latencies().getValueAtPercentile(1) >= 100_000);
        }
    }

    @Test
    @EnabledIf("mosquittoIsInstalled")
    void aDeviceInTurnSendsTheNextScanOnlyWhenItHasItsVerdict() throws Exception {
        Map<Integer, Integer> lastOfDevice = new ConcurrentHashMap<>();
        List<String> overtaken = new CopyOnWriteArrayList<>();
        try (Mosquitto broker = new Mosquitto(directory);
                Responder responder = new Responder(broker.uri(), (scan, times) -> {
                    int number = Integer.parseInt(scan.substring(1));
                    Integer before = lastOfDevice.put(number % 8, number);
                    if (before != null && before != number - 8) {
                        overtaken.add(before + " then " + number);
                    }
                    return "PASS";
                })) {
            Plan plan = Plan.atRate(new Broker(broker.uri(), null, null), 1e6).withConnections(2);
            Replay.Result result = new Replay(plan).play(scans(), new Steps());
            assertEquals(
                    SCANS,
                    result.verdicts().stream().filter(v -> v.verdict() != null).count());
            assertEquals(List.of(), overtaken);
            assertEquals(1, responder.asked("s0"));
        }
    }

    @Test
    @EnabledIf("mosquittoIsInstalled")
    void throwsVerdictsAwayAndSendsTwiceAsAskedFor() throws Exception {
        try (Mosquitto broker = new Mosquitto(directory);
                Responder responder = new Responder(broker.uri(), (scan, times) -> "PASS")) {
            Replay.Result result = new Replay(plan(
                            broker.uri(), new Faults(0.2, 0.2, 0.2), Duration.ofMillis(200), Duration.ofSeconds(30)))
                    .play(scans(), new Steps());
            assertTrue(result.verdicts().stream().allMatch(line -> "PASS".equals(line.verdict())));
            assertTrue(result.dropped() > 0 && result.duplicated() > 0 && result.reordered() > 0);
            assertEquals(0, result.contradictions());
            assertTrue(responder.asked("s0") >= 1);
        }
    }

    @Test
    @EnabledIf("mosquittoIsInstalled")
    void noticesAScanThatGetsTwoVerdicts() throws Exception {
        try (Mosquitto broker = new Mosquitto(directory);
                Responder responder = new Responder(broker.uri(), (scan, times) -> times == 1 ? "PASS" : "HOLD")) {
            Replay.Result result = new Replay(
                            plan(broker.uri(), new Faults(0, 0.5, 0), Duration.ofSeconds(5), Duration.ofSeconds(30)))
                    .play(scans(), new Steps());
            assertTrue(result.contradictions() > 0);
            assertTrue(responder.asked("s0") >= 1);
        }
    }

    @Test
    @EnabledIf("mosquittoIsInstalled")
    void givesUpAScanThatNobodyAnswers() throws Exception {
        try (Mosquitto broker = new Mosquitto(directory);
                Responder responder = new Responder(broker.uri(), (scan, times) -> scan.equals("s7") ? null : "PASS")) {
            Replay.Result result = new Replay(
                            plan(broker.uri(), Faults.NONE, Duration.ofMillis(200), Duration.ofMillis(900)))
                    .play(scans(), new Steps());
            List<String> unanswered = result.verdicts().stream()
                    .filter(line -> line.verdict() == null)
                    .map(line -> line.scan())
                    .toList();
            assertEquals(List.of("s7"), unanswered);
            assertTrue(responder.asked("s7") > 1);
        }
    }

    @Test
    @EnabledIf("mosquittoIsInstalled")
    void comesBackWhereTheBrokerIsKilled() throws Exception {
        try (Mosquitto broker = new Mosquitto(directory);
                Responder responder = new Responder(broker.uri(), (scan, times) -> "PASS")) {
            Steps steps = new Steps();
            CompletableFuture<Replay.Result> playing = CompletableFuture.supplyAsync(() -> {
                try {
                    return new Replay(plan(broker.uri(), Faults.NONE, Duration.ofMillis(500), Duration.ofSeconds(60)))
                            .play(scans(), steps);
                } catch (InterruptedException e) {
                    throw new IllegalStateException("interrupted", e);
                }
            });
            Waiting.until(Duration.ofSeconds(10), () -> steps.done.get() > 20);
            broker.killAndStartAgain();
            Replay.Result result = playing.get(60, TimeUnit.SECONDS);
            assertTrue(result.verdicts().stream().allMatch(line -> "PASS".equals(line.verdict())));
            assertTrue(responder.asked("s0") >= 1);
        }
    }

    @Test
    void aRateGrowsToItsFullHeightAndStaysThere() {
        Plan plan =
                Plan.atRate(new Broker("tcp://127.0.0.1:1883", null, null), 100).growingFor(10);
        assertEquals(0, plan.dueSeconds(0));
        assertEquals(5, plan.dueSeconds(125), 0.001);
        assertEquals(10, plan.dueSeconds(500), 0.001);
        assertEquals(11, plan.dueSeconds(600), 0.001);
    }

    @Test
    void saysThatThereIsNoBroker() {
        String nobody = "tcp://127.0.0.1:" + new Ports().free();
        Replay replay = new Replay(plan(nobody, Faults.NONE, Duration.ofSeconds(1), Duration.ofSeconds(1)));
        String message = assertThrows(Failure.class, () -> replay.play(scans(), new Steps()))
                .getMessage();
        assertTrue(String.valueOf(message).startsWith("no connection to " + nobody), message);
    }

    @Test
    void refusesFaultsThatAreNone() {
        assertEquals(new Faults(0.01, 0.02, 0), Faults.parse("drop=0.01,duplicate=0.02"));
        for (String text : List.of("drop", "drop=1", "drop=-1", "drop=x", "lose=0.1")) {
            assertThrows(BadUsage.class, () -> Faults.parse(text), text);
        }
    }
}
