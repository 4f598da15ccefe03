package org.quaymark.edge.scanner;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.device.Devices;
import org.quaymark.edge.journal.DeadLetter;
import org.quaymark.edge.journal.DeviceId;
import org.quaymark.edge.journal.Journal;
import org.quaymark.edge.scanner.image.ImageCodes;
import org.quaymark.inspection.decision.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scanners of a site, as one part to start and stop: takes what they send, answers it. Threads: {@code scan} (one, does
 * the deciding), {@code image-n}, {@code mqtt-link}, {@code mqtt-out-n}, {@code edge-status}, and Paho's own.
 */
public final class Scanners implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Scanners.class);
    private static final int RESUMED_SIGHTINGS = 2_000;
    private static final long RETRY_SECONDS = 20;

    private final Topics topics;
    private final Journal journal;
    private final Clock clock;
    private final ThreadPoolExecutor scanThread;
    private final ScheduledExecutorService statusThread;
    private final ImageCodes images;
    private final ScanListener listener;
    private final ScanPipeline pipeline;
    private final EdgeStatus status;
    private final MqttLink link;
    private final Devices devices;
    private final Rejections rejections;
    private final LongAdder dropped = new LongAdder();

    /**
     * Everything a site's scanners need; nothing is connected before {@link #start}.
     *
     * @param registry the replica's state, for the status and the answers to control codes
     * @param repeatWindow the same data without an id from the same device inside it is the same trigger pull
     */
    public Scanners(
            MqttSettings settings,
            Duration repeatWindow,
            Locale locale,
            Journal journal,
            Decider decider,
            Supplier<Verdict.RegistryState> registry,
            ScanListener listener,
            Devices devices,
            LetterBox letters,
            Clock clock) {
        this.topics = new Topics(settings.site(), settings.edge());
        this.journal = journal;
        this.clock = clock;
        this.listener = listener;
        this.devices = devices;
        this.rejections = new Rejections(topics);
        this.images = new ImageCodes(2, settings.receiveMaximum() * 2);
        // Room for each message in hand twice: once as it came, once with its image read; and for those of the
        // connection before.
        this.scanThread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(settings.receiveMaximum() * 4 + 256), task -> {
                    return new Thread(task, "scan");
                });
        this.statusThread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "edge-status"));
        TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
        this.pipeline = new ScanPipeline(
                topics,
                journal,
                decider,
                new ControlAnswers(locale, registry),
                images,
                listener,
                devices,
                rejections,
                letters,
                new RepeatWindow(repeatWindow),
                scanThread,
                () -> ids.generate().toString(),
                clock);
        this.status = new EdgeStatus(registry, journal::backlog, devices, locale);
        this.link = new MqttLink(
                settings, topics, this::received, () -> statusThread.execute(() -> say(true)), new java.util.Random());
    }

    /** Connects, and keeps connected until closed. Does not wait for the broker. */
    public void start() {
        scanThread.execute(() -> pipeline.resume(journal.latestSightings(RESUMED_SIGHTINGS)));
        link.start();
        var unused = statusThread.scheduleWithFixedDelay(() -> say(false), 1, 1, TimeUnit.SECONDS);
    }

    /** True while there is a connection to the broker. */
    public boolean isConnected() {
        return link.current() != null;
    }

    /** How many messages were no scan. */
    public long rejectedCount() {
        return rejections.count();
    }

    /** How many messages of QoS 0, which nobody may count on, were dropped because more came than could be taken. */
    public long droppedCount() {
        return dropped.sum();
    }

    /** Tries a message that was set aside again: null where it was answered, else why not. */
    public CompletableFuture<@Nullable String> retry(DeadLetter letter) {
        Retry retry = new Retry(link.current());
        try {
            Incoming message = Letters.message(letter, clock.instant(), retry);
            scanThread.execute(() -> pipeline.accept(message));
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture("too much is to be done at the moment");
        }
        return retry.outcome().completeOnTimeout("no answer in time", RETRY_SECONDS, TimeUnit.SECONDS);
    }

    private void received(String topic, MqttMessage message, MqttConnection connection) {
        if (topic.endsWith("/status")) {
            if (!topics.isEdges(topic)) {
                tellStatus(topic, message);
            }
            connection.acknowledge(message.getId(), message.getQos());
            return;
        }
        Incoming incoming = incoming(topic, message, connection);
        try {
            scanThread.execute(() -> pipeline.accept(incoming));
        } catch (RejectedExecutionException e) {
            if (message.getQos() == 0) {
                dropped.increment();
            } else {
                connection.giveUp("the broker sent more than the receive maximum", null);
            }
        }
    }

    private Incoming incoming(String topic, MqttMessage message, MqttConnection connection) {
        byte[] payload = message.getPayload();
        int size = payload.length;
        byte[] kept = size > Incoming.LARGEST ? java.util.Arrays.copyOf(payload, Incoming.TOLD) : payload;
        MqttProperties properties = message.getProperties() == null ? new MqttProperties() : message.getProperties();
        Map<String, String> user = new HashMap<>();
        for (UserProperty property : properties.getUserProperties()) {
            user.put(property.getKey().toLowerCase(Locale.ROOT), property.getValue());
        }
        int id = message.getId();
        int qos = message.getQos();
        return new Incoming(
                topic,
                kept,
                size,
                message.isDuplicate(),
                properties.getContentType(),
                user,
                properties.getResponseTopic(),
                properties.getCorrelationData(),
                clock.instant(),
                System.nanoTime(),
                new Delivery() {
                    @Override
                    public void answer(java.util.List<Outgoing> answers) {
                        connection.answer(answers, id, qos);
                    }

                    @Override
                    public void failed(String what, Throwable cause) {
                        connection.giveUp(what, cause);
                    }
                });
    }

    private void tellStatus(String topic, MqttMessage message) {
        try {
            String text = new String(message.getPayload(), StandardCharsets.UTF_8).strip();
            DeviceId device = topics.route(topic).device();
            String status = text.length() > 32 ? text.substring(0, 32) : text;
            devices.said(device, status);
            listener.deviceStatus(device, status);
        } catch (NoScan e) {
            log.debug("A status on {}: {}", topic, e.reason());
        }
    }

    private void say(boolean force) {
        try {
            MqttConnection connection = link.current();
            byte[] message = connection == null ? null : status.due(force);
            if (connection != null && message != null) {
                connection.publish(new Outgoing(topics.edgeStatus(), message, true, null), (sent, done) -> {});
            }
        } catch (RuntimeException e) {
            log.warn("The edge's status could not be told", e);
        }
    }

    /** Says goodbye on the status topic and stops; what is not answered yet comes again at the next start. */
    @Override
    public void close() {
        statusThread.shutdownNow();
        MqttConnection connection = link.current();
        if (connection != null) {
            var told = new java.util.concurrent.CountDownLatch(1);
            connection.publish(
                    new Outgoing(topics.edgeStatus(), status.offline(), true, null), (sent, done) -> told.countDown());
            try {
                if (!told.await(2, TimeUnit.SECONDS)) {
                    log.info("The broker did not take the goodbye");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        link.close();
        scanThread.shutdown();
        images.close();
    }
}
