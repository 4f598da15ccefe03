package org.quaymark.sim.replay;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.quaymark.sim.scenario.ScanLine;
import org.quaymark.sim.score.VerdictLine;

/** A trigger pull while it waits for its verdict. Guarded by itself. */
final class Pull {
    private final ScanLine line;
    private final byte[] payload;
    private final long intendedNanos;
    private final boolean verdictDropped;

    private int attempts;
    private boolean dropped;
    private boolean givenUp;
    private @Nullable Answer answer;
    private @Nullable Answer unrecorded;
    private long latencyNanos;

    /**
     * Pulled at a time.
     *
     * @param intendedNanos when it should be sent, by {@link System#nanoTime}
     * @param verdictDropped whether its first verdict gets lost
     */
    Pull(ScanLine line, long intendedNanos, boolean verdictDropped) {
        this.line = line;
        this.payload = line.bytes();
        this.intendedNanos = intendedNanos;
        this.verdictDropped = verdictDropped;
    }

    /** What an arriving verdict was to the pull. */
    enum Arrival {
        FIRST,
        DROPPED,
        AGAIN,
        /** Nothing that lasts: the scan is to be asked for again. */
        NOT_RECORDED,
        CONTRADICTING
    }

    ScanLine line() {
        return line;
    }

    byte[] payload() {
        return payload;
    }

    long intendedNanos() {
        return intendedNanos;
    }

    synchronized void sent() {
        attempts++;
    }

    synchronized int attempts() {
        return attempts;
    }

    synchronized boolean settled() {
        return answer != null || givenUp;
    }

    /** Whether this call gave it up: false where a verdict was faster. */
    synchronized boolean giveUp() {
        if (answer != null || givenUp) {
            return false;
        }
        givenUp = true;
        return true;
    }

    synchronized Arrival arrived(Answer arriving, long nowNanos) {
        if (answer != null) {
            return answer.contradicts(arriving) ? Arrival.CONTRADICTING : Arrival.AGAIN;
        }
        if (unrecorded != null && unrecorded.contradicts(arriving)) {
            return Arrival.CONTRADICTING;
        }
        if (!arriving.recorded()) {
            unrecorded = arriving;
            return Arrival.NOT_RECORDED;
        }
        if (verdictDropped && !dropped) {
            dropped = true;
            return Arrival.DROPPED;
        }
        if (givenUp) {
            return Arrival.AGAIN;
        }
        answer = arriving;
        latencyNanos = Math.max(0, nowNanos - intendedNanos);
        return Arrival.FIRST;
    }

    /** Whether a verdict of it was thrown away: its latency is the plan's, not the deployment's. */
    synchronized boolean verdictWasDropped() {
        return dropped;
    }

    synchronized long latencyMicros() {
        return TimeUnit.NANOSECONDS.toMicros(latencyNanos);
    }

    synchronized VerdictLine toLine() {
        Answer given = answer;
        if (given == null) {
            return new VerdictLine(line.scan(), null, List.of(), null, 0, attempts);
        }
        return new VerdictLine(line.scan(), given.verdict(), given.findings(), given.scan(), latencyMicros(), attempts);
    }
}
