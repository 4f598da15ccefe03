package org.quaymark.inspection.gs1;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to take a message apart, without a registry and without faults. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ElementStringBenchmark {
    public String message = "010950600013435217271231" + "10ABC123" + "\u001d" + "217Q4M2K9A";
    public String link = "https://id.gs1.org/01/09506000134352/10/ABC123/21/7Q4M2K9A?17=271231";

    @Benchmark
    public ElementString parse() {
        return ElementString.parse(message);
    }

    @Benchmark
    public @Nullable ElementString parseLink() {
        return DigitalLink.parse(link);
    }
}
