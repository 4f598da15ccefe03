package org.quaymark.sim.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.quaymark.process.settings.Failure;
import org.quaymark.sim.deployment.Jars;
import org.quaymark.sim.mqtt.Broker;
import org.quaymark.sim.replay.Plan;
import org.quaymark.sim.replay.Progress;
import org.quaymark.sim.replay.Replay;
import org.quaymark.sim.scenario.Scenario;
import org.quaymark.sim.scenario.ScenarioFiles;
import org.quaymark.sim.scenario.ScenarioMaker;
import org.quaymark.sim.score.Latencies;
import org.quaymark.sim.score.Report;
import org.quaymark.sim.score.Score;

/** The demonstration from its start to its summary. */
final class Demo {
    private static final int DOCKS = 12;
    private static final double RAMP_SECONDS = 10;
    /** Wrong barcodes make a second scan. */
    private static final double SCANS_A_PARCEL = 1.02;

    private final Settings settings;
    private final PrintWriter out;

    /**
     * What is asked for.
     *
     * @param data an empty directory
     */
    record Settings(Jars jars, Path data, int scans, long seed, double rate, int hubPort, int edgePort, int mqttPort) {}

    private Demo(Settings settings, PrintWriter out) {
        this.settings = settings;
        this.out = out;
    }

    /** The exit code. */
    static int run(Settings settings, boolean keep, PrintWriter out) throws IOException, InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        AtomicBoolean ending = new AtomicBoolean();
        Thread main = Thread.currentThread();
        Thread hook = new Thread(
                () -> {
                    ending.set(true);
                    main.interrupt();
                    try {
                        stopped.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        Stage stage = new Stage(settings);
        try {
            boolean good = new Demo(settings, out).play(stage, keep);
            if (keep) {
                out.println("everything stays up until Ctrl-C");
                out.flush();
                new CountDownLatch(1).await();
            }
            return good ? 0 : 1;
        } catch (InterruptedException e) {
            if (ending.get()) {
                return 1;
            }
            throw e;
        } catch (RuntimeException e) {
            if (ending.get()) {
                return 1;
            }
            out.flush();
            stage.logTails().forEach(System.err::println);
            throw new Failure("the demo failed: " + e.getMessage() + " (logs in " + stage.logs() + ")", e);
        } finally {
            stage.close();
            stopped.countDown();
        }
    }

    private boolean play(Stage stage, boolean keep) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        out.println("data and logs  " + settings.data());
        out.flush();
        int parcels = (int) Math.ceil(settings.scans() / SCANS_A_PARCEL);
        Scenario scenario = ScenarioMaker.standard(new Scenario.Request(
                settings.seed(), parcels, DOCKS, 1, Instant.ofEpochMilli(System.currentTimeMillis())));
        ScenarioFiles files = new ScenarioFiles(settings.data().resolve("scenario"));
        files.write(scenario);
        stage.start(files.registry(), line -> {
            out.println(line);
            out.flush();
        });
        Replay.Result result;
        Plan plan = Plan.atRate(new Broker(stage.broker(), null, null), settings.rate())
                .growingFor(RAMP_SECONDS);
        try (Progress progress = Progress.to("scans", scenario.scans().size())) {
            result = new Replay(plan).play(scenario.scans(), progress);
        }
        Set<String> ofGoods = scenario.ofGoods();
        Arrivals arrivals = stage.awaitArrivals(result.verdicts().stream()
                .filter(line -> ofGoods.contains(line.scan()))
                .toList());
        Report report = new Report(
                files.scans().toString(),
                stage.broker(),
                result.started(),
                result.took().toMillis(),
                Score.of(scenario.truths(), result.verdicts()),
                Latencies.of(result.latencies()),
                result.repeats(),
                result.dropped(),
                result.duplicated(),
                result.reordered(),
                result.contradictions(),
                List.of());
        Summary.print(report, arrivals, stage, keep, out);
        out.printf("%-15s%.0f s in all%n", "took", (System.nanoTime() - begin) / 1e9);
        out.flush();
        Score score = report.score();
        return score.missed() == 0 && score.accused() == 0 && score.unanswered() == 0 && arrivals.complete();
    }
}
