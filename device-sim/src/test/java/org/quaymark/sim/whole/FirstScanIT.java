package org.quaymark.sim.whole;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quaymark.process.json.Json;

/** The README's first scan by hand. */
@ExtendWith(SharedDeployment.class)
class FirstScanIT {
    private static final Path MOSQUITTO_RR = Path.of("/usr/bin/mosquitto_rr");

    private final Deployment deployment;

    FirstScanIT(Deployment deployment) {
        this.deployment = deployment;
    }

    @Test
    void holdsASerialThatWasNeverIssuedAndOpensACase() throws Exception {
        try (Scanner scanner = deployment.scanner()) {
            JsonNode verdict = scanner.scan(Labels.runner("XYZ12345"));
            assertEquals("HOLD", verdict.path("verdict").asText(), verdict::toString);
            assertEquals(
                    "SERIAL_NOT_ISSUED",
                    verdict.path("findings").path(0).path("code").asText());
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> hasCaseOf("XYZ12345"));
    }

    @Test
    void passesASerialThatWasIssued() throws Exception {
        try (Scanner scanner = deployment.scanner()) {
            JsonNode verdict = scanner.scan(Labels.runner("7Q4M2K9A"));
            assertEquals("PASS", verdict.path("verdict").asText(), verdict::toString);
            assertTrue(verdict.path("findings").isEmpty(), verdict::toString);
        }
    }

    @Test
    void answersMosquittoRr() throws Exception {
        assumeTrue(Files.isExecutable(MOSQUITTO_RR), "mosquitto_rr is not installed");
        assertEquals(
                "HOLD", mosquittoRr(Labels.runner("XYZ99999")).path("verdict").asText());
        assertEquals(
                "PASS", mosquittoRr(Labels.runner("8H3T5W1C")).path("verdict").asText());
    }

    private boolean hasCaseOf(String serial) {
        List<JsonNode> cases = deployment.api().all("/cases");
        return cases.stream().anyMatch(item -> item.path("serial").asText().equals(serial));
    }

    private JsonNode mosquittoRr(String label) throws Exception {
        String port = String.valueOf(deployment.edge().settings().mqttPort());
        Process process = new ProcessBuilder(
                        MOSQUITTO_RR.toString(),
                        "-V",
                        "5",
                        "-p",
                        port,
                        "-q",
                        "1",
                        "-W",
                        "10",
                        "-t",
                        "quaymark/v1/HAM1/dock-3/hand-7/scan",
                        "-e",
                        "reply/1",
                        "-m",
                        label)
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(15, TimeUnit.SECONDS), "mosquitto_rr does not end");
        assertEquals(0, process.exitValue(), answer);
        return Json.LENIENT.readTree(answer);
    }
}
