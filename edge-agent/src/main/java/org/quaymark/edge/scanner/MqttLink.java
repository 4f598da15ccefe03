package org.quaymark.edge.scanner;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import javax.net.SocketFactory;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one connection to the broker, on a thread of its own: a lost one is made anew after a random wait that grows to half
 * a minute (full jitter, so that the edges of a site do not come back all at once).
 */
final class MqttLink implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MqttLink.class);
    private static final long FIRST_WAIT_MILLIS = 250;
    private static final long LONGEST_WAIT_MILLIS = 30_000;
    private static final long LARGEST_PACKET = 16L * 1024 * 1024 + 65_536;
    private static final int RETAINED_NEVER = 2;

    private final MqttSettings settings;
    private final Topics topics;
    private final MqttConnection.Receiver receiver;
    private final Runnable onConnected;
    private final RandomGenerator random;
    private final AtomicLong epochs = new AtomicLong();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable MqttConnection current;

    MqttLink(
            MqttSettings settings,
            Topics topics,
            MqttConnection.Receiver receiver,
            Runnable onConnected,
            RandomGenerator random) {
        this.settings = settings;
        this.topics = topics;
        this.receiver = receiver;
        this.onConnected = onConnected;
        this.random = random;
        this.thread = new Thread(this::keepConnected, "mqtt-link");
    }

    void start() {
        thread.start();
    }

    /** The connection there is at the moment, null while there is none. */
    @Nullable
    MqttConnection current() {
        MqttConnection connection = current;
        return connection != null && connection.isOpen() ? connection : null;
    }

    private void keepConnected() {
        int failures = 0;
        try {
            while (stopped.getCount() > 0) {
                long connectedAt = System.nanoTime();
                boolean opened = once();
                boolean lasted = opened && System.nanoTime() - connectedAt > TimeUnit.SECONDS.toNanos(5);
                failures = lasted ? 0 : Math.min(failures + 1, 16);
                long bound = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS << Math.max(0, failures - 1));
                if (stopped.await(random.nextLong(bound), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever Paho throws, the loop goes on
    private boolean once() throws InterruptedException {
        MqttConnection connection = null;
        try {
            connection = new MqttConnection(
                    epochs.incrementAndGet(),
                    settings.broker(),
                    "quaymark-" + settings.site() + "-" + settings.edge(),
                    receiver);
            connection.open(options(), subscriptions());
            current = connection;
            log.info("Connected to {} ({})", settings.broker(), connection.epoch());
            onConnected.run();
            connection.awaitClosed();
            return true;
        } catch (MqttException | RuntimeException e) {
            log.warn("No connection to {}: {}", settings.broker(), e.toString());
            return false;
        } finally {
            current = null;
            if (connection != null) {
                connection.shutDown();
            }
        }
    }

    private MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        options.setCleanStart(false);
        options.setSessionExpiryInterval(settings.sessionExpiry().toSeconds());
        options.setReceiveMaximum(settings.receiveMaximum());
        options.setMaximumPacketSize(LARGEST_PACKET);
        options.setConnectionTimeout(10);
        options.setKeepAliveInterval((int) settings.keepAlive().toSeconds());
        options.setUseSubscriptionIdentifiers(false);
        options.setSocketFactory(
                settings.broker().startsWith("ssl:")
                        ? new NoDelayTlsSocketFactory(settings.trust().context().getSocketFactory())
                        : new NoDelaySocketFactory(SocketFactory.getDefault()));
        options.setHttpsHostnameVerificationEnabled(true);
        MqttMessage will = new MqttMessage("{\"online\":false}".getBytes(StandardCharsets.UTF_8));
        will.setQos(1);
        will.setRetained(true);
        options.setWill(topics.edgeStatus(), will);
        if (settings.user() != null) {
            options.setUserName(settings.user());
        }
        if (settings.password() != null) {
            options.setPassword(settings.password().getBytes(StandardCharsets.UTF_8));
        }
        return options;
    }

    private List<MqttSubscription> subscriptions() {
        List<MqttSubscription> all = new ArrayList<>();
        for (String filter : topics.scanFilters(settings.shared())) {
            MqttSubscription scans = new MqttSubscription(filter, 1);
            // A scan somebody retained by mistake is not scanned again each time we come back.
            scans.setRetainHandling(RETAINED_NEVER);
            all.add(scans);
        }
        all.add(new MqttSubscription(topics.statusFilter(), 1));
        return all;
    }

    @Override
    public void close() {
        stopped.countDown();
        MqttConnection connection = current;
        if (connection != null) {
            connection.end();
        }
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
