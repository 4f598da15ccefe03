package org.quaymark.edge.scanner;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.mqtt.SteadyLinks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the broker with a Paho client of its own, never used again once it is closed: an acknowledgement that
 * comes late finds its own connection closed and is dropped, instead of releasing another message of the next one.
 *
 * <p>Paho's callback thread only hands over; publishing waits for the broker's window on this connection's own thread.
 */
final class MqttConnection {
    private static final Logger log = LoggerFactory.getLogger(MqttConnection.class);
    private static final long WAIT_MILLIS = 10_000;
    private static final int OUR_WINDOW = 64;
    private static final int OUT_QUEUE = 4_096;

    /** A message with the id the broker gave it on this connection. */
    interface Receiver {
        void received(String topic, MqttMessage message, MqttConnection connection);
    }

    private final long epoch;
    private final MqttAsyncClient client;
    private final Receiver receiver;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final LinkedBlockingQueue<Publication> out = new LinkedBlockingQueue<>(OUT_QUEUE);
    private final Thread publisher;
    private Semaphore window = new Semaphore(1);

    MqttConnection(long epoch, String broker, String clientId, Receiver receiver) throws MqttException {
        this.epoch = epoch;
        this.receiver = receiver;
        this.client = new MqttAsyncClient(SteadyLinks.to(broker), clientId, new MemoryPersistence());
        this.publisher = new Thread(this::publishAll, "mqtt-out-" + epoch);
        this.publisher.setDaemon(true);
        client.setManualAcks(true);
        client.setCallback(new Callback());
    }

    /** Connects and subscribes; on the link's thread. */
    void open(MqttConnectionOptions options, List<MqttSubscription> subscriptions) throws MqttException {
        IMqttToken connect = client.connect(options);
        connect.waitForCompletion(WAIT_MILLIS);
        MqttProperties given = connect.getResponseProperties();
        Integer receiveMaximum = given == null ? null : given.getReceiveMaximum();
        window = new Semaphore(Math.min(OUR_WINDOW, receiveMaximum == null ? OUR_WINDOW : receiveMaximum));
        publisher.start();
        IMqttToken subscribe = client.subscribe(subscriptions.toArray(MqttSubscription[]::new));
        subscribe.waitForCompletion(WAIT_MILLIS);
        int[] reasons = subscribe.getReasonCodes();
        for (int i = 0; reasons != null && i < reasons.length; i++) {
            if (reasons[i] >= 0x80) {
                throw new MqttException(reasons[i]);
            }
        }
    }

    long epoch() {
        return epoch;
    }

    boolean isOpen() {
        return closed.getCount() > 0;
    }

    void awaitClosed() throws InterruptedException {
        closed.await();
    }

    /** Marks the connection as done; the link's thread then takes it down. From any thread, never waits. */
    void giveUp(String why, @Nullable Throwable cause) {
        if (isOpen()) {
            log.warn("Closing connection {} to the broker: {}", epoch, why, cause);
            closed.countDown();
        }
    }

    /** The same, in order. */
    void end() {
        closed.countDown();
    }

    /** Takes the client down. On the link's thread. */
    void shutDown() {
        closed.countDown();
        publisher.interrupt();
        try {
            client.disconnectForcibly(0, 1_000, true);
        } catch (MqttException | RuntimeException e) {
            log.debug("Disconnecting {}", epoch, e);
        }
        try {
            client.close(true);
        } catch (MqttException | RuntimeException e) {
            log.debug("Closing {}", epoch, e);
        }
    }

    /** Acknowledges a message that came by this connection. From any thread; does nothing once the connection is closed. */
    void acknowledge(int messageId, int qos) {
        if (!isOpen() || qos == 0) {
            return;
        }
        try {
            client.messageArrivedComplete(messageId, qos);
        } catch (MqttException | RuntimeException e) {
            giveUp("an acknowledgement failed", e);
        }
    }

    /**
     * Publishes, in order, and reports once the broker has it (true) or nothing is known (false). From any thread, never
     * waits; a full queue ends the connection, so that what was not answered is delivered again.
     */
    void publish(Outgoing message, BiConsumer<Outgoing, Boolean> then) {
        if (isOpen() && !out.offer(new Publication(message, then))) {
            giveUp("the broker takes no more answers", null);
        }
    }

    /** Publishes all and then acknowledges; once each. */
    void answer(List<Outgoing> answers, int messageId, int qos) {
        AtomicInteger left = new AtomicInteger(answers.size());
        for (Outgoing answer : new ArrayList<>(answers)) {
            publish(answer, (message, done) -> {
                if (!done) {
                    giveUp("an answer on " + message.topic() + " did not get through", null);
                } else if (left.decrementAndGet() == 0) {
                    acknowledge(messageId, qos);
                }
            });
        }
    }

    private void publishAll() {
        try {
            while (isOpen()) {
                Publication next = out.poll(1, TimeUnit.SECONDS);
                if (next == null) {
                    continue;
                }
                while (!window.tryAcquire(1, TimeUnit.SECONDS)) {
                    if (!isOpen()) {
                        return;
                    }
                }
                send(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Publication publication) {
        Outgoing message = publication.message;
        MqttProperties properties = new MqttProperties();
        if (message.correlationData() != null) {
            properties.setCorrelationData(message.correlationData());
        }
        properties.setContentType("application/json");
        try {
            client.publish(
                    message.topic(),
                    new MqttMessage(message.payload(), 1, message.retained(), properties),
                    null,
                    publication);
        } catch (MqttException | RuntimeException e) {
            giveUp("publishing on " + message.topic(), e);
        }
    }

    /** A message on its way out; a failure after which a success is reported counts as one of the two only. */
    private final class Publication implements MqttActionListener {
        private final Outgoing message;
        private final BiConsumer<Outgoing, Boolean> then;
        private final AtomicInteger told = new AtomicInteger();

        Publication(Outgoing message, BiConsumer<Outgoing, Boolean> then) {
            this.message = message;
            this.then = then;
        }

        @Override
        public void onSuccess(IMqttToken token) {
            tell(true);
        }

        @Override
        public void onFailure(IMqttToken token, Throwable cause) {
            tell(false);
        }

        private void tell(boolean done) {
            if (told.getAndIncrement() == 0) {
                window.release();
                then.accept(message, done);
            }
        }
    }

    private final class Callback implements MqttCallback {
        @Override
        @SuppressWarnings(
                "CatchingUnchecked") // Paho swallows what is thrown here and acknowledges the message all the same
        public void messageArrived(String topic, MqttMessage message) {
            try {
                receiver.received(topic, message, MqttConnection.this);
            } catch (Exception | Error e) {
                giveUp("taking over a message on " + topic, e);
            }
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            giveUp("the broker is gone (" + response.getReturnCode() + ")", null);
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {
            log.debug("On connection {}", epoch, exception);
        }

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String server) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
