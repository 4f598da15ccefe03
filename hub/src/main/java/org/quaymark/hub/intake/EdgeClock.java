package org.quaymark.hub.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By how much an edge's clock may be off, from what the hub can know. An edge signs each batch with the hub's time (it corrects
 * itself by the hub's answers), and its entries carry its own clock: no entry was written after it was signed, and the
 * sequence says which came first. So
 *
 * <ul>
 *   <li>an entry that is later than the signature proves a fast clock, and by how much;
 *   <li>an entry that is earlier than the one before proves a step, and by how much;
 *   <li>a slow clock is slow by no more than from the newest entry to the signature. A batch that waited (an offline dock)
 *       gives a wide bound, which proves nothing either way; the narrow one of an earlier batch still holds while the clock
 *       was not seen to step, widened by what a quartz drifts.
 * </ul>
 *
 * @param last when the newest entry was written, by the edge's clock
 * @param lag how late the clock can be at most, as it was known at {@code since}
 */
record EdgeClock(
        @Nullable Instant last,
        @Nullable Duration lag,
        @Nullable Instant since) {
    /** What clocks that are kept by a time service and what whole seconds in headers leave open. */
    static final Duration ALLOWED = Duration.ofSeconds(60);
    /** Times that may lie side by side without a step: entries of one commit, headers of whole seconds. */
    private static final Duration JITTER = Duration.ofSeconds(2);
    /** A quartz drifts at most 100 millionths, and so 8.64 seconds a day. */
    private static final long DRIFT = 10_000;

    /** Nothing is known. */
    static final EdgeClock UNKNOWN = new EdgeClock(null, null, null);

    /**
     * What a batch says of the clock.
     *
     * @param offSeconds by how much the times of its entries may be off
     * @param after what is known after it
     */
    record Reading(long offSeconds, EdgeClock after) {}

    /** Takes in a batch: its entries' times in their order, and when the edge signed it by the hub's time. */
    Reading read(List<Instant> times, Instant signed) {
        if (times.isEmpty()) {
            return new Reading(ALLOWED.toSeconds(), this);
        }
        Duration wrong = Duration.ZERO;
        @Nullable Instant before = last;
        for (Instant at : times) {
            wrong = longer(wrong, before == null ? Duration.ZERO : Duration.between(at, before));
            wrong = longer(wrong, Duration.between(signed, at));
            before = at;
        }
        boolean wentWrong = wrong.compareTo(JITTER) > 0;
        Instant newest = times.get(times.size() - 1);
        Duration waited = longer(Duration.ZERO, Duration.between(newest, signed));
        Duration known = wentWrong ? null : lagAt(signed);
        boolean narrower = known == null || waited.compareTo(known) <= 0;
        Duration slow = narrower || known == null ? waited : known;
        Duration off = ALLOWED.plus(slow).plus(wentWrong ? wrong : Duration.ZERO);
        EdgeClock after = narrower ? new EdgeClock(newest, waited, signed) : new EdgeClock(newest, lag, since);
        // in whole seconds, and never less than it is
        return new Reading(off.toSeconds() + (off.getNano() > 0 ? 1 : 0), after);
    }

    private @Nullable Duration lagAt(Instant at) {
        if (lag == null || since == null) {
            return null;
        }
        return lag.plus(Duration.between(since, at).abs().dividedBy(DRIFT));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
