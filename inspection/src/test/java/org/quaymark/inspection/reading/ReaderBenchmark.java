package org.quaymark.inspection.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.quaymark.inspection.reading.keyboard.KeyboardLayouts;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.BatchStatus;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Serialisation;
import org.quaymark.inspection.registry.Serials;

/** What it costs to read a label: as it was printed, and as the faults of a scanner make it arrive. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReaderBenchmark {
    private static final Instant NOW = Instant.parse("2026-11-21T10:15:30Z");
    private static final String GTIN = "09506000134352";
    private static final String PRINTED = "]d2" + "01" + GTIN + "17271231" + "10ABC123" + "\u001d" + "217Q4M2K9A";

    @Param({"clean", "caps-lock", "separator-lost", "separator-substituted", "layout-de", "layout-fr", "layout-cs"})
    public String arrives = "clean";

    private final Reader reader = new Reader();
    private final InMemoryRegistry registry = new InMemoryRegistry(NOW);
    private Scan scan = scan(PRINTED);

    /** A registry of one product, and a check that each fault is undone: a quick failure to read is no figure. */
    @Setup
    public void prepare() {
        registry.apply(new Product(GTIN, null, null, "acme", List.of(), Serialisation.SERIAL, null, null, null));
        registry.apply(new Batch(
                GTIN, "ABC123", LocalDate.of(2027, 12, 31), null, null, List.of(), null, BatchStatus.RELEASED));
        registry.apply(new Serials(GTIN, "ABC123", List.of("7Q4M2K9A"), null, null, SerialStatus.ISSUED));
        scan = scan(arriving());
        Reading reading = reader.read(scan, registry);
        if (!reading.isSure() || !"7Q4M2K9A".equals(reading.identification().serial())) {
            throw new IllegalStateException(arrives + " is not read: " + reading);
        }
    }

    @Benchmark
    public Reading read() {
        return reader.read(scan, registry);
    }

    private String arriving() {
        return switch (arrives) {
            case "clean" -> PRINTED;
            case "caps-lock" -> "]D2" + PRINTED.substring(3).toLowerCase(java.util.Locale.ROOT);
            case "separator-lost" -> PRINTED.replace("\u001d", "");
            case "separator-substituted" -> PRINTED.replace("\u001d", "{GS}");
            default ->
                KeyboardLayouts.find(arrives.substring("layout-".length()))
                        .orElseThrow()
                        .distort(PRINTED);
        };
    }

    private static Scan scan(String data) {
        return new Scan("s", NOW, "S", "d", "v", List.of(new Code(data, null)), null, null, null);
    }
}
