package org.quaymark.sim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quaymark.inspection.registry.RegistryRecord;
import org.quaymark.inspection.registry.Serials;
import org.quaymark.process.json.RegistryJson;

class ScenarioMakerTest {
    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    private static final Pattern DATAMATRIX =
            Pattern.compile("]d201([0-9]{14})(?:17[0-9]{6}10[^\\u001d]+\\u001d)?21([^\\u001d]+).*");

    private static Scenario scenario(long seed) {
        return ScenarioMaker.standard(new Scenario.Request(seed, 3_000, 12, 1, START));
    }

    @Test
    void givesTheSameScenarioForTheSameSeed() {
        assertEquals(scenario(7), scenario(7));
        assertNotEquals(scenario(7).scans(), scenario(8).scans());
    }

    @Test
    void hasATruthForEveryScanInItsOrder() {
        Scenario scenario = scenario(7);
        assertEquals(
                scenario.scans().stream().map(ScanLine::scan).toList(),
                scenario.truths().stream().map(TruthLine::scan).toList());
        assertEquals(
                scenario.scans().size(),
                scenario.scans().stream().map(ScanLine::scan).distinct().count());
    }

    @Test
    void hasEveryTruth() {
        Scenario twoSites = ScenarioMaker.standard(new Scenario.Request(7, 6_000, 12, 2, START));
        Set<String> seen = twoSites.truths().stream().map(TruthLine::truth).collect(Collectors.toSet());
        for (Truth truth : Truth.values()) {
            assertTrue(seen.contains(truth.wireName()), truth.wireName());
        }
    }

    @Test
    void registersTheSerialsOfGenuineGoodsAndOfNoOthers() {
        Scenario scenario = scenario(7);
        Map<String, String> truths = scenario.truths().stream()
                .collect(Collectors.toMap(TruthLine::scan, line -> line.truth() + line.fault()));
        List<Serials> serials = scenario.registry().stream()
                .filter(Serials.class::isInstance)
                .map(Serials.class::cast)
                .toList();
        int checked = 0;
        for (ScanLine scan : scenario.scans()) {
            Matcher matcher = DATAMATRIX.matcher(String.valueOf(scan.payload()));
            String truth = String.valueOf(truths.get(scan.scan()));
            if (matcher.matches() && (truth.equals("genuinenull") || truth.equals("serial-never-issuednull"))) {
                boolean registered = serials.stream().anyMatch(line -> holds(line, matcher.group(1), matcher.group(2)));
                assertEquals(truth.startsWith("genuine"), registered, scan.payload());
                checked++;
            }
        }
        assertTrue(checked > 500, "checked " + checked);
    }

    @Test
    void scansNoUnitTwiceButWhereTheWrongBarcodeCameFirst() {
        Set<String> payloads = new HashSet<>();
        for (ScanLine scan : scenario(7).scans()) {
            String payload = String.valueOf(scan.payload());
            assertTrue(payload.startsWith("{") || payloads.add(payload), payload);
        }
    }

    @Test
    void writesRegistryLinesThatTheRegistryTakes(@TempDir Path directory) throws Exception {
        Scenario scenario = scenario(7);
        ScenarioFiles files = new ScenarioFiles(directory);
        files.write(scenario);
        List<String> lines = Files.readAllLines(files.registry());
        for (int i = 0; i < lines.size(); i++) {
            RegistryRecord written = scenario.registry().get(i);
            assertEquals(written, RegistryJson.read(lines.get(i)));
        }
        assertEquals(scenario.scans(), files.readScans());
        assertEquals(scenario.truths(), files.readTruth());
    }

    private static boolean holds(Serials line, String gtin, String serial) {
        String from = line.from();
        String to = line.to();
        if (!line.gtin().equals(gtin)) {
            return false;
        }
        if (from == null || to == null) {
            return line.serials().contains(serial);
        }
        return serial.length() == from.length() && serial.compareTo(from) >= 0 && serial.compareTo(to) <= 0;
    }
}
