package org.quaymark.edge;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.quaymark.edge.history.Memory;
import org.quaymark.edge.journal.Entries;
import org.quaymark.edge.journal.SqliteJournal;
import org.quaymark.edge.registry.Replica;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Inspector;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.reading.Code;
import org.quaymark.inspection.reading.Scan;

/**
 * Decisions a second on one core over a replica of ten million serials, beside a bare prepared SELECT by primary key on the same
 * file: a serial that exists should cost little more than that look, one that was never issued much less.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // by prepare
public class DecisionBenchmark {
    private List<TenMillionSerials.Numbered> issued;
    private List<TenMillionSerials.Numbered> neverIssued;
    private Path directory;
    private Replica replica;
    private SqliteJournal journal;
    private Memory memory;
    private Decisions decisions;
    private Connection connection;
    private PreparedStatement select;
    private int scans;

    @Setup
    public void prepare() throws IOException, SQLException {
        issued = TenMillionSerials.issued(new SplittableRandom(1));
        neverIssued = TenMillionSerials.neverIssued(new SplittableRandom(2));
        replica = TenMillionSerials.open();
        directory = Files.createTempDirectory("decisions");
        journal = Entries.open(directory);
        memory = Memory.open(directory.resolve("history.db"), journal, null, scan -> null, replica::current);
        decisions = new Decisions(
                new Inspector(Policy.standard()),
                replica,
                memory.history(),
                Locale.ENGLISH,
                Clock.systemUTC(),
                new SimpleMeterRegistry());
        connection = DriverManager.getConnection("jdbc:sqlite:" + TenMillionSerials.file());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = 1");
            statement.execute("PRAGMA mmap_size = " + (2L << 30));
        }
        select = connection.prepareStatement("SELECT lot, status FROM unit WHERE gtin = ? AND serial = ?");
        expect(issued(), Effect.PASS);
        expect(neverIssued(), Effect.HOLD);
    }

    private static void expect(Verdict verdict, Effect effect) {
        if (verdict.verdict() != effect) {
            throw new IllegalStateException("not what is to be measured: " + verdict);
        }
    }

    @TearDown
    public void end() throws SQLException, IOException {
        connection.close();
        memory.close();
        journal.close();
        replica.close();
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    /** The floor: the look alone, of a serial that exists. */
    @Benchmark
    public @Nullable String select() throws SQLException {
        TenMillionSerials.Numbered unit = issued.get(scans++ % issued.size());
        select.setLong(1, Long.parseLong(unit.gtin()));
        select.setString(2, unit.serial());
        try (ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getString(1) + rows.getString(2) : null;
        }
    }

    @Benchmark
    public Verdict issued() {
        return decide(issued.get(scans++ % issued.size()));
    }

    @Benchmark
    public Verdict neverIssued() {
        return decide(neverIssued.get(scans++ % neverIssued.size()));
    }

    private Verdict decide(TenMillionSerials.Numbered unit) {
        String label = "]d201" + unit.gtin() + "17300101" + "10L1\u001d21" + unit.serial();
        return decisions
                .decide(new Scan(
                        "scan-" + scans,
                        Instant.now(),
                        "HAM1",
                        "dock-1",
                        "hand-1",
                        List.of(new Code(label, null)),
                        null,
                        null,
                        null))
                .verdict();
    }
}
