package org.quaymark.sim.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.json.Json;
import org.quaymark.process.settings.BadUsage;
import org.quaymark.process.settings.Failure;
import org.quaymark.sim.scenario.ScenarioFiles;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code device-sim score}. */
@Command(
        name = "score",
        description = "Holds a replay's verdicts, or its report, against the truth and other bounds again.")
@SuppressWarnings("NullAway.Init")
public final class ScoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Directory of the scenario, for its truth.")
    private Path directory;

    @ArgGroup(multiplicity = "1")
    private Source source;

    @Option(
            names = "--require",
            paramLabel = "BOUNDS",
            description = "Exit 1 where broken: missed=0,accused=0,p99<20ms.")
    private @Nullable String require;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the result as JUnit XML.")
    private @Nullable Path junitFile;

    @Option(names = "--by-truth", description = "Show each kind of goods and each scanner fault.")
    private boolean byTruth;

    /** Where the verdicts are. */
    static final class Source {
        @Option(names = "--verdicts", paramLabel = "FILE", description = "Verdict log of a replay: judged again.")
        private @Nullable Path verdicts;

        @Option(names = "--report", paramLabel = "FILE", description = "Report of a replay: held against --require.")
        private @Nullable Path report;
    }

    @Override
    public Integer call() throws IOException {
        List<Requirement> requirements = require == null ? List.of() : Requirement.parse(require);
        Report report = read().requiring(requirements);
        if (junitFile != null) {
            JunitReport.write(report, junitFile);
        }
        PrintWriter out = spec.commandLine().getOut();
        ReportText.print(report, out);
        if (byTruth) {
            for (Map.Entry<String, Score.Tally> entry : report.score().byTruth().entrySet()) {
                out.printf("  %-28s%s%n", entry.getKey(), entry.getValue());
            }
        }
        out.flush();
        return report.good() ? 0 : 1;
    }

    private Report read() throws IOException {
        if (source.report != null) {
            existing(source.report);
            try {
                return Json.LENIENT.readValue(Files.readString(source.report), Report.class);
            } catch (JsonProcessingException e) {
                throw new Failure(source.report + " is no report: " + e.getOriginalMessage(), e);
            }
        }
        Path log = Objects.requireNonNull(source.verdicts);
        existing(log);
        List<VerdictLine> verdicts = ScenarioFiles.readLines(log, VerdictLine.class);
        Histogram latencies = new Histogram(3);
        verdicts.stream()
                .filter(line -> line.verdict() != null)
                .forEach(line -> latencies.recordValue(Math.max(1, line.latencyMicros())));
        return new Report(
                directory.toString(),
                log.toString(),
                Files.getLastModifiedTime(log).toInstant(),
                0,
                Score.of(new ScenarioFiles(directory).readTruth(), verdicts),
                Latencies.of(latencies),
                0,
                0,
                0,
                0,
                0,
                List.of());
    }

    private static void existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadUsage("no such file: " + file);
        }
    }
}
