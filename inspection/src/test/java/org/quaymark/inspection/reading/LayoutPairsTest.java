package org.quaymark.inspection.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.BatchStatus;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Serialisation;
import org.quaymark.inspection.registry.Serials;

/** What real keyboard layouts make of real labels: never is a wrong item taken for sure. */
class LayoutPairsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:15:30Z");
    private static final String GTIN = "02519919442835";

    @Test
    void whateverArrivesIsReadRightOrNotAtAll() throws Exception {
        Path file = Path.of("..", "..", "shared", "data", "scanner-layout-pairs.jsonl");
        assumeTrue(Files.exists(file), "the public pairs are not here");
        ObjectMapper mapper = new ObjectMapper();
        List<String> lines = Files.readAllLines(file);
        InMemoryRegistry registry = new InMemoryRegistry(NOW);
        registry.apply(new Product(GTIN, null, null, "h", List.of(), Serialisation.SERIAL, null, null, null));
        for (String line : lines) {
            Identification truth = read(mapper.readTree(line).get("true").asText(), new InMemoryRegistry())
                    .identification();
            registry.apply(
                    new Batch(GTIN, lot(truth), truth.expiry(), null, null, List.of(), null, BatchStatus.RELEASED));
            registry.apply(new Serials(GTIN, lot(truth), List.of(serial(truth)), null, null, SerialStatus.ISSUED));
        }
        int right = 0;
        List<String> wrong = new java.util.ArrayList<>();
        for (String line : lines) {
            JsonNode pair = mapper.readTree(line);
            Identification truth = read(pair.get("true").asText(), registry).identification();
            Reading reading = read(pair.get("reported").asText(), registry);
            if (reading.isSure()) {
                if (!truth.equals(reading.identification())) {
                    wrong.add(reading.certainty() + " " + pair);
                }
            }
            if (reading.isSure() && truth.equals(reading.identification())) {
                right++;
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(right > 0);
    }

    private static String lot(Identification truth) {
        return java.util.Objects.requireNonNull(truth.lot());
    }

    private static String serial(Identification truth) {
        return java.util.Objects.requireNonNull(truth.serial());
    }

    private static Reading read(String data, InMemoryRegistry registry) {
        return new Reader()
                .read(new Scan("s", NOW, "S", "d", "v", List.of(new Code(data, null)), null, null, null), registry);
    }
}
