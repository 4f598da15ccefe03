package org.quaymark.sim.whole;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D-U12")
class KeyRotationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void theJournalGoesOnUnderTheNewKeyAlsoAcrossAKill() throws Exception {
        try (Deployment deployment = Deployment.withExamples("rotate")) {
            scanned(deployment, "r-1");
            askForANewKey(deployment);
            await().atMost(PATIENCE).until(() -> keyChanges(deployment) == 1);
            scanned(deployment, "r-2");
            askForANewKey(deployment);
            deployment.edge().killAndStartAgain();
            deployment.edge().awaitReady();
            await().atMost(PATIENCE).until(() -> keyChanges(deployment) == 2);
            scanned(deployment, "r-3");
        }
    }

    private static void scanned(Deployment deployment, String scan) throws Exception {
        try (Scanner scanner = deployment.scanner()) {
            scanner.scan(Labels.json(scan, Labels.runner("00000007")));
        }
        await().atMost(PATIENCE).until(() -> deployment.sightings(scan) == 1);
    }

    /** How many changes the edge knows that the hub took. */
    private static long keyChanges(Deployment deployment) throws Exception {
        try (Stream<String> lines = Files.lines(deployment.edge().child().log())) {
            return lines.filter(line -> line.contains("has a new key, and the hub knows it"))
                    .count();
        }
    }

    private static void askForANewKey(Deployment deployment) throws Exception {
        Path printed = deployment.directory().resolve("rotate.txt");
        Process asked = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Places.jars().edge().toString(),
                        "rotate-key",
                        "--data",
                        deployment.edge().settings().data().toString()))
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertEquals(0, asked.waitFor(), () -> {
            try {
                return Files.readString(printed);
            } catch (java.io.IOException e) {
                return e.toString();
            }
        });
    }
}
