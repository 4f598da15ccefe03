package org.quaymark.sim.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DemoIT {
    @Test
    void runsTheWholeLineToItsEndAndLosesAndAccusesNothing() throws Exception {
        Path directory = Places.directory("demo");
        Path printed = directory.resolve("demo.txt");
        Process demo = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Places.jars().sim().toString(),
                        "demo",
                        "--scans",
                        "2000",
                        "--data",
                        directory.resolve("data").toString()))
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        List<ProcessHandle> children = List.of();
        try {
            while (!demo.waitFor(1, TimeUnit.SECONDS)) {
                if (children.size() < 3) {
                    children = demo.descendants().toList();
                }
            }
        } finally {
            demo.destroyForcibly();
        }
        String text = Files.readString(printed, StandardCharsets.UTF_8);
        assertEquals(0, demo.exitValue(), text);
        for (String line :
                List.of("scans ", "verdicts ", "truth ", "latencies ", "cases ", "alerts ", "console ", "dock page ")) {
            assertTrue(text.lines().anyMatch(l -> l.startsWith(line)), "no line '" + line + "' in\n" + text);
        }
        assertTrue(text.contains("missed 0, falsely accused 0,"), text);
        children.forEach(child -> assertTrue(!child.isAlive(), "still there: " + child.info()));
    }
}
