package org.quaymark.sim.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.mqtt.SteadyLinks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to a broker that comes back by itself: a new client for each connection, tried with full jitter. It follows
 * one topic; messages are handed to the listener on the client's own thread, which must not wait. What was published on a
 * connection that broke may be lost: who publishes asks again.
 *
 * <p>Thread-safe.
 */
public final class MqttLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MqttLink.class);
    private static final int OUR_WINDOW = 1_024;
    /** Short: a link that went silent is noticed after twice this. */
    private static final int KEEP_ALIVE_SECONDS = 5;

    private static final long CONNECT_MILLIS = 10_000;
    private static final long FIRST_BACKOFF_MILLIS = 50;
    private static final long LAST_BACKOFF_MILLIS = 2_000;

    private final Broker broker;
    private final String clientId;
    private final String topic;
    private final Listener listener;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean connecting = new AtomicBoolean();

    private volatile @Nullable Connection current;

    /** What the link hands on. */
    public interface Listener {
        /** A message on the followed topic. */
        void arrived(String topic, MqttMessage message);

        /** The link is up, for the first time or again. */
        default void connected() {}
    }

    /** Valid for one connection. */
    private record Connection(MqttAsyncClient client, Semaphore window) {}

    public MqttLink(Broker broker, String clientId, String topic, Listener listener) {
        this.broker = broker;
        this.clientId = clientId;
        this.topic = topic;
        this.listener = listener;
    }

    /**
     * Connects for the first time.
     *
     * @throws MqttException where that fails: a broker that was never there is not waited for
     */
    public void open() throws MqttException {
        current = connect();
        listener.connected();
    }

    /** Whether it is connected now. */
    public boolean isUp() {
        return current != null;
    }

    /**
     * Publishes with QoS 1, as soon as the server's receive maximum leaves room.
     *
     * @return false where the link is down or breaks: the message may or may not be on its way
     */
    public boolean publish(String to, byte[] payload, @Nullable MqttProperties properties) throws InterruptedException {
        Connection connection = current;
        if (connection == null || !connection.window().tryAcquire(CONNECT_MILLIS, TimeUnit.MILLISECONDS)) {
            return false;
        }
        MqttMessage message = new MqttMessage(payload, 1, false, properties);
        ReleaseOnce release = new ReleaseOnce(connection.window());
        try {
            connection.client().publish(to, message, null, release);
            return true;
        } catch (MqttException e) {
            release.release();
            LOG.debug("{} publishing: {}", clientId, e.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        closed.set(true);
        Connection connection = current;
        current = null;
        if (connection != null) {
            discard(connection.client());
        }
    }

    private Connection connect() throws MqttException {
        MqttAsyncClient client = new MqttAsyncClient(SteadyLinks.to(broker.uri()), clientId, new MemoryPersistence());
        try {
            client.setCallback(new Callback(client));
            IMqttToken connected = client.connect(options());
            connected.waitForCompletion(CONNECT_MILLIS);
            @Nullable Integer theirs = connected.getResponseProperties().getReceiveMaximum();
            client.subscribe(topic, 1).waitForCompletion(CONNECT_MILLIS);
            // One less than the server's: Paho counts a publish as in flight a little longer than the server does.
            int window = theirs == null ? OUR_WINDOW : Math.min(OUR_WINDOW, Math.max(1, theirs - 1));
            return new Connection(client, new Semaphore(window));
        } catch (MqttException e) {
            discard(client);
            throw e;
        }
    }

    private MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setAutomaticReconnect(false);
        options.setConnectionTimeout((int) TimeUnit.MILLISECONDS.toSeconds(CONNECT_MILLIS));
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        SocketFactory plain = broker.secure() ? SSLSocketFactory.getDefault() : SocketFactory.getDefault();
        options.setSocketFactory(new NoDelaySockets(plain));
        if (broker.user() != null) {
            options.setUserName(broker.user());
        }
        if (broker.password() != null) {
            options.setPassword(broker.password().getBytes(StandardCharsets.UTF_8));
        }
        return options;
    }

    private void lost(MqttAsyncClient client) {
        Connection connection = current;
        if (connection == null || connection.client() != client || closed.get()) {
            return;
        }
        current = null;
        if (connecting.compareAndSet(false, true)) {
            Thread thread = new Thread(() -> comeBack(client), clientId + "-reconnect");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void comeBack(MqttAsyncClient old) {
        discard(old);
        long backoff = FIRST_BACKOFF_MILLIS;
        try {
            while (!closed.get()) {
                try {
                    Connection connection = connect();
                    connecting.set(false);
                    current = connection;
                    if (!connection.client().isConnected()) {
                        lost(connection.client());
                        return;
                    }
                    listener.connected();
                    return;
                } catch (MqttException e) {
                    LOG.debug("{} connecting to {}: {}", clientId, broker, e.getMessage());
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(
                        1 + ThreadLocalRandom.current().nextLong(backoff)));
                backoff = Math.min(LAST_BACKOFF_MILLIS, backoff * 2);
            }
        } finally {
            connecting.compareAndSet(true, false);
        }
    }

    private static void discard(MqttAsyncClient client) {
        try {
            if (client.isConnected()) {
                client.disconnect().waitForCompletion(1_000);
            }
        } catch (MqttException e) {
            LOG.debug("disconnecting: {}", e.getMessage());
        }
        try {
            client.disconnectForcibly(0, 100, false);
        } catch (MqttException e) {
            LOG.debug("disconnecting: {}", e.getMessage());
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("closing: {}", e.getMessage());
        }
    }

    /** A failure of a publish means that nobody knows: a success may still follow, so the window is given back once. */
    private static final class ReleaseOnce implements MqttActionListener {
        private final Semaphore window;
        private final AtomicBoolean released = new AtomicBoolean();

        ReleaseOnce(Semaphore window) {
            this.window = window;
        }

        void release() {
            if (released.compareAndSet(false, true)) {
                window.release();
            }
        }

        @Override
        public void onSuccess(IMqttToken token) {
            release();
        }

        @Override
        public void onFailure(IMqttToken token, Throwable exception) {
            release();
        }
    }

    private final class Callback implements MqttCallback {
        private final MqttAsyncClient client;

        Callback(MqttAsyncClient client) {
            this.client = client;
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            lost(client);
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {
            LOG.debug("{}: {}", clientId, exception.getMessage());
        }

        @Override
        public void messageArrived(String arrivedOn, MqttMessage message) {
            try {
                listener.arrived(arrivedOn, message);
            } catch (RuntimeException e) {
                LOG.warn("{}: a message on {} could not be taken", clientId, arrivedOn, e);
            }
        }

        @Override
        public void deliveryComplete(IMqttToken token) {
            // the window is given back by the publish's own listener
        }

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {
            // connect() waits for it
        }

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {
            // no enhanced authentication
        }
    }
}
