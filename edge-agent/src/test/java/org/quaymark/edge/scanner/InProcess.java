package org.quaymark.edge.scanner;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.device.Devices;
import org.quaymark.edge.journal.DeviceId;
import org.quaymark.edge.journal.Journal;
import org.quaymark.edge.scanner.image.ImageCodes;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.device.SelfTest;
import org.quaymark.inspection.reading.ControlCode;
import org.quaymark.inspection.reading.Scan;

/** A scan's whole way on the edge but for the broker: from the payload to the verdict's JSON, on disk in between. One thread. */
public final class InProcess implements AutoCloseable {
    private static final Supplier<Verdict.RegistryState> STATE = () -> new Verdict.RegistryState(1, 0);

    private final ImageCodes images = new ImageCodes(1, 1);
    private final ScanPipeline pipeline;

    /** Decides as an edge of the site HAM1 does. */
    public InProcess(Journal journal, Decider decider, Devices devices) {
        Topics topics = new Topics("HAM1", "edge-1");
        pipeline = new ScanPipeline(
                topics,
                journal,
                decider,
                new ControlAnswers(Locale.ENGLISH, STATE),
                images,
                new ToNobody(),
                devices,
                new Rejections(topics),
                letter -> CompletableFuture.failedFuture(new IllegalStateException(letter.toString())),
                new RepeatWindow(Duration.ofSeconds(2)),
                Runnable::run,
                () -> {
                    throw new IllegalStateException("the scans have ids");
                },
                Clock.systemUTC());
    }

    /** The verdict's JSON, once it may be published. */
    public CompletableFuture<byte[]> scan(String payload) {
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        pipeline.accept(new Incoming(
                "quaymark/v1/HAM1/dock-1/hand-1/scan",
                bytes,
                bytes.length,
                false,
                null,
                Map.of(),
                null,
                null,
                Instant.now(),
                System.nanoTime(),
                new Delivery() {
                    @Override
                    public void answer(List<Outgoing> answers) {
                        answer.complete(answers.get(0).payload());
                    }

                    @Override
                    public void failed(String what, Throwable cause) {
                        answer.completeExceptionally(cause);
                    }
                }));
        return answer;
    }

    @Override
    public void close() {
        images.close();
    }

    private static final class ToNobody implements ScanListener {
        @Override
        public void scanned(Scan scan, Verdict verdict) {}

        @Override
        public void noted(DeviceId device, ControlCode code, @Nullable SelfTest test, Instant at) {}

        @Override
        public void deviceStatus(DeviceId device, String status) {}
    }
}
