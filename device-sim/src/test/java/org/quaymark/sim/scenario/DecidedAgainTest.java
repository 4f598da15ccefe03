package org.quaymark.sim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.decision.Explanation;
import org.quaymark.inspection.decision.History;
import org.quaymark.inspection.decision.Inspector;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.inspection.decision.Recollection;
import org.quaymark.inspection.decision.RecordingHistory;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.inspection.reading.Code;
import org.quaymark.inspection.reading.Identification;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.RegistryRecord;
import org.quaymark.process.json.Json;

/** Every truth that the generator knows: decided while the registry grows, written, read back and decided again. */
class DecidedAgainTest {
    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    private static final int STEPS = 20;

    private final Inspector inspector = new Inspector(Policy.standard());

    @Test
    void whatIsReadBackFromTheJournalGivesTheSameVerdict() throws Exception {
        Scenario scenario = ScenarioMaker.standard(new Scenario.Request(7, 4_000, 12, 2, START));
        List<byte[]> journal = new ArrayList<>();
        Set<String> truths = new HashSet<>();
        InMemoryRegistry registry = new InMemoryRegistry(START.minusSeconds(90_000));
        int applied = 0;
        for (int i = 0; i < scenario.scans().size(); i++) {
            // The registry comes in pieces: what is scanned in the morning is judged by less of it.
            int known = Math.min(STEPS, 1 + i * STEPS * 2 / scenario.scans().size())
                    * scenario.registry().size()
                    / STEPS;
            for (; applied < known; applied++) {
                registry.apply(scenario.registry().get(applied));
            }
            ScanLine line = scenario.scans().get(i);
            if (line.payload() != null) {
                journal.add(decided(line, registry));
                truths.add(scenario.truths().get(i).truth());
            }
        }
        for (Truth truth : Truth.values()) {
            assertTrue(truths.contains(truth.wireName()), truth.wireName());
        }
        againFromTheStart(journal, scenario.registry());
    }

    private byte[] decided(ScanLine line, InMemoryRegistry registry) throws Exception {
        Scan scan = new Scan(
                line.scan(),
                line.at(),
                line.site(),
                line.dock(),
                line.device(),
                List.of(new Code(String.valueOf(line.payload()), null)),
                null,
                null,
                null);
        RecordingHistory before = new RecordingHistory(new Seen(line.scan().hashCode()));
        Verdict verdict = inspector.inspect(scan, registry, before, Locale.FRENCH);
        return Json.LENIENT
                .writerFor(JournalEntry.class)
                .writeValueAsBytes(new JournalEntry.Sighting(1, line.at(), scan, verdict, before.recollection()));
    }

    private void againFromTheStart(List<byte[]> journal, List<RegistryRecord> lines) throws Exception {
        InMemoryRegistry registry = new InMemoryRegistry();
        for (byte[] written : journal) {
            JournalEntry.Sighting entry = (JournalEntry.Sighting) Json.LENIENT.readValue(written, JournalEntry.class);
            Verdict then = entry.verdict();
            while (registry.sequence() < then.registry().sequence()) {
                registry.apply(lines.get((int) registry.sequence()));
            }
            Instant asOf = then.registry().asOf(entry.scan().at());
            if (asOf != null) {
                registry.vouch(asOf);
            }
            Explanation explanation = inspector.explain(
                    entry.scan(), registry, Recollection.of(entry.before()), Locale.forLanguageTag(then.locale()));
            assertEquals(
                    then, explanation.answered(then.at(), then.elapsedMicros()).verdict());
            assertEquals(then.findings(), explanation.verdict().findings());
        }
    }

    /** Some units were seen before on another parcel, some labels are tried again, one site is not known to the registry. */
    private record Seen(int hash) implements History {
        @Override
        public Tries tries(Scan scan, Identification identified) {
            return new Tries(Math.floorMod(hash, 4), List.of("hand-a", "hand-b"), hash % 11 == 0);
        }

        @Override
        public List<History.Seen> sightingsOf(String gtin, String serial) {
            return hash % 5 == 0
                    ? List.of(new History.Seen("before", START, "elsewhere", "hand-c", "RR473124829GB", 1, false))
                    : List.of();
        }

        @Override
        public List<Packed> packedIn(Scan scan, List<String> parcels) {
            return List.of(new Packed("09506000134352", "L", "S" + hash));
        }

        @Override
        public @Nullable String country(Scan scan) {
            return "DE";
        }
    }
}
