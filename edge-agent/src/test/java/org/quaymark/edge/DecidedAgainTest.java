package org.quaymark.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quaymark.edge.explain.ExplainCommand;
import org.quaymark.edge.explain.Inputs;
import org.quaymark.edge.explain.PolicyCommand;
import org.quaymark.edge.history.Memory;
import org.quaymark.edge.journal.Draft;
import org.quaymark.edge.journal.Entries;
import org.quaymark.edge.journal.SqliteJournal;
import org.quaymark.edge.registry.Changes;
import org.quaymark.edge.registry.Replica;
import org.quaymark.edge.retro.RetroVerdicts;
import org.quaymark.edge.scanner.Decider;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.decision.Inspector;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.reading.Code;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.reading.Shipment;
import org.quaymark.process.json.Json;
import picocli.CommandLine;

/** A day at a dock on a real journal, replica and index; then every verdict is given again from what is on the disk. */
class DecidedAgainTest {
    private static final String SHOE = "09506000134352";
    private static final String CREAM = "09506000134369";
    private static final String GS = "\u001d";

    @TempDir
    Path directory;

    private final Random random = new Random(20_261_125);
    private final Changes changes = new Changes();
    private final Map<String, Effect> given = new HashMap<>();
    private int scans;

    /** A running edge without its doors. */
    private final class Edge implements AutoCloseable {
        final SqliteJournal journal = Entries.open(directory);
        final Replica replica = Replica.open(directory.resolve("registry.db"), Clock.systemUTC());
        final Memory memory;
        final Decisions decisions;
        final Inspector inspector = new Inspector(Policy.standard());

        Edge() throws Exception {
            Inputs.keep(journal, Policy.standard(), null, "registry.db");
            memory = Memory.open(directory.resolve("history.db"), journal, "DE", scan -> null, replica::current);
            decisions = new Decisions(
                    inspector, replica, memory.history(), Locale.GERMAN, Clock.systemUTC(), new SimpleMeterRegistry());
        }

        Verdict scan(String device, @Nullable String parcel, @Nullable Shipment shipment, String... data) {
            List<Code> codes = new ArrayList<>();
            for (String each : data) {
                codes.add(new Code(each, null));
            }
            String id = "s-" + ++scans;
            Scan scan = new Scan(id, Instant.now(), "HAM1", "dock-1", device, codes, parcel, shipment, null);
            Decider.Decided decided = decisions.decide(scan);
            Verdict verdict = decided.verdict().answered(Clock.systemUTC().instant(), 7);
            journal.append(new Draft.Sighting(scan, verdict, decided.before()))
                    .toCompletableFuture()
                    .join();
            given.put(id, verdict.verdict());
            return verdict;
        }

        @Override
        public void close() throws Exception {
            memory.close();
            replica.close();
            journal.close();
        }
    }

    @Test
    void everyVerdictIsGivenAgainAsItWasThroughChangesAndRestarts() throws Exception {
        try (Edge edge = new Edge()) {
            // Before the registry came.
            edge.scan("hand-1", null, null, label(SHOE, "A1", "L1"));
            changes.fill(edge.replica);
        }
        for (int run = 0; run < 4; run++) {
            try (Edge edge = new Edge()) {
                for (int i = 0; i < 40; i++) {
                    randomScan(edge);
                    if (i % 7 == 0) {
                        changes.any(edge.replica, random);
                    }
                }
            }
        }
        assertTrue(given.values().containsAll(List.of(Effect.values())), () -> "only " + given.values());
        for (String scan : given.keySet()) {
            JsonNode explained = explain(scan);
            assertTrue(explained.path("reproduced").asBoolean(), () -> scan + ": " + explained.toPrettyString());
            assertEquals(
                    String.valueOf(given.get(scan)),
                    explained
                            .path("explanation")
                            .path("verdict")
                            .path("verdict")
                            .asText());
        }
    }

    @Test
    void aPolicyIsTriedOnWhatWasScanned() throws Exception {
        try (Edge edge = new Edge()) {
            changes.fill(edge.replica);
            edge.scan("hand-1", null, null, label(SHOE, "NEVER1", "L1"));
            edge.scan("hand-1", null, null, label(SHOE, "A1", "L1"));
            changes.serials(edge.replica, "NEVER1");
            edge.scan("hand-1", null, null, label(SHOE, "NEVER1", "L1"));
            JsonNode same = tryPolicy("version: same-1\n");
            assertEquals(3, same.path("scans").asInt());
            assertEquals(0, same.path("changed").asInt());

            JsonNode other = tryPolicy("version: mild-1\neffects:\n  SERIAL_NOT_ISSUED: REVIEW\n");
            assertEquals(1, other.path("changed").asInt());
            assertEquals("s-1", other.path("changes").path(0).path("scan").asText());
            assertEquals("REVIEW", other.path("changes").path(0).path("wouldBe").asText());
            assertEquals(1, other.path("byFinding").path("SERIAL_NOT_ISSUED").asInt());
            assertEquals(1, other.path("verdicts").path("HOLD").path("were").asInt());
            assertEquals(0, other.path("verdicts").path("HOLD").path("wouldBe").asInt());
        }
    }

    @Test
    void saysWhatTheReplicaCannotTellAnyMore() throws Exception {
        try (Edge edge = new Edge()) {
            changes.fill(edge.replica);
            edge.scan("hand-1", null, null, label(SHOE, "A1", "L1"));
        }
        Files.delete(directory.resolve("registry.db"));
        changes.skip(1_000);
        try (Edge edge = new Edge()) {
            changes.fill(edge.replica);
            JsonNode explained = explain("s-1");
            assertTrue(explained.path("unknown").asText().contains("taken whole"), explained.toPrettyString());
            assertTrue(explained.path("reproduced").isMissingNode());
        }
    }

    @Test
    void anEdgeRemembersUnitsAndParcelsAfterARestart() throws Exception {
        try (Edge edge = new Edge()) {
            changes.fill(edge.replica);
            edge.scan("hand-1", "RR473124829GB", null, label(SHOE, "A1", "L1"));
            edge.scan("hand-1", "PARCEL-2", null, label(SHOE, "A2", "L1"));
        }
        try (Edge edge = new Edge()) {
            Verdict reused = edge.scan("hand-1", "RR000000005DE", null, label(SHOE, "A1", "L1"));
            assertEquals(List.of(FindingCode.SERIAL_REUSED), codes(reused));
            // The manifest of that parcel lists one.
            Verdict tooMany = edge.scan("hand-1", "PARCEL-2", null, label(SHOE, "A3", "L1"));
            assertEquals(List.of(FindingCode.NOT_ON_MANIFEST), codes(tooMany));
        }
        Files.delete(directory.resolve("history.db"));
        try (Edge edge = new Edge()) {
            // The index is made again from the journal.
            Verdict reused = edge.scan("hand-1", "RR000000014DE", null, label(SHOE, "A1", "L1"));
            assertEquals(List.of(FindingCode.SERIAL_REUSED), codes(reused));
        }
    }

    @Test
    void whatWasUncheckedIsDecidedAgainWhenTheRegistryComesAndTheFirstVerdictStands() throws Exception {
        List<Verdict> told = new ArrayList<>();
        try (Edge edge = new Edge()) {
            assertEquals(
                    Effect.UNCHECKED,
                    edge.scan("hand-1", null, null, label(SHOE, "NEVER1", "L1")).verdict());
            assertEquals(
                    Effect.UNCHECKED,
                    edge.scan("hand-1", null, null, label(SHOE, "A1", "L1")).verdict());
        }
        try (Edge edge = new Edge();
                RetroVerdicts retro = new RetroVerdicts(
                        edge.inspector,
                        edge.replica,
                        edge.memory,
                        edge.journal,
                        (first, again) -> {
                            synchronized (told) {
                                told.add(again);
                            }
                        },
                        Clock.systemUTC())) {
            retro.start();
            changes.fill(edge.replica);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                synchronized (told) {
                    return told.size() == 2;
                }
            });
            assertEquals(
                    List.of(Effect.HOLD, Effect.PASS),
                    told.stream().map(Verdict::verdict).toList());
            assertEquals(
                    Effect.UNCHECKED,
                    edge.journal.latestSightings(1).get(0).verdict().verdict());
            Awaitility.await().until(() -> edge.memory.waiting(0, 10).isEmpty());
            // Once only, however often the registry changes.
            changes.any(edge.replica, random);
        }
        JsonNode explained = explain("s-1");
        assertEquals("UNCHECKED", explained.path("given").path("verdict").asText());
        assertEquals(1, explained.path("again").size());
        assertEquals("HOLD", explained.path("again").path(0).path("verdict").asText());
    }

    @Test
    void anInterceptionThatComesDownHoldsTheNextScanWithItsReason() throws Exception {
        try (Edge edge = new Edge()) {
            changes.fill(edge.replica);
            assertEquals(
                    Effect.PASS,
                    edge.scan("hand-1", null, null, label(SHOE, "A1", "L1")).verdict());
            changes.interception(edge.replica, SHOE, "A1", "recalled by its maker");
            Verdict held = edge.scan("hand-1", null, null, label(SHOE, "A1", "L1"));
            assertEquals(Effect.HOLD, held.verdict());
            assertEquals(
                    "recalled by its maker", held.findings().get(0).detail().get("reason"));
        }
    }

    private void randomScan(Edge edge) {
        String device = "hand-" + random.nextInt(3);
        String parcel = random.nextInt(3) == 0 ? "PARCEL-" + random.nextInt(4) : null;
        Shipment shipment = random.nextInt(4) == 0
                ? new Shipment(
                        null, random.nextBoolean() ? "FR" : "US", "trader-" + random.nextInt(3), null, null, null, null)
                : null;
        String serial = random.nextInt(5) == 0 ? "N" + random.nextInt(50) : "A" + random.nextInt(6);
        String label = switch (random.nextInt(9)) {
            case 0 -> "9506000134352";
            case 1 -> "]d201" + SHOE + "21" + serial + "?" + GS;
            case 2 -> label(SHOE, serial, "L" + random.nextInt(3)).toLowerCase(Locale.ROOT);
            case 3 -> "]d201" + CREAM + "10L" + random.nextInt(3);
            case 4 -> "QM:DAMAGED";
            case 5 -> "4006381333931";
            default -> label(SHOE, serial, "L" + random.nextInt(3));
        };
        edge.scan(device, parcel, shipment, label);
    }

    private static String label(String gtin, String serial, String lot) {
        return "]d201" + gtin + "17300101" + "10" + lot + GS + "21" + serial;
    }

    private static List<FindingCode> codes(Verdict verdict) {
        return verdict.findings().stream().map(Finding::code).toList();
    }

    private JsonNode explain(String scan) throws Exception {
        return run(new ExplainCommand(), "--data", directory.toString(), "--scan", scan, "--json");
    }

    private JsonNode tryPolicy(String yaml) throws Exception {
        Path file = Files.writeString(directory.resolve("try.yaml"), yaml);
        return run(new PolicyCommand(), "--data", directory.toString(), "--try", file.toString(), "--json");
    }

    private static JsonNode run(Object command, String... arguments) throws Exception {
        StringWriter out = new StringWriter();
        new CommandLine(command).setOut(new PrintWriter(out)).execute(arguments);
        return Json.LENIENT.readTree(out.toString());
    }
}
