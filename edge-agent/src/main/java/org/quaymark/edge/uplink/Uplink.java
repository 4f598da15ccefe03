package org.quaymark.edge.uplink;

import com.github.luben.zstd.Zstd;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.JournalBatch;
import org.quaymark.edge.journal.SqliteJournal;
import org.quaymark.inspection.log.LogHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the journal to the hub, in sequence, as soon as something is in it, and takes in the receipts. Entries go in their
 * order always: a hold is not sent before the pass in front of it, but nothing waits for a timer either.
 */
public final class Uplink implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);
    private static final long MAX_BYTES = 4L << 20;
    private static final int COMPRESS_FROM = 512;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final SqliteJournal journal;
    private final HubClient client;
    private final Backoff backoff;
    private final LedgerWitness witness;
    private final Timer exchange;
    private final Counter failures;
    private volatile EdgeIdentity identity;
    private volatile UplinkState state = UplinkState.BEGIN;
    private volatile boolean stopped;

    private final Pace pace;
    private volatile @Nullable Thread thread;
    private volatile boolean woken;

    // Valid for the run: up to where the hub has the entries.
    private long sentThrough;

    /** An uplink for an enrolled edge that takes what the link carries. */
    public Uplink(
            SqliteJournal journal, HubClient client, EdgeIdentity identity, Backoff backoff, MeterRegistry meters) {
        this(journal, client, identity, backoff, 0, meters);
    }

    /**
     * An uplink for an enrolled edge; {@link #run} is to be given a thread of its own.
     *
     * @param bytesPerSecond on the wire at most; 0 for as many as the link carries
     */
    public Uplink(
            SqliteJournal journal,
            HubClient client,
            EdgeIdentity identity,
            Backoff backoff,
            long bytesPerSecond,
            MeterRegistry meters) {
        this.pace = new Pace(bytesPerSecond);
        this.journal = journal;
        this.client = client;
        this.identity = identity;
        this.backoff = backoff;
        this.witness = new LedgerWitness(journal);
        this.exchange = Timer.builder("quaymark.uplink.exchange").register(meters);
        this.failures = Counter.builder("quaymark.uplink.failures").register(meters);
        this.sentThrough = journal.state().acknowledged();
    }

    /** How it goes. */
    public UplinkState state() {
        return state;
    }

    /** From its next exchange on the edge has another key. From any thread. */
    public void goOnAs(EdgeIdentity other) {
        identity = other;
    }

    /** Ends {@link #run}; its thread is to be interrupted too. */
    public void stop() {
        stopped = true;
    }

    /** The hub was heard of: what waits after a failure need not wait any longer. From any thread. */
    public void wake() {
        if (!state.connected()) {
            woken = true;
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        while (!stopped && !Thread.currentThread().isInterrupted()) {
            try {
                String damage = journal.state().damage();
                if (damage != null) {
                    alarm(damage);
                } else if (journal.awaitAfter(sentThrough, IDLE)) {
                    sendNext();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                pace.failed();
                failed(String.valueOf(e.getMessage()), backoff.next(e));
            } catch (RuntimeException e) {
                LOG.debug("Sending the journal failed after entry {}", sentThrough, e);
                failed(String.valueOf(e.getMessage()), backoff.next());
            }
        }
    }

    private void sendNext() throws IOException, InterruptedException {
        JournalBatch batch = journal.batchAfter(sentThrough, pace.entries(), MAX_BYTES);
        if (batch.isEmpty()) {
            return;
        }
        if (batch.first() != sentThrough + 1) {
            alarm("the hub asks for entry " + (sentThrough + 1)
                    + ", which it gave its receipt for and is not kept any more");
            return;
        }
        long start = System.nanoTime();
        EdgeIdentity now = identity;
        HubRequest request = request(now, batch);
        HubAnswer answer = client.send(now, request);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        exchange.record(took);
        switch (answer.status()) {
            case 200 -> {
                received(answer, batch);
                rest(pace.taken(batch.lines().size(), request.body().length, took));
            }
            case 409 -> conflict(answer);
            case 413 -> tooLarge(batch);
            default -> {
                Duration asked = answer.retryAfter();
                if (asked == null) {
                    failed("the hub answers " + answer, backoff.next());
                } else {
                    // It was asked for: not even a hub that answers other questions shortens it.
                    fail("the hub answers " + answer);
                    rest(asked);
                }
            }
        }
    }

    private HubRequest request(EdgeIdentity now, JournalBatch batch) {
        LogHead head = new LogHead(Receipt.origin(now.edge()), batch.last(), batch.chain(), client.hubTime());
        String note = now.key().signNote(head.toNoteText());
        byte[] body = batch.toNdjson();
        boolean compressed = body.length >= COMPRESS_FROM;
        HubRequest request = HubRequest.post(
                "/api/v1/edges/" + now.edge() + "/journal",
                Map.of(
                        "Content-Type",
                        "application/x-ndjson",
                        "Quaymark-Head",
                        Base64.getEncoder().encodeToString(note.getBytes(StandardCharsets.UTF_8))),
                compressed ? Zstd.compress(body) : body);
        return compressed ? request.with("Content-Encoding", "zstd") : request;
    }

    private void received(HubAnswer answer, JournalBatch batch) throws InterruptedException {
        Receipt receipt;
        try {
            receipt = Receipt.verified(identity, answer, batch.last(), journal::chainAt);
        } catch (Receipt.BadReceipt e) {
            // HTML from a proxy, half an answer, another hub's key: the entries stay ours.
            failed(String.valueOf(e.getMessage()), backoff.next());
            return;
        }
        journal.acknowledge(receipt.through()).join();
        String alarm = receipt.checkpoint() == null ? null : witness.see(identity, receipt.checkpoint());
        if (alarm != null && !alarm.equals(state.alarm())) {
            LOG.error("Security: {}", alarm);
        }
        boolean progress = receipt.through() > sentThrough;
        sentThrough = receipt.through();
        if (progress) {
            backoff.reset();
        } else {
            pause(backoff.next());
        }
        state = new UplinkState(true, client.hubTime(), null, alarm);
    }

    private void conflict(HubAnswer answer) throws InterruptedException {
        if (answer.isProblem("/forked-journal")) {
            alarm("the hub has other content under a number of this journal: " + answer);
            return;
        }
        long expected = answer.json().path("expected").asLong(-1);
        long last = journal.state().sequence();
        if (expected < 1 || expected > last + 1) {
            failed("the hub expects entry " + expected + " of a journal that ends at " + last, backoff.next());
            return;
        }
        boolean moved = expected != sentThrough + 1;
        LOG.info("The hub expects entry {}, going on from there", expected);
        sentThrough = expected - 1;
        if (!moved) {
            failed("the hub expects the entry it was sent: " + expected, backoff.next());
        }
    }

    private void tooLarge(JournalBatch batch) throws InterruptedException {
        if (batch.lines().size() == 1) {
            alarm("the hub finds entry " + batch.first() + " too large");
            return;
        }
        pace.tooLarge(batch.lines().size());
    }

    /** Goes on trying, slowly: what a person mends at the hub mends this too. */
    private void alarm(String text) {
        if (!text.equals(state.alarm())) {
            LOG.error("The journal cannot be sent on: {}", text);
        }
        state = new UplinkState(false, state.lastReceiptAt(), text, text);
        failures.increment();
        pause(Duration.ofSeconds(30));
    }

    private void failed(String problem, Duration pause) {
        fail(problem);
        pause(pause);
    }

    private void fail(String problem) {
        if (!problem.equals(state.problem())) {
            LOG.warn("The hub has not taken the journal after entry {}: {}", sentThrough, problem);
        }
        state = new UplinkState(false, state.lastReceiptAt(), problem, state.alarm());
        failures.increment();
    }

    /** Ends early where the hub is heard of, and on an interrupt, which stays set. */
    private void pause(Duration duration) {
        woken = false;
        await(duration, true);
    }

    private void rest(Duration duration) {
        await(duration, false);
    }

    private void await(Duration duration, boolean shortened) {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            if (stopped || Thread.currentThread().isInterrupted() || (shortened && woken)) {
                return;
            }
            LockSupport.parkNanos(left);
        }
    }
}
