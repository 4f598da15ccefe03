package org.quaymark.sim.replay;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.json.Json;
import org.quaymark.process.settings.BadUsage;
import org.quaymark.process.settings.Failure;
import org.quaymark.process.settings.Secret;
import org.quaymark.sim.mqtt.Broker;
import org.quaymark.sim.scenario.ScanLine;
import org.quaymark.sim.scenario.ScenarioFiles;
import org.quaymark.sim.scenario.TruthLine;
import org.quaymark.sim.score.JunitReport;
import org.quaymark.sim.score.Latencies;
import org.quaymark.sim.score.Report;
import org.quaymark.sim.score.ReportText;
import org.quaymark.sim.score.Requirement;
import org.quaymark.sim.score.Score;
import org.quaymark.sim.score.VerdictLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code device-sim replay}. */
@Command(
        name = "replay",
        description =
                "Plays a scenario's scans, each until it has its verdict, and holds the verdicts against the truth.")
@SuppressWarnings("NullAway.Init")
public final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Directory of the scenario, as generate wrote it.")
    private Path directory;

    @Option(
            names = "--broker",
            defaultValue = "tcp://127.0.0.1:1883",
            description = "tcp://host:port or ssl://host:port (default: ${DEFAULT-VALUE}).")
    private String broker;

    @Option(names = "--broker-user", description = "User name at the broker.")
    private @Nullable String user;

    @Secret
    @Option(names = "--broker-password", description = "Password at the broker.")
    private @Nullable String password;

    @Option(names = "--speed", description = "Play so many times faster than the scenario's own times.")
    private @Nullable Double speed;

    @Option(names = "--rate", description = "Play so many scans a second, whatever the scenario's own times.")
    private @Nullable Double rate;

    @Option(
            names = "--faults",
            paramLabel = "SHARES",
            description = "What goes wrong on the way: drop=0.01,duplicate=0.02,reorder=0.01.")
    private @Nullable String faults;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "What faults are drawn from (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--connections",
            defaultValue = "4",
            description = "MQTT connections, shared by the devices (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--outstanding",
            defaultValue = "50",
            description = "Most scans without a verdict on one connection (default: ${DEFAULT-VALUE}).")
    private int outstanding;

    @Option(
            names = "--repeat-after",
            defaultValue = "1500ms",
            description = "Ask again where no verdict came (default: ${DEFAULT-VALUE}).")
    private Duration repeatAfter;

    @Option(
            names = "--give-up-after",
            defaultValue = "60s",
            description = "Count a scan as unanswered (default: ${DEFAULT-VALUE}).")
    private Duration giveUpAfter;

    @Option(
            names = "--require",
            paramLabel = "BOUNDS",
            description = "Exit 1 where broken: missed=0,accused=0,unanswered=0,p99<20ms.")
    private @Nullable String require;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the report as JSON.")
    private @Nullable Path reportFile;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the report as JUnit XML.")
    private @Nullable Path junitFile;

    @Option(names = "--verdicts", paramLabel = "FILE", description = "Write every verdict, a JSON object a line.")
    private @Nullable Path verdictsFile;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Requirement> requirements = require == null ? List.of() : Requirement.parse(require);
        Plan plan = plan();
        ScenarioFiles files = new ScenarioFiles(directory);
        List<ScanLine> scans = read(files);
        List<TruthLine> truths = files.readTruth();
        Replay.Result result;
        try (Progress progress = Progress.to("scans", scans.size())) {
            result = new Replay(plan).play(scans, progress);
        }
        Report report = report(result, truths).requiring(requirements);
        if (verdictsFile != null) {
            writeVerdicts(result.verdicts(), verdictsFile);
        }
        if (reportFile != null) {
            Json.STRICT.writerWithDefaultPrettyPrinter().writeValue(reportFile.toFile(), report);
        }
        if (junitFile != null) {
            JunitReport.write(report, junitFile);
        }
        PrintWriter out = spec.commandLine().getOut();
        ReportText.print(report, out);
        return report.good() ? 0 : 1;
    }

    private List<ScanLine> read(ScenarioFiles files) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new BadUsage("no such directory: " + directory);
        }
        List<ScanLine> scans = files.readScans();
        if (scans.isEmpty()) {
            throw new Failure(files.scans() + " is empty");
        }
        return scans;
    }

    private Report report(Replay.Result result, List<TruthLine> truths) {
        return new Report(
                directory.toString(),
                broker,
                result.started(),
                result.took().toMillis(),
                Score.of(truths, result.verdicts()),
                Latencies.of(result.latencies()),
                result.repeats(),
                result.dropped(),
                result.duplicated(),
                result.reordered(),
                result.contradictions(),
                List.of());
    }

    private Plan plan() {
        if (speed != null && rate != null) {
            throw new BadUsage("--speed and --rate exclude each other");
        }
        positive("--speed", speed);
        positive("--rate", rate);
        if (connections < 1 || connections > 1_000) {
            throw new BadUsage("--connections is not from 1 to 1000: " + connections);
        }
        if (outstanding < 1) {
            throw new BadUsage("--outstanding is not above 0: " + outstanding);
        }
        return new Plan(
                new Broker(broker, user, password),
                rate == null ? 0 : rate,
                0,
                speed == null ? 1 : speed,
                faults == null ? Faults.NONE : Faults.parse(faults),
                connections,
                repeatAfter,
                giveUpAfter,
                outstanding,
                true,
                seed);
    }

    private static void positive(String option, @Nullable Double value) {
        if (value != null && !(value > 0 && value < 1e9)) {
            throw new BadUsage(option + " is not above 0: " + value);
        }
    }

    private static void writeVerdicts(List<VerdictLine> verdicts, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (VerdictLine line : verdicts) {
                out.append(Json.STRICT.writeValueAsString(line)).append('\n');
            }
        }
    }
}
