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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.quaymark.edge.device.DeviceSettings;
import org.quaymark.edge.device.Devices;
import org.quaymark.edge.history.Memory;
import org.quaymark.edge.journal.Entries;
import org.quaymark.edge.journal.SqliteJournal;
import org.quaymark.edge.registry.Replica;
import org.quaymark.edge.scanner.InProcess;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.History;
import org.quaymark.inspection.decision.Inspector;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.device.NoticeRule;
import org.quaymark.inspection.reading.Code;
import org.quaymark.inspection.reading.Scan;

/**
 * Decisions a second on one core over a replica of ten million serials, beside a prepared SELECT by primary key on the same file,
 * bare and with the file mapped into memory as the replica has it: a serial that exists should cost little more than that look, one
 * that was never issued much less. {@code inspect…} is the pure function, {@code decide…} what the edge does around it (history,
 * metrics), {@code endToEnd…} the whole way from a payload to the verdict's JSON with the journal on disk, {@value #AT_ONCE} at once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // by prepare
public class DecisionBenchmark {
    static final int AT_ONCE = 256;
    private static final String SELECT = "SELECT lot, status FROM unit WHERE gtin = ? AND serial = ?";

    private List<TenMillionSerials.Numbered> issued;
    private List<TenMillionSerials.Numbered> neverIssued;
    private Path directory;
    private Replica replica;
    private SqliteJournal journal;
    private Memory memory;
    private Decisions decisions;
    private final Inspector inspector = new Inspector(Policy.standard());
    private Devices devices;
    private InProcess inProcess;
    private Connection mapped;
    private Connection bare;
    private PreparedStatement selectMapped;
    private PreparedStatement selectBare;
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
                inspector, replica, memory.history(), Locale.ENGLISH, Clock.systemUTC(), new SimpleMeterRegistry());
        devices = Devices.open(
                directory.resolve("devices.db"),
                DeviceSettings.of(NoticeRule.DEFAULT, Duration.ofMinutes(5)),
                Clock.systemUTC());
        inProcess = new InProcess(journal, decisions, devices);
        bare = DriverManager.getConnection("jdbc:sqlite:" + TenMillionSerials.file());
        selectBare = bare.prepareStatement(SELECT);
        mapped = DriverManager.getConnection("jdbc:sqlite:" + TenMillionSerials.file());
        try (Statement statement = mapped.createStatement()) {
            statement.execute("PRAGMA query_only = 1");
            statement.execute("PRAGMA mmap_size = " + (2L << 30));
        }
        selectMapped = mapped.prepareStatement(SELECT);
        expect(decideIssued(), Effect.PASS);
        expect(decideNeverIssued(), Effect.HOLD);
    }

    private static void expect(Verdict verdict, Effect effect) {
        if (verdict.verdict() != effect) {
            throw new IllegalStateException("not what is to be measured: " + verdict);
        }
    }

    @TearDown
    public void end() throws SQLException, IOException {
        bare.close();
        mapped.close();
        inProcess.close();
        devices.close();
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

    /** The floor: the look alone, of a serial that exists, on a connection as anybody opens it. */
    @Benchmark
    public @Nullable String selectBare() throws SQLException {
        return look(selectBare);
    }

    /** The same look with the file mapped into memory. */
    @Benchmark
    public @Nullable String selectMapped() throws SQLException {
        return look(selectMapped);
    }

    private @Nullable String look(PreparedStatement select) throws SQLException {
        TenMillionSerials.Numbered unit = next(issued);
        select.setLong(1, Long.parseLong(unit.gtin()));
        select.setString(2, unit.serial());
        try (ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getString(1) + rows.getString(2) : null;
        }
    }

    @Benchmark
    public Verdict inspectIssued() {
        return inspector.inspect(scan(next(issued)), replica.current(), History.none(), Locale.ENGLISH);
    }

    @Benchmark
    public Verdict inspectNeverIssued() {
        return inspector.inspect(scan(next(neverIssued)), replica.current(), History.none(), Locale.ENGLISH);
    }

    @Benchmark
    public Verdict decideIssued() {
        return decisions.decide(scan(next(issued))).verdict();
    }

    @Benchmark
    public Verdict decideNeverIssued() {
        return decisions.decide(scan(next(neverIssued))).verdict();
    }

    @Benchmark
    @OperationsPerInvocation(AT_ONCE)
    public int endToEndIssued() {
        return answered(issued);
    }

    @Benchmark
    @OperationsPerInvocation(AT_ONCE)
    public int endToEndNeverIssued() {
        return answered(neverIssued);
    }

    /** Bytes of the verdicts; what they said is confirmed at once, as by a hub. */
    private int answered(List<TenMillionSerials.Numbered> units) {
        List<CompletableFuture<byte[]>> answers = new ArrayList<>(AT_ONCE);
        for (int i = 0; i < AT_ONCE; i++) {
            answers.add(inProcess.scan("{\"id\":\"b" + scans + "\",\"codes\":[{\"data\":\""
                    + label(next(units)).replace("\u001d", "\\u001d") + "\"}]}"));
        }
        int bytes = 0;
        for (CompletableFuture<byte[]> answer : answers) {
            bytes += answer.join().length;
        }
        journal.acknowledge(journal.state().sequence()).join();
        return bytes;
    }

    private TenMillionSerials.Numbered next(List<TenMillionSerials.Numbered> units) {
        return units.get(scans++ % units.size());
    }

    private Scan scan(TenMillionSerials.Numbered unit) {
        List<Code> codes = List.of(new Code(label(unit), null));
        return new Scan("scan-" + scans, Instant.now(), "HAM1", "dock-1", "hand-1", codes, null, null, null);
    }

    private static String label(TenMillionSerials.Numbered unit) {
        return "]d201" + unit.gtin() + "17300101" + "10L1\u001d21" + unit.serial();
    }
}
