package org.quaymark.sim.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.quaymark.sim.mqtt.MqttLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Some devices on one connection: sends what is due, asks again where no verdict came. One thread runs it; verdicts come
 * on the link's.
 */
final class Line implements MqttLink.Listener, Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int MAX_DOUBLINGS = 3;
    private static final long FULL_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final Plan plan;
    private final Counters counters;
    private final String replyTopic;
    private final MqttLink link;
    private final Semaphore room;
    private final Map<String, Pull> pulls = new ConcurrentHashMap<>();

    // Of the running thread alone.
    private final PriorityQueue<Due> queue = new PriorityQueue<>(Comparator.comparingLong(Due::nanos));
    private final Deque<Pull> waiting = new ArrayDeque<>();
    /** Scans that are due while their device waits for a verdict; a device is in here as long as it does. */
    private final Map<String, Deque<Pull>> inHand = new HashMap<>();

    /** Devices that got their verdict, as the link's thread tells. */
    private final Queue<String> free = new ConcurrentLinkedQueue<>();

    private volatile boolean linkCameUp;
    private volatile @Nullable Thread runner;

    /** Something to be done for a pull at a time. */
    private record Due(long nanos, Pull pull, Kind kind) {}

    private enum Kind {
        FIRST,
        COPY,
        AGAIN
    }

    Line(Plan plan, Counters counters, String name) {
        this.plan = plan;
        this.counters = counters;
        this.replyTopic = "quaymark-sim/" + name + "/verdict";
        this.link = new MqttLink(plan.broker(), name, replyTopic, this);
        this.room = new Semaphore(plan.outstanding());
    }

    /** Plans a pull; before the line runs. */
    void plan(Pull pull, boolean twice) {
        pulls.put(pull.line().scan(), pull);
        queue.add(new Due(pull.intendedNanos(), pull, Kind.FIRST));
        if (twice) {
            counters.duplicated.incrementAndGet();
            queue.add(new Due(pull.intendedNanos() + 1, pull, Kind.COPY));
        }
    }

    void open() throws MqttException {
        link.open();
    }

    @Override
    public void run() {
        runner = Thread.currentThread();
        try {
            while (!Thread.currentThread().isInterrupted()
                    && !(queue.isEmpty() && waiting.isEmpty() && inHand.isEmpty())) {
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() throws InterruptedException {
        if (linkCameUp) {
            linkCameUp = false;
            askAllAgain();
        }
        for (String device = free.poll(); device != null; device = free.poll()) {
            next(device);
        }
        if (!waiting.isEmpty() && room.tryAcquire()) {
            send(waiting.removeFirst());
            return;
        }
        Due next = queue.peek();
        long now = System.nanoTime();
        if (next == null || next.nanos() - now > 0) {
            long pause = waiting.isEmpty() ? IDLE_NANOS : FULL_NANOS;
            LockSupport.parkNanos(next == null ? pause : Math.min(pause, next.nanos() - now));
            return;
        }
        queue.remove();
        switch (next.kind()) {
            case FIRST -> first(next.pull());
            case COPY -> copy(next.pull());
            case AGAIN -> again(next.pull(), now);
        }
    }

    private void first(Pull pull) throws InterruptedException {
        if (plan.inTurn()) {
            Deque<Pull> behind = inHand.get(pull.line().topic());
            if (behind != null) {
                behind.addLast(pull);
                return;
            }
            inHand.put(pull.line().topic(), new ArrayDeque<>());
        }
        toSend(pull);
    }

    /** A device has its verdict: what came due for it meanwhile is next. */
    private void next(String device) throws InterruptedException {
        Deque<Pull> behind = inHand.get(device);
        if (behind == null) {
            return;
        }
        if (behind.isEmpty()) {
            inHand.remove(device);
        } else {
            toSend(behind.removeFirst());
        }
    }

    private void settled(Pull pull) {
        if (plan.inTurn()) {
            free.add(pull.line().topic());
            LockSupport.unpark(runner);
        }
        counters.settled();
    }

    private void toSend(Pull pull) throws InterruptedException {
        if (waiting.isEmpty() && room.tryAcquire()) {
            send(pull);
        } else {
            waiting.addLast(pull);
        }
    }

    private void copy(Pull pull) throws InterruptedException {
        if (pull.attempts() == 0) {
            queue.add(new Due(System.nanoTime() + IDLE_NANOS, pull, Kind.COPY));
        } else if (!pull.settled()) {
            publish(pull);
        }
    }

    private void again(Pull pull, long now) throws InterruptedException {
        if (pull.settled()) {
            return;
        }
        if (now - pull.intendedNanos() > plan.giveUpAfter().toNanos()) {
            if (pull.giveUp()) {
                room.release();
                settled(pull);
            }
            return;
        }
        counters.repeats.incrementAndGet();
        send(pull);
    }

    /** What was on its way when the link broke is asked for again at once: its verdict went to a connection that is gone. */
    private void askAllAgain() throws InterruptedException {
        for (Pull pull : pulls.values()) {
            if (pull.attempts() > 0 && !pull.settled()) {
                counters.repeats.incrementAndGet();
                publish(pull);
            }
        }
    }

    private void send(Pull pull) throws InterruptedException {
        publish(pull);
        // Doubling: a deployment that is slow is not helped by being asked the same more often.
        long pause = plan.repeatAfter().toNanos() << Math.min(MAX_DOUBLINGS, pull.attempts() - 1);
        queue.add(new Due(System.nanoTime() + pause, pull, Kind.AGAIN));
    }

    private void publish(Pull pull) throws InterruptedException {
        MqttProperties properties = new MqttProperties();
        properties.setResponseTopic(replyTopic);
        properties.setCorrelationData(pull.line().scan().getBytes(StandardCharsets.UTF_8));
        pull.sent();
        link.publish(pull.line().topic(), pull.payload(), properties);
    }

    @Override
    public void connected() {
        linkCameUp = true;
    }

    @Override
    public void arrived(String topic, MqttMessage message) {
        long now = System.nanoTime();
        byte[] correlation = message.getProperties().getCorrelationData();
        Pull pull = correlation == null ? null : pulls.get(new String(correlation, StandardCharsets.UTF_8));
        if (pull == null) {
            LOG.debug("a verdict that answers no scan of this run");
            return;
        }
        Answer answer;
        try {
            answer = Answer.read(message.getPayload());
        } catch (IOException e) {
            LOG.warn("{}: not a verdict: {}", pull.line().scan(), e.getMessage());
            return;
        }
        switch (pull.arrived(answer, now)) {
            case FIRST -> {
                room.release();
                if (!pull.verdictWasDropped()) {
                    counters.latencies.recordValue(Math.max(1, pull.latencyMicros()));
                }
                settled(pull);
            }
            case DROPPED -> counters.dropped.incrementAndGet();
            case CONTRADICTING -> {
                LOG.warn("{} was given another verdict: {}", pull.line().scan(), answer);
                counters.contradictions.incrementAndGet();
            }
            case NOT_RECORDED -> counters.notRecorded.incrementAndGet();
            case AGAIN -> LOG.trace("{}: the same verdict again", pull.line().scan());
        }
    }

    @Override
    public void close() {
        link.close();
    }
}
