package org.quaymark.edge.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Apache Artemis with one MQTT acceptor. What a scanner was told is accepted is on disk, also after a SIGKILL. It asks nobody
 * for a password while it listens on the loopback; beyond that it has users, each of whom speaks for one device, unless a person
 * says that everybody may come.
 *
 * <p>Artemis ends where its disk is full. Scanners are to be answered all the same: it goes on in memory then, says so, and is
 * started anew on the disk once there is room. What the disk had before comes back with it.
 *
 * <p>The only class that runs Artemis: without {@code --broker embedded} none of it is loaded.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final long LOOK_SECONDS = 2;

    /** So much must be free for a start: a file of the journal and some. */
    private static final long ROOM = 2L * BrokerConfiguration.JOURNAL_FILE;

    private final BrokerConfiguration.Place place;
    private final int door;
    private final ScheduledExecutorService keeper =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "broker-keeper"));

    /** By the keeper's thread, once started. */
    private EmbeddedActiveMQ server;

    private final AtomicReference<@Nullable String> diskError = new AtomicReference<>();
    private volatile boolean onDisk;

    private EmbeddedBroker(BrokerConfiguration.Place place) throws IOException {
        this.place = place;
        this.door = place.access().speaksTls() ? freePort() : 0;
        boolean room = hasRoom();
        EmbeddedActiveMQ started;
        try {
            started = launch(room);
        } catch (IOException e) {
            if (!room || hasRoom()) {
                throw e;
            }
            room = false;
            started = launch(false);
        }
        server = started;
        onDisk = room;
        if (!room) {
            LOG.warn("{}", warning());
        }
        var unused = keeper.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Starts a broker that takes everybody.
     *
     * @throws IOException where it does not start
     */
    public static EmbeddedBroker start(Path directory, String host, int port) throws IOException {
        return start(directory, host, port, BrokerAccess.of("", null, null, null));
    }

    /**
     * Starts the broker and waits until it takes connections.
     *
     * @param directory where it keeps what it was given; made where it is missing
     * @throws IOException where it does not start: the port is taken, the directory in use or not writable
     */
    public static EmbeddedBroker start(Path directory, String host, int port, BrokerAccess access) throws IOException {
        Files.createDirectories(directory);
        return new EmbeddedBroker(new BrokerConfiguration.Place(directory, host, port, access));
    }

    /** The edge's own door. */
    public String ownUri() {
        return door == 0 ? "tcp://" + clientHost() + ":" + place.port() : "tcp://127.0.0.1:" + door;
    }

    /** Where a client of this machine reaches it. */
    public String uri() {
        return (place.access().speaksTls() ? "ssl://" : "tcp://") + clientHost() + ":" + place.port();
    }

    /** What people should know of it; null where all is well. */
    public @Nullable String warning() {
        return onDisk ? null : "no room in " + place.directory() + ": the broker keeps messages in memory only";
    }

    @Override
    public void close() {
        keeper.shutdown();
        try {
            if (!keeper.awaitTermination(LOOK_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The broker's keeper is still at work");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stop(server);
    }

    private boolean hasRoom() {
        return place.directory().toFile().getUsableSpace() >= ROOM;
    }

    /** Starts it anew where it ended for its disk's sake, or can have its disk again. */
    private void look() {
        String error = diskError.getAndSet(null);
        boolean room = hasRoom();
        if (error == null && (onDisk || !room)) {
            return;
        }
        if (error != null) {
            LOG.error("The broker's disk fails: {}", error);
        }
        stop(server);
        try {
            server = launch(room);
            onDisk = room;
            LOG.warn("The broker is started anew, {}", room ? "on disk" : "in memory: there is no room on disk");
        } catch (IOException e) {
            diskError.compareAndSet(null, String.valueOf(e.getMessage()));
            LOG.error("The broker could not be started anew; trying again", e);
        }
    }

    @SuppressWarnings("CatchingUnchecked") // Artemis declares Exception
    private EmbeddedActiveMQ launch(boolean persistent) throws IOException {
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        try {
            broker.setConfiguration(BrokerConfiguration.of(place, persistent, door));
            Users users = place.access().users();
            if (users != null) {
                broker.setSecurityManager(new DeviceSecurity(place.access(), users));
            }
            broker.createActiveMQServer();
            ActiveMQServer artemis = broker.getActiveMQServer();
            artemis.registerActivationFailureListener(failure::set);
            artemis.registerIOCriticalErrorListener((code, message, file) -> {
                failure.compareAndSet(null, code);
                diskError.compareAndSet(null, message + " (" + file + ")");
            });
            artemis.start();
            // an acceptor whose port is taken says that it is started all the same: active is what has bound them all
            if (!artemis.getRemotingService().isStarted() || !artemis.isActive()) {
                Throwable cause = failure.get();
                throw cause == null ? new IOException("the port is taken") : new IOException(cause.getMessage(), cause);
            }
            return broker;
        } catch (Exception e) {
            stop(broker);
            diskError.set(null);
            throw new IOException(
                    "the embedded broker on " + place.host() + ":" + place.port() + " did not start: " + e.getMessage(),
                    e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String clientHost() {
        return place.host().equals("0.0.0.0") || place.host().equals("::") ? "127.0.0.1" : place.host();
    }

    @SuppressWarnings("CatchingUnchecked") // Artemis declares Exception
    private static void stop(EmbeddedActiveMQ server) {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("The broker did not stop in order", e);
        }
    }
}
