package org.quaymark.sim.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quaymark.process.settings.BadUsage;
import org.quaymark.sim.scenario.TruthLine;
import org.w3c.dom.Element;

class RequirementTest {
    private static Report report() {
        Score score = Score.of(
                List.of(
                        new TruthLine("a", "genuine", null, List.of("PASS")),
                        new TruthLine("b", "recalled", null, List.of("HOLD"))),
                List.of(
                        new VerdictLine("a", "PASS", List.of(), null, 5, 1),
                        new VerdictLine("b", "PASS", List.of("X"), null, 5, 1)));
        Latencies latencies = new Latencies(2, 900, 1_500, 19_999, 21_000, 30_000);
        return new Report("s", "b", Instant.EPOCH, 1_000, score, latencies, 0, 0, 0, 0, 0, List.of());
    }

    @Test
    void holdsFiguresAgainstTheirBounds() {
        Report checked = report().requiring(Requirement.parse("missed=0, accused=0,p99<20ms,p50<=900us,max<1s"));
        assertEquals(
                List.of(false, true, true, true, true),
                checked.required().stream().map(Requirement.Checked::holds).toList());
        assertFalse(checked.good());
        assertTrue(report().requiring(Requirement.parse("found>=0")).good());
    }

    @ParameterizedTest
    @ValueSource(strings = {"missed", "missed=zero", "mised=0", "p99<20", "missed=0ms", "p99<99999999999999999999ms"})
    void refusesWhatIsNoBound(String text) {
        assertThrows(BadUsage.class, () -> Requirement.parse(text));
    }

    @Test
    void writesAReportThatBuildServersTake(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("out.xml");
        JunitReport.write(report().requiring(Requirement.parse("missed=0,accused=0")), file);
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Files.newInputStream(file))
                .getDocumentElement();
        assertEquals("testsuite", suite.getTagName());
        assertEquals("4", suite.getAttribute("tests"));
        assertEquals("2", suite.getAttribute("failures"));
        assertEquals(4, suite.getElementsByTagName("testcase").getLength());
        assertEquals(2, suite.getElementsByTagName("failure").getLength());
    }
}
