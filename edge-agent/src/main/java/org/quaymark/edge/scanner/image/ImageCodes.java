package org.quaymark.edge.scanner.image;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.quaymark.inspection.reading.Code;

/** Reads images on a few threads of its own. Thread-safe. */
public final class ImageCodes implements AutoCloseable {
    /** How long an image is tried at most; what needs longer is not read. */
    public static final Duration TIME = Duration.ofMillis(1_500);

    private final CodeReader reader = new CodeReader(TIME);
    private final ThreadPoolExecutor pool;

    /**
     * A pool of that many threads. The queue has room for every message the broker may have handed over without an
     * acknowledgement, so it is full only where a broker ignores the Receive Maximum; the message then fails and comes again.
     */
    public ImageCodes(int threads, int queued) {
        ImageIO.setUseCache(false);
        AtomicInteger number = new AtomicInteger();
        pool = new ThreadPoolExecutor(
                threads, threads, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queued), task -> {
                    Thread thread = new Thread(task, "image-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    /** The codes on the image, none where it is broken. Fails only where the queue is full or the pool is closed. */
    public CompletionStage<List<Code>> read(byte[] image) {
        try {
            return CompletableFuture.supplyAsync(() -> reader.read(image), pool);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
