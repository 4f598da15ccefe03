package org.quaymark.hub;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.DatabaseSettings;
import org.quaymark.hub.storage.Engine;
import org.quaymark.process.settings.Failure;

/** A hub process from its start to its stop. */
final class Serving {
    private Serving() {}

    static int run(ServeOptions options) throws Exception {
        DatabaseSettings database = options.database.settings();
        Path data = options.database.data;
        HubSettings settings = new HubSettings(data, options.httpHost, options.httpPort, database, options.limits());
        try (FileChannel file =
                FileChannel.open(data.resolve("hub.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            @Nullable FileLock lock = database.engine() == Engine.SQLITE ? file.tryLock() : null;
            if (lock == null && database.engine() == Engine.SQLITE) {
                throw new Failure("another hub serves " + data
                        + ": SQLite has one hub process; for several give --database jdbc:postgresql://…");
            }
            CountDownLatch stop = new CountDownLatch(1);
            CountDownLatch stopped = new CountDownLatch(1);
            try (Hub hub = Hub.open(settings, Clock.systemUTC())) {
                listen(hub, options);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    stop.countDown();
                    try {
                        stopped.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }));
                System.out.println("hub is ready: http://" + options.httpHost + ":" + hub.port() + " · data in "
                        + data.toAbsolutePath().normalize() + " · " + database.engine());
                stop.await();
            } finally {
                stopped.countDown();
            }
        }
        return 0;
    }

    private static void listen(Hub hub, ServeOptions options) throws Exception {
        try {
            hub.serve();
        } catch (ExecutionException e) {
            throw new Failure("cannot listen on " + options.httpHost + ":" + options.httpPort + ": " + e.getCause(), e);
        }
    }
}
