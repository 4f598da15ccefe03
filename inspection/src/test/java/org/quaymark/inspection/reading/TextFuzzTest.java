package org.quaymark.inspection.reading;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.quaymark.inspection.HostileInput;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.BatchStatus;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.Manifest;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Serialisation;
import org.quaymark.inspection.registry.Serials;

/** Whatever bytes a scanner sends, reading them ends soon and throws nothing. */
class TextFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:15:30Z");
    private static final String GTIN = "09506000134352";
    private static final HostileInput INPUT = new HostileInput(Duration.ofMillis(100));

    private final Reader reader = new Reader();
    private final InMemoryRegistry registry = new InMemoryRegistry(NOW);

    TextFuzzTest() {
        registry.apply(new Product(GTIN, null, null, "acme", List.of(), Serialisation.SERIAL, null, null, null));
        registry.apply(new Batch(
                GTIN, "ABC123", LocalDate.of(2027, 12, 31), null, null, List.of(), null, BatchStatus.RELEASED));
        registry.apply(new Serials(GTIN, "ABC123", List.of("7Q4M2K9A", "X"), null, null, SerialStatus.ISSUED));
        registry.apply(new Manifest("1Z999AA10123456784", null, null, null, List.of(), null, null, null, null));
    }

    @FuzzTest(maxDuration = "150s")
    void readsAnything(byte[] bytes) {
        Scan scan = new Scan("s", NOW, "S", "d", "v", List.of(Code.ofBytes(bytes, null)), null, null, null);
        INPUT.handle(() -> reader.read(scan, registry));
    }
}
