package org.quaymark.hub;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work of a serving hub that no request asks for. Every bean of this type is started once the schema is there; it stops by
 * {@code @PreDestroy}.
 */
public interface Background {
    /** Starts it; returns at once. */
    void start();

    /** Has a worker begin nothing more and waits for what it is at: interrupted, that would break its connection. */
    static void end(ExecutorService worker) {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
                Logger log = LoggerFactory.getLogger(Background.class);
                log.warn("Background work does not end: {}", worker);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
