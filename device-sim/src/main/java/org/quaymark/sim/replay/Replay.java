package org.quaymark.sim.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.quaymark.process.settings.Failure;
import org.quaymark.sim.scenario.ScanLine;
import org.quaymark.sim.score.VerdictLine;

/** Plays scans against a broker, each until it has its verdict. */
public final class Replay {
    private static final long HEAD_START_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int LONGEST_HOLD_BACK_MILLIS = 300;

    private final Plan plan;

    /** A replay by that plan. */
    public Replay(Plan plan) {
        this.plan = plan;
    }

    /** What came of it; latencies in microseconds, {@code notRecorded} verdicts that were not on the edge's disk yet. */
    public record Result(
            List<VerdictLine> verdicts,
            Histogram latencies,
            Instant started,
            Duration took,
            int repeats,
            int notRecorded,
            int dropped,
            int duplicated,
            int reordered,
            int contradictions) {}

    /**
     * Plays them to the end.
     *
     * @throws Failure where the broker cannot be reached at the start
     */
    public Result play(List<ScanLine> scans, Progress progress) throws InterruptedException {
        Counters counters = new Counters(scans.size(), progress);
        String run = "sim-" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(plan.connections(), Math.max(1, scans.size())); i++) {
            lines.add(new Line(plan, counters, run + "-" + i));
        }
        List<Thread> threads = new ArrayList<>();
        try {
            open(lines);
            Instant started = Instant.ofEpochMilli(System.currentTimeMillis());
            long startNanos = System.nanoTime() + HEAD_START_NANOS;
            List<Pull> pulls = schedule(scans, lines, counters, startNanos);
            for (Line line : lines) {
                Thread thread = new Thread(line, "line-" + threads.size());
                thread.setDaemon(true);
                thread.start();
                threads.add(thread);
            }
            counters.awaitAll();
            Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
            return new Result(
                    pulls.stream().map(Pull::toLine).toList(),
                    counters.latencies,
                    started,
                    took,
                    counters.repeats.get(),
                    counters.notRecorded.get(),
                    counters.dropped.get(),
                    counters.duplicated.get(),
                    counters.reordered.get(),
                    counters.contradictions.get());
        } finally {
            threads.forEach(Thread::interrupt);
            lines.parallelStream().forEach(Line::close);
        }
    }

    /** A connect takes a while and is mostly waiting: all at once. */
    private void open(List<Line> lines) {
        List<CompletableFuture<Void>> opening = lines.stream()
                .map(line -> CompletableFuture.runAsync(() -> {
                    try {
                        line.open();
                    } catch (MqttException e) {
                        throw new Failure("no connection to " + plan.broker() + ": " + reason(e), e);
                    }
                }))
                .toList();
        try {
            opening.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            if (e.getCause() instanceof Failure failure) {
                throw failure;
            }
            throw e;
        }
    }

    private List<Pull> schedule(List<ScanLine> scans, List<Line> lines, Counters counters, long startNanos) {
        SplittableRandom random = new SplittableRandom(plan.seed());
        Faults faults = plan.faults();
        List<Pull> pulls = new ArrayList<>(scans.size());
        for (int i = 0; i < scans.size(); i++) {
            ScanLine scan = scans.get(i);
            long due = startNanos + offsetNanos(scans.get(0), scan, i);
            if (random.nextDouble() < faults.reorder()) {
                counters.reordered.incrementAndGet();
                due += TimeUnit.MILLISECONDS.toNanos(1 + random.nextInt(LONGEST_HOLD_BACK_MILLIS));
            }
            Pull pull = new Pull(scan, due, random.nextDouble() < faults.drop());
            pulls.add(pull);
            int line = Math.floorMod((scan.site() + "/" + scan.dock() + "/" + scan.device()).hashCode(), lines.size());
            lines.get(line).plan(pull, random.nextDouble() < faults.duplicate());
        }
        return pulls;
    }

    private long offsetNanos(ScanLine first, ScanLine scan, int index) {
        if (plan.rate() > 0) {
            return (long) (plan.dueSeconds(index) * 1e9);
        }
        long millis = Duration.between(first.at(), scan.at()).toMillis() + scan.delayMillis();
        return (long) (Math.max(0, millis) * 1e6 / plan.speed());
    }

    private static String reason(MqttException e) {
        Throwable cause = e.getCause();
        return cause != null && cause.getMessage() != null ? cause.getMessage() : String.valueOf(e.getMessage());
    }
}
