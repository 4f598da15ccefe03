package org.quaymark.sim.whole;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quaymark.process.json.Json;

/** The short form of the fault campaign, with the kinds of faults that this machine can do. */
class FaultsIT {
    private static final int SCANS = 3_000;

    /** What a campaign ended with. */
    private record Ended(int exit, String printed, JsonNode report) {
        int found(String what) {
            return report.path("found").path(what).path("count").asInt(-1);
        }
    }

    @Test
    void losesAndDoublesNothingUnderEveryKindOfFault(TestReporter reporter) throws Exception {
        Ended ended = faults("faults", "--scale", "0.01", "--scans", String.valueOf(SCANS), "--time", "50s");
        JsonNode report = ended.report();
        assertAll(
                ended.printed(),
                () -> assertEquals(0, ended.exit()),
                () -> assertEquals(SCANS, report.path("scans").asInt()),
                () -> assertTrue(report.path("drained").asBoolean()),
                () -> assertEquals(0, report.path("contradictions").asInt(-1)),
                () -> assertTrue(report.path("checkpoints").asInt() > 0),
                () -> assertEquals(0, report.path("unverified").size()),
                () -> assertEquals(2, report.path("journals").size()),
                () -> assertAll(Stream.of("unanswered", "wrong", "lost", "doubled", "differing")
                        .map(what -> () -> assertEquals(0, ended.found(what), what))),
                () -> assertAll(Stream.of("missing", "doubled", "unfounded")
                        .map(what -> () -> assertEquals(
                                0, report.path("cases").path(what).path("count").asInt(-1), what))));
        for (JsonNode journal : report.path("journals")) {
            // a full disk lets an edge give up what the hub has confirmed
            long recorded =
                    journal.path("entries").asLong() + journal.path("pruned").asLong();
            assertTrue(recorded >= SCANS / 2, ended.printed());
            assertEquals(0, journal.path("broken").size(), ended.printed());
        }
        assertEquals(8, report.path("faults").size());
        for (JsonNode kind : report.path("faults")) {
            if (kind.path("skipped").isTextual()) {
                reporter.publishEntry(
                        kind.path("kind").asText(),
                        "left out: " + kind.path("skipped").asText());
            } else {
                assertTrue(kind.path("struck").asInt() >= 1, ended.printed());
                assertEquals(0, kind.path("notRecovered").asInt(-1), ended.printed());
            }
        }
    }

    /** Each takes two to four minutes: {@code -Dquaymark.faults.bugs=true}. */
    @ParameterizedTest
    @ValueSource(strings = {"acknowledge-before-commit", "delete-before-receipt", "double-apply"})
    @EnabledIfSystemProperty(named = "quaymark.faults.bugs", matches = "true", disabledReason = "takes ten minutes")
    void namesTheScansThatABugLosesOrDoubles(String bug) throws Exception {
        Ended ended = faults(bug, "--bug", bug, "--scale", "0.02", "--scans", "6000", "--time", "90s");
        String what = bug.equals("double-apply") ? "doubled" : "lost";
        assertEquals(1, ended.exit(), ended.printed());
        assertTrue(ended.found(what) > 0, ended.printed());
        assertTrue(
                ended.report()
                        .path("found")
                        .path(what)
                        .path("first")
                        .path(0)
                        .asText()
                        .startsWith("F-"),
                ended.printed());
    }

    private static Ended faults(String name, String... arguments) throws Exception {
        Path directory = Places.directory(name);
        Path report = directory.resolve("report.json");
        Path printed = directory.resolve("printed.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Places.jars().sim().toString(),
                "faults",
                "--out",
                directory.resolve("data").toString(),
                "--report",
                report.toString()));
        command.addAll(List.of(arguments));
        Process campaign = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertTrue(campaign.waitFor(10, TimeUnit.MINUTES), "does not end: " + printed);
        } finally {
            campaign.destroy();
        }
        String text = Files.readString(printed, StandardCharsets.UTF_8);
        assertTrue(Files.exists(report), text);
        return new Ended(campaign.exitValue(), text, Json.LENIENT.readTree(report.toFile()));
    }
}
